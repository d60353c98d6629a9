// Any words keep “stored quote = sliced text” from the database over Reader and memo to the PDF.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportReport, SourceText } from '../../src/shared/sources.ts'
import type { PassageDetail, PassageMark } from '../../src/shared/passages.ts'
import type { Memo } from '../../src/shared/memos.ts'
import { textOf } from '../core/exports/poppler.ts'
import { aSharedWindow, type SharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { citeByTyping, findWords, newMemo } from './keyboard.ts'

let place: SharedWindow['place']
let window: Window

aSharedWindow(async (opened) => {
  ({ place, window } = opened)
})

const texts = [
  { name: 'emoji', text: 'The envoy wrote 👩‍🚀🏳️‍🌈 “we are done” and left the chat 🚪. Nobody replied.', words: '👩‍🚀🏳️‍🌈 “we are done”', printed: 'we are done' },
  { name: 'right to left', text: 'قال الرئيس إن المفاوضات فشلت أمس في موسكو. لم يعلق أحد.', words: 'المفاوضات فشلت أمس', printed: null },
  { name: 'Hebrew beside Latin', text: 'The paper wrote: השיחות נכשלו אתמול in its headline of Tuesday.', words: 'השיחות נכשלו אתמול', printed: null },
  { name: 'Chinese', text: '谈判在莫斯科失败了。没有人发表评论。', words: '莫斯科失败了', printed: null },
  { name: 'markup and code', text: 'He typed <script>alert(1)</script> & #eval("x") \\u0000 $1 %s {{7*7}} into the form.', words: '<script>alert(1)</script> & #eval("x")', printed: '<script>alert(1)</script> & #eval("x")' },
  { name: 'combining marks', text: 'Zalgo spoke: Ṫ̶̢h̸̗e n̈ame ǝɥʇ stands, e\u0301le\u0300ve.', words: 'h̸̗e n̈ame', printed: null },
]

describe('a passage of any script', () => {
  it.each(texts)('$name: is the same in database, Reader, memo and PDF', async ({ name, text, words, printed }) => {
    const { page } = window
    const report = await call<ImportReport>(page, 'sources.importText', { text, format: 'plain', title: `About ${name}` })
    const source = report.outcomes[0]?.source ?? ''
    await page.getByRole('row', { name: new RegExp(`About ${name}`) }).dblclick()
    await page.getByRole('heading', { name: `About ${name}`, level: 1 }).waitFor()
    await findWords(page, words)
    await page.keyboard.press('c')
    await page.getByRole('dialog', { name: 'Claim' }).waitFor()
    await page.keyboard.press('Enter')

    await expect.poll(() => call<PassageMark[]>(page, 'passages.list', { source })).toHaveLength(1)
    const [mark] = await call<PassageMark[]>(page, 'passages.list', { source })
    const stored = await call<PassageDetail>(page, 'passages.get', { passage: mark?.id })
    const canonical = await call<SourceText>(page, 'sources.text', { source })
    const [segment] = stored.segments
    expect(segment?.quote).toBe(canonical.text.slice(segment?.start, segment?.end))
    expect(segment?.quote).toBe(words.normalize('NFC'))

    await expect
      .poll(() => page.evaluate(() => [...CSS.highlights].filter(([layer]) => layer.startsWith('reader-claim')).flatMap(([, ranges]) => [...ranges].map(String))))
      .toEqual([segment?.quote])

    await newMemo(page, `Memo on ${name}`)
    await page.keyboard.type('It was said')
    await citeByTyping(page, `About ${name}`, segment?.quote)
    const memos = () => call<{ id: string; title: string; citations: number }[]>(page, 'memos.list')
    await expect.poll(async () => (await memos())[0]).toMatchObject({ title: `Memo on ${name}`, citations: 1 })
    const memo = await call<Memo>(page, 'memos.get', { memo: (await memos())[0]?.id })
    const cited: string[] = []
    JSON.parse(memo.document, (key, value: unknown) => {
      if (key === 'quote') cited.push(String(value))
      return value
    })
    expect(cited).toEqual([segment?.quote])

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const pdf = join(place.folder, 'memo.pdf')
    await (await downloading).saveAs(pdf)
    const letters = (some: string) => [...some.normalize('NFKC')].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).toSorted().join('')
    const inPdf = textOf(pdf)
    if (printed) expect(inPdf).toContain(printed)
    for (const letter of new Set(letters(words))) expect(inPdf.normalize('NFKC')).toContain(letter)
    expect(window.problems).toEqual([])
  })
})
