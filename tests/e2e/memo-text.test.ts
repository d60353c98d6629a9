// The memo's text by trusted keys and the mouse: tables, quotation marks, tabs, what is pasted from the web, dragged in and styled.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { DocumentNode, Memo, MemoSummary } from '../../src/shared/memos.ts'
import { nodesOf } from '../../src/shared/memo-document.ts'
import { openDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await openDesk(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const memoPane = () => page.getByRole('region', { name: 'Memo', exact: true })
const tab = (name: string) => page.getByRole('tablist', { name: 'Open memos' }).getByRole('tab', { name })
const stored = async (title: string): Promise<DocumentNode> => {
  const listed = (await call<MemoSummary[]>(page, 'memos.list')).find((each) => each.title === title)
  return JSON.parse((await call<Memo>(page, 'memos.get', { memo: listed?.id })).document) as DocumentNode
}
const newMemo = async (title: string) => {
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('textbox', { name: 'Memo title' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await tab(title).waitFor()
  await expect.poll(() => body().evaluate((element) => element === document.activeElement)).toBe(true)
}

it('quotation marks and apostrophes become those of the language, and Backspace gives the plain one back', async () => {
  await newMemo('Marks')
  await page.keyboard.type(`He said "it's over" and 'left'.`)
  await expect.poll(() => body().innerText()).toBe('He said “it’s over” and ‘left’.')
  await page.keyboard.type(' "')
  await expect.poll(() => body().innerText()).toContain('. “')
  await page.keyboard.press('Backspace')
  await expect.poll(() => body().innerText()).toContain('. "')
})

it('is spell-checked in its language', async () => {
  expect(await body().getAttribute('spellcheck')).toBe('true')
  expect(await body().getAttribute('lang')).toBe('en')
})

it('a table comes by the slash, is filled by Tab, grows and shrinks by its menu, and is undone', async () => {
  await newMemo('A table')
  await page.keyboard.type('/table')
  await page.getByRole('option', { name: 'Table', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await body().locator('table').waitFor()
  for (const word of ['Who', 'Says', 'Grade', 'TIME', 'No agreement', 'B2']) {
    await page.keyboard.type(word)
    await page.keyboard.press('Tab')
  }
  const rows = () => body().locator('tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
  const filled = [['Who', 'Says', 'Grade'], ['TIME', 'No agreement', 'B2'], ['', '', '']]
  await expect.poll(rows).toEqual(filled)
  const change = async (title: string) => {
    await page.keyboard.press('Alt+F10')
    await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Table …' }).click()
    await page.getByRole('menuitem', { name: title }).click()
  }
  await change('Add a column after')
  await expect.poll(async () => (await rows()).map((row) => row.length)).toEqual([4, 4, 4])
  await body().locator('td').first().click()
  await change('Delete the row')
  await expect.poll(async () => (await rows()).length).toBe(2)
  await body().locator('td').first().click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await rows()).length).toBe(3)
  // What was done fast one after the other is undone in one.
  if ((await rows())[0]?.length === 4) await page.keyboard.press('Control+z')
  await expect.poll(rows).toEqual(filled)
  // The end of the text is behind a table that ends it, not in its last cell.
  await page.keyboard.press('Control+End')
  await page.keyboard.type('/key')
  await page.getByRole('option', { name: 'Key judgment' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Behind the table')
  const blocks = () => body().evaluate((text) => [...text.children].slice(-2).map((block) => [block.querySelector('table') !== null, block.textContent.includes('Behind')]))
  await expect.poll(blocks).toEqual([[true, false], [false, true]])
  await expect.poll(rows).toEqual(filled)
  expect((await axeOn(page).include('.memo').analyze()).violations.map(({ id }) => id)).toEqual([])
})

it('a paste from a page of the web keeps its form and none of its dress', async () => {
  await newMemo('From the web')
  const html = `<meta charset="utf-8"><h2 style="color:red;font-family:Arial">Talks</h2><div class="ad"><script>window.hit = 1</script></div>
    <p style="margin:40px"><span style="font-weight:700">No deal</span>, said <a href="https://example.org/a?utm=1" onclick="hit()">the paper</a>.</p>
    <ul><li>Territory</li><li>Money</li></ul><p><a href="javascript:alert(1)">More</a><img src="https://example.org/track.gif" onerror="window.hit = 2"></p>`
  await body().evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
  await expect.poll(() => body().locator('h2').innerText()).toBe('Talks')
  expect(await body().locator('li').allInnerTexts()).toEqual(['Territory', 'Money'])
  expect(await body().locator('strong').innerText()).toBe('No deal')
  expect(await body().locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(['https://example.org/a?utm=1'])
  expect(await body().locator('[style], [class*="ad"], img').count()).toBe(0)
  expect(await page.evaluate(() => (globalThis as { hit?: number }).hit ?? null)).toBeNull()
})

/** Brings HTML to the clipboard as a program brings it, and pastes it into the text by key. */
const paste = async (html: string) => {
  await page.evaluate((copied) => {
    document.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/html', copied)
      event.clipboardData?.setData('text/plain', 'plain')
      event.preventDefault()
      event.stopPropagation()
    }, { capture: true, once: true })
  }, html)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
}
const fixture = (name: string) => readFileSync(join(import.meta.dirname, `../fixtures/paste/${name}.html`), 'utf8')
/** The blocks as they stand: kind and words, one a line, lists by their level. */
const outline = () =>
  body().evaluate((root) => {
    const lines: string[] = []
    const walk = (element: Element, level: number) => {
      for (const child of element.children) {
        const name = child.tagName.toLowerCase()
        if (/^(ul|ol)$/.test(name)) for (const item of child.children) walk(item, level + 1)
        else if (name === 'div' || name === 'blockquote' || name === 'tbody' || name === 'tr' || name === 'table' || name === 'td' || name === 'th') walk(child, level)
        else if (/^(p|h[1-6])$/.test(name)) {
          const list = child.parentElement?.tagName === 'LI' ? `${child.closest('ul, ol')?.tagName.toLowerCase()}${level} ` : ''
          const cell = child.closest('td, th') ? `${child.closest('td, th')?.tagName.toLowerCase()} ` : ''
          const quote = child.closest('blockquote') ? 'quote ' : ''
          lines.push(`${quote}${cell}${list}${name === 'p' ? '' : `${name} `}${child.textContent?.trim()}`)
        }
      }
    }
    walk(root, 0)
    return lines
  })

it('writing goes on behind a listing, whether it was just put in, is come upon by an arrow or pasted over, and behind a callout that ends in a table', async () => {
  await newMemo('Listings')
  const choose = async (typed: string, name: string) => {
    await page.keyboard.type(typed)
    await page.getByRole('option', { name, exact: true }).waitFor()
    await page.keyboard.press('Enter')
  }
  const blocks = async () => ((await stored('Listings')).content ?? []).map(({ type, content }) => [type, ...(content ?? []).map(({ text }) => text).filter(Boolean)].join(' '))
  await choose('/evidence', 'Evidence table')
  await page.keyboard.type('Behind it.')
  await page.keyboard.press('ArrowUp')
  await body().locator('.memo-listing.ProseMirror-selectednode').waitFor()
  await page.keyboard.type('Typed on it.')
  await expect.poll(blocks).toEqual(['evidenceTable', 'paragraph Typed on it.', 'paragraph Behind it.'])
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+x')
  await page.keyboard.press('ArrowUp')
  await body().locator('.memo-listing.ProseMirror-selectednode').waitFor()
  await page.keyboard.press('Control+v')
  await expect.poll(blocks).toEqual(['evidenceTable', 'paragraph Typed on it.', 'paragraph', 'paragraph Behind it.'])
  await page.keyboard.press('ArrowUp')
  await body().locator('.memo-listing.ProseMirror-selectednode').waitFor()
  // Put in while another one is selected: behind that one.
  await page.keyboard.press('Control+Alt+y')
  await expect.poll(blocks).toEqual(['evidenceTable', 'evidenceTable', 'paragraph Typed on it.', 'paragraph', 'paragraph Behind it.'])
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await choose('/callout', 'Callout')
  await page.keyboard.type('Boxed')
  await page.keyboard.press('Enter')
  await choose('/table', 'Table')
  await body().locator('.callout table').waitFor()
  await page.keyboard.press('Control+End')
  // Behind the block first select it; typing then goes on behind it.
  await page.keyboard.press('Control+Backspace')
  await body().locator('.callout.ProseMirror-selectednode').waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Out of the box.')
  await expect.poll(async () => (await blocks()).slice(-2)).toEqual(['callout', 'paragraph Out of the box.'])
})

it('a paste from Word by key is headings, lists as they nest, a table and footnotes of its own, without what was deleted or remarked', async () => {
  await newMemo('From Word')
  await paste(fixture('word'))
  await expect.poll(outline).toEqual([
    'h1 Pressure before proposals',
    'h2 What happened',
    'Five hours in the Kremlin produced no agreed text, by the account of Ushakov.1',
    'ul1 Territory',
    'ul2 the cease-fire line',
    'ul1 Security',
    'Then:',
    'ol1 Sanctions',
    'ol1 Assets',
    'quote “No compromise was found.”',
    'td Source',
    'td Grade',
    'The article, and a kept word.',
  ])
  expect(await body().locator('ol').getAttribute('start')).toBe('3')
  await body().getByRole('link', { name: '1, footnote: To reporters, on Tuesday.' }).waitFor()
  expect(await body().locator('strong').allInnerTexts()).toEqual(['no agreed text', 'Source'])
  expect(await body().locator('em').allInnerTexts()).toEqual(['Ushakov'])
  expect(await body().locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(['https://time.com/7339227/'])
  await expect.poll(async () => JSON.stringify(await stored('From Word'))).toContain('"type":"footnote","attrs":{"text":"To reporters, on Tuesday."}')
  expect(JSON.stringify(await stored('From Word'))).not.toMatch(/mso|Mso|Calibri|deleted |Is that so/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => body().innerText()).not.toContain('Territory')
})

it('a paste from Google Docs, from LibreOffice and from a page of the web is what is meant by each', async () => {
  await newMemo('From others')
  await paste(fixture('google-docs'))
  const [docs, writer] = [
    ['h2 What happened', 'Five hours produced no agreed text at all. See the article.', 'ul1 Territory', 'ul2 the cease-fire line', 'ul1 Security', 'The end.'],
    ['h2 What happened', 'Five hours produced no agreed text at all.', 'ul1 Territory', 'ul2 the cease-fire line', 'ul1 Security', 'th Source', 'td B2', 'The end.'],
  ]
  await expect.poll(outline).toEqual(docs)
  expect([await body().locator('strong').innerText(), (await body().locator('em').innerText()).trim(), await body().locator('u').count()]).toEqual(['no agreed text', 'at all', 0])
  await page.keyboard.press('Control+a')
  await paste(fixture('libreoffice'))
  await expect.poll(outline).toEqual(writer)
  await page.keyboard.press('Control+a')
  await paste(fixture('web'))
  // A space that the page itself keeps from breaking is meant.
  await expect.poll(outline).toEqual(['h3 Analysis', 'Five hours produced\u00a0no agreed text at all.', 'See the report and below.', 'quote No compromise was found.'])
  expect(await body().locator('a').evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]))).toEqual([['the report', 'https://example.org/a?b=1&c=2']])
  expect(await body().locator('img, svg, button, nav').count()).toBe(0)
})

it('hostile markup in a paste by key runs nothing, loads nothing, and leaves its words', async () => {
  await newMemo('Hostile')
  await paste(fixture('hostile'))
  await expect.poll(() => body().innerText()).toMatch(/words[^]*a link[^]*more words/)
  const held = await body().evaluate((root) => [...root.querySelectorAll('*')].flatMap((element) => [element.tagName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)]))
  expect(held.filter((each) => /^on|javascript:|evil|srcdoc|^(SCRIPT|IFRAME|OBJECT|SVG|MATH|FORM|INPUT|BASE|META|TEMPLATE|STYLE)$/i.test(each))).toEqual([])
  // What would run does so within a moment or never; the page’s complaints are looked at last.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(await page.evaluate(() => (globalThis as { hit?: number }).hit ?? null)).toBeNull()
  expect(JSON.stringify(await stored('Hostile'))).not.toMatch(/evil|javascript|onerror/)
})

it('its language is chosen: quotation marks, hyphenation and the spelling follow', async () => {
  await newMemo('Vermerk')
  const [memo] = await call<MemoSummary[]>(page, 'memos.list')
  await call(page, 'memos.updateHead', { memo: memo?.id, head: { language: 'de' } })
  await expect.poll(() => body().getAttribute('lang')).toBe('de')
  expect(await body().getAttribute('spellcheck')).toBe('true')
})

it('several memos stand in tabs that arrows go along, each where it was left', async () => {
  await tab('Marks').click()
  await expect.poll(() => body().innerText()).toContain('it’s over')
  await tab('Marks').press('ArrowRight')
  await expect.poll(() => tab('A table').getAttribute('aria-selected')).toBe('true')
  await body().locator('table').waitFor()
  await page.keyboard.press('Delete')
  await tab('A table').waitFor({ state: 'detached' })
  await tab('From the web').and(page.locator(':focus')).or(tab('Marks').and(page.locator(':focus'))).waitFor()
})

it('a passage dragged from the Inspector is cited where it is dropped', async () => {
  await newMemo('Dropped')
  await page.keyboard.type('They said so')
  await page.getByRole('tab', { name: 'Claims', exact: true }).click()
  await page.getByRole('region', { name: 'Library', exact: true }).getByRole('gridcell', { name: /No compromise/ }).first().click()
  const card = page.getByRole('region', { name: 'Inspector' }).getByRole('article', { name: /^Passage from/ }).first()
  await card.getByText('So far, no compromise').waitFor()
  await card.dragTo(body().getByText('They said so'))
  await body().locator('.cite').waitFor()
  await expect.poll(async () => [...nodesOf(await stored('Dropped'))].filter(({ type }) => type === 'citation').length).toBe(1)
})

it('a style of one’s own is added from its file, and used at once', async () => {
  const own = readFileSync(join(import.meta.dirname, '../../resources/csl/styles/apa.csl'), 'utf8')
    .replace(/<title>[^<]*<\/title>/, '<title>House of the Ministry</title>')
    .replace(/<id>[^<]*<\/id>/, '<id>https://example.org/styles/ministry</id>')
  await memoPane().getByRole('button', { name: /^Citation style:/ }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'Add citation style …' }).click()])
  await chooser.setFiles({ name: 'ministry.csl', mimeType: 'application/xml', buffer: Buffer.from(own) })
  await memoPane().getByRole('button', { name: 'Citation style: House of the Ministry' }).waitFor()
  await expect.poll(() => body().locator('.cite').innerText()).toMatch(/^\(.*n\.d\..*\)$/)
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
