// What a screen reader finds in a memo: each part by its role and a name that makes sense; and no surface with a fault that axe knows.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { aCite, type DocumentNode, type Memo } from '../../src/shared/memos.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import { openDesk, showDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

/** One part as it is heard: its role, its name or its words, the value of a control, and what it holds. */
interface Heard {
  role: string
  name: string
  value: string
  inside: Heard[]
}

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const memoPane = () => page.getByRole('region', { name: 'Memo', exact: true })

async function aMemoOfAllParts(): Promise<string> {
  const [first] = (await call<{ passages: { passage: PassageDetail }[] }>(page, 'items.get', { item: desk.claim })).passages
  const { id: passage = '', quote = '' } = first?.passage ?? {}
  let last = 0x300
  const citation = (): DocumentNode => {
    last += 1
    return { type: 'citation', attrs: { id: `01900000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`, cites: [{ ...aCite(passage, 1, quote), prefix: 'see', suffix: 'emphasis added' }] } }
  }
  const text = (words: string): DocumentNode => ({ type: 'text', text: words })
  const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
  const cell = (type: string, words: string): DocumentNode => ({ type, attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null }, content: [paragraph(text(words))] })
  const item = (words: string): DocumentNode => ({ type: 'listItem', content: [paragraph(text(words))] })
  const content: DocumentNode[] = [
    { type: 'heading', attrs: { level: 2 }, content: [text('What happened')] },
    paragraph(text('Nothing was agreed.'), citation()),
    { type: 'keyJudgment', attrs: { likelihood: 'very likely', confidence: 'moderate' }, content: [text('the talks will fail again.'), citation()] },
    { type: 'passageQuotation', attrs: { edits: null }, content: [citation()] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Who'), cell('tableHeader', 'Grade')] }, { type: 'tableRow', content: [cell('tableCell', 'TIME'), cell('tableCell', 'B2')] }] },
    { type: 'callout', attrs: { kind: 'gap' }, content: [paragraph(text('Nobody saw the text.'))] },
    { type: 'bulletList', content: [item('Territory'), item('Money')] },
    paragraph(text('Asked twice'), { type: 'footnote', attrs: { text: 'On 2 December.' } }, text('.')),
    { type: 'chart', attrs: { chart: 'claims-by-status', form: 'chart' } },
    { type: 'evidenceTable' },
  ]
  const memo = await call<Memo>(page, 'memos.create', { head: { title: 'All parts', tlp: 'GREEN' } })
  await call(page, 'memos.save', { memo: memo.id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
  return memo.id
}

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
  await showDesk(page, { source: desk.source, memo: await aMemoOfAllParts() })
  await body().getByRole('link', { name: /TIME/ }).first().waitFor()
  await body().getByRole('img', { name: /^Claims by status/ }).waitFor()
})

/** The accessibility tree below an element, as the browser gives it to a screen reader; what says nothing is left out. */
async function heardIn(label: string): Promise<Heard> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const hear = (id: string): Heard[] => {
    const node = byId.get(id)
    if (!node) return []
    const role = String(node.role?.value ?? '')
    if (role === 'InlineTextBox') return []
    const inside = (node.childIds ?? []).flatMap(hear)
    const name = String(node.name?.value ?? '')
    const isMute = node.ignored === true || ['none', 'generic', 'LineBreak'].includes(role)
    return isMute ? inside : [{ role, name, value: String(node.value?.value ?? ''), inside }]
  }
  const root = nodes.find((node) => node.role?.value === 'textbox' && node.name?.value === label)
  const [heard] = root ? hear(root.nodeId) : []
  if (!heard) throw new Error(`nothing is heard of “${label}”`)
  return heard
}

/** What has a name of its own is heard by it, and a list of choices by what is chosen: what is inside is not said again. */
const isSaidAlready = ({ role, name }: Heard, above: Heard): boolean =>
  role === 'MenuListPopup' || role === 'ListMarker' || above.role === 'image' || (name !== '' && above.name.includes(name.trim()))

/** A part in one line, `link “1, footnote: …”`, with what it holds below it. */
const lines = (part: Heard, depth = 0): string[] => {
  const said = [part.role === 'StaticText' ? '' : part.role, part.name === '' ? '' : `“${part.name.trim()}”`, part.value === '' ? '' : `is ${part.value}`]
  const inside = part.inside.filter((each) => !isSaidAlready(each, part))
  return [`${'  '.repeat(depth)}${said.filter((words) => words !== '').join(' ')}`, ...inside.flatMap((each) => lines(each, depth + 1))]
}

describe('a memo that is heard', () => {
  it('says what each part is', async () => {
    const [, ...heard] = lines({ ...(await heardIn('Memo body')), value: '' })
    const quoted = 'So far, no compromise version of a peace settlement has been found'
    const cited = (number: number) => `link “Citation ${number}: see “${quoted}”, TIME, paragraph 1, emphasis added”`
    expect(heard).toEqual([
      '  heading “What happened”',
      '  paragraph',
      '    “Nothing was agreed.”',
      `    ${cited(1)}`,
      '  group “Key judgment”',
      '    combobox “Likelihood” is very likely',
      '    combobox “Confidence” is moderate confidence',
      '    paragraph',
      '      “It is very likely that”',
      '      “the talks will fail again.”',
      `      ${cited(2)}`,
      '      “We have moderate confidence in this judgment.”',
      '  blockquote',
      '    paragraph',
      `      “${quoted}”`,
      `      ${cited(3)}`,
      '    button “Cut or insert”',
      '  table',
      '    row',
      '      columnheader “Who”',
      '        paragraph',
      '          “Who”',
      '      columnheader “Grade”',
      '        paragraph',
      '          “Grade”',
      '    row',
      '      cell “TIME”',
      '        paragraph',
      '          “TIME”',
      '      cell “B2”',
      '        paragraph',
      '          “B2”',
      '  note “Intelligence gap”',
      '    combobox “Kind of callout” is Intelligence gap',
      '    paragraph',
      '      “Nobody saw the text.”',
      '  list',
      '    listitem',
      '      paragraph',
      '        “Territory”',
      '    listitem',
      '      paragraph',
      '        “Money”',
      '  paragraph',
      '    “Asked twice”',
      '    link “4, footnote: On 2 December.”',
      '    “.”',
      '  figure “Claims by status”',
      '    group',
      '      DisclosureTriangle “Filter”',
      '    combobox “How the chart is shown” is as a chart',
      '    paragraph',
      '      “Claims by status”',
      '    image “Claims by status. open: 2; corroborated: 1; contested: 0; refuted: 0”',
      '  group “Evidence”',
      '    paragraph',
      '      “Evidence”',
      '    table',
      '      row',
      ...['Passage', 'Source', 'Reliability', 'Cited'].map((head) => `        columnheader “${head}”`),
      '      row',
      ...[`“${quoted}”`, 'TIME, ¶ 1', '–', '1, 2, 3'].map((words) => `        cell “${words}”`),
    ])
  })

  it('says in the name of a citation what stands in the line, in a style that writes there', async () => {
    await memoPane().getByRole('button', { name: /^Citation style:/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Chicago, author and date' }).click()
    const chip = body().locator('.cite').first()
    await expect.poll(() => chip.innerText()).toMatch(/^\(see .*emphasis added\)$/)
    await body().getByRole('link', { name: `${await chip.innerText()} Citation 1: see “So far, no compromise` }).waitFor()
    await memoPane().getByRole('button', { name: /^Citation style:/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'House notes' }).click()
    await expect.poll(() => chip.innerText()).toBe('1')
  })

  it('says how many findings there are, and nothing of each save', async () => {
    const said: string[] = await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      const listen = (records: MutationRecord[]) => {
        for (const { target } of records) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest('[role="status"]')
          if (region?.textContent) heard.push(region.textContent)
        }
      }
      new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true })
      return heard
    })
    expect(said).toEqual([])
    const before = await memoPane().getByRole('button', { name: /^Checks/ }).innerText()
    await body().getByText('Nobody saw the text.').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' The regime agreed.')
    const number = Number(/\d+/.exec(before)?.[0]) + 1
    await memoPane().getByRole('button', { name: `Checks ${number}` }).waitFor()
    await page.getByText(/^Saved \d/).first().waitFor()
    const heard = await page.evaluate(() => (globalThis as { heard?: string[] }).heard)
    expect([...new Set(heard)]).toEqual([`${number} ${number === 1 ? 'finding' : 'findings'}`])
    await page.keyboard.press('Control+z')
  })
})

/** A list that is longer than its room is scrolled by the arrows in the text, which keeps the keyboard: it needs no stop of its own. */
const reachedByArrows = ['scrollable-region-focusable']

/** Faults that axe knows in the memo's pane and what lies over the page, in both themes. */
async function faults(what = '.memo'): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // The other theme differs in its colours only.
    const axe = axeOn(page).include(what).disableRules(reachedByArrows)
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast', 'link-in-text-block'])).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme}: ${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}
const picture = async (name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}

describe('no fault that axe knows has', () => {
  const menu = async (name: RegExp) => {
    await memoPane().getByRole('button', { name }).click()
    await page.getByRole('menu').waitFor()
  }
  const surfaces: readonly [string, () => Promise<unknown>, string?][] = [
    ['the text with all its parts', () => body().getByText('Nothing was agreed.').click()],
    ['the evidence, the pointer on a line', async () => {
      await memoPane().getByRole('button', { name: /^Evidence/ }).click()
      await page.locator('.evidence-row').first().hover()
    }],
    ['the checks', () => memoPane().getByRole('button', { name: /^Checks/ }).click()],
    ['the style menu', () => menu(/^Citation style:/), '[role="menu"]'],
    ['the marking', () => menu(/^Marking:/), '[role="menu"]'],
    ['the status', () => menu(/^Status:/), '[role="menu"]'],
    ['the date', () => memoPane().getByRole('button', { name: /^Date:/ }).click(), '[role="dialog"]'],
    ['the export', () => memoPane().getByRole('button', { name: 'Format and options' }).or(page.getByRole('button', { name: 'Format and options' })).first().click(), '[role="menu"]'],
    ['a citation’s card', async () => {
      await body().locator('.cite').first().hover()
      await page.getByRole('dialog', { name: 'Citation 1' }).waitFor()
    }, '.citation-card'],
    ['a citation that is edited', async () => {
      await body().getByText('Nothing was agreed.').click()
      await page.keyboard.press('End')
      await page.keyboard.press('F2')
      await page.getByRole('dialog', { name: 'Citation 1' }).getByLabel('Before').waitFor()
    }, '.citation-card'],
    ['the list behind @', async () => {
      await body().getByText('Nobody saw the text.').click()
      await page.keyboard.press('End')
      await page.keyboard.type(' @Putin')
      await page.getByRole('listbox', { name: 'Passages to cite' }).getByRole('option').first().waitFor()
    }, 'body'],
    ['the list behind /', async () => {
      await body().getByText('Nobody saw the text.').click()
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await page.getByRole('listbox').getByRole('option', { name: 'Key judgment' }).waitFor()
    }, 'body'],
    ['the toolbar and a link', async () => {
      await body().getByText('Nobody saw the text.').dblclick()
      await page.keyboard.press('Control+Alt+k')
      await page.getByRole('textbox', { name: 'Address' }).waitFor()
    }, 'body'],
    ['a footnote', async () => {
      await body().locator('.own-footnote').click()
      await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor()
    }],
    ['a quotation that is cut', async () => {
      await body().getByRole('button', { name: 'Cut or insert' }).click()
      await page.getByRole('textbox', { name: 'Words of the passage' }).waitFor()
    }],
    ['the target in words', async () => {
      await page.keyboard.press('Control+Alt+t')
      await page.getByRole('spinbutton', { name: 'Target in words' }).waitFor()
    }, 'body'],
  ]
  it.each(surfaces)('%s', async (name, show, what) => {
    await show()
    await picture(name.replaceAll(/[^a-z@/]+/g, '-').replaceAll('/', 'slash'))
    const found = await faults(what)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(found).toEqual([])
  })
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
