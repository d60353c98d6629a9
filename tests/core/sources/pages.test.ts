// Pages of a paged original: from the file to what a passage says of itself, and through a correction.
import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { aCore, aTag, spanOf } from '../a-core.ts'
import { aPdf, printed } from '../import/packed-files.ts'
import { importing } from './a-file.ts'

const first = 'Grain leaves the port again under a deal that few of those who signed it believe will last, and it runs over a'
const second = 'page in the middle of its sentence. Coal comes after it, by rail and not by sea.'

async function aPagedSource() {
  const core = aCore()
  const pages = [first, second].map((text, at) => [...printed(text, { x: 72, top: 120 + at * 600, perLine: 60 }), { text: `${at + 31}`, x: 300, y: 25, size: 9 }])
  const report = await importing(core, { 'port.pdf': aPdf({ pages }) })
  const source = report.outcomes[0]?.source ?? ''
  return { core, source: core.api.sources.text({ source }) }
}

const pagesOf = ({ core, source }: Awaited<ReturnType<typeof aPagedSource>>, words: string) => {
  const { passage } = core.api.items.tag({ source: source.source, version: source.version, spans: [spanOf(source, words)], kind: 'claim' })
  return core.api.passages.get({ passage }).pages
}

describe('pages', () => {
  it('are said of a passage as they are printed, even within a paragraph that turns one', async () => {
    const made = await aPagedSource()
    expect(['few of those', 'over a page in', 'middle of its', 'by sea'].map((words) => pagesOf(made, words))).toEqual(['31', '31–32', '32', '32'])
  })

  it('are the locator of a citation in a CSL style', async () => {
    const { core, source } = await aPagedSource()
    const { passage } = aTag(core, source, 'over a page in', 'claim')
    const id = `0190${createHash('sha256').update('a').digest('hex').slice(0, 4)}-0000-7000-8000-000000000001`
    const asked = { passage, prefix: '', suffix: '', locator: null, suppressAuthor: false }
    const { texts } = core.api.citations.format({ style: 'chicago-author-date', language: 'en', citations: [{ id, cites: [asked] }] })
    expect(texts[0]?.runs.map(({ text }) => text).join('')).toMatch(/, 31–32\)$/)
  })

  it('stay with their words when the text is corrected and parted', async () => {
    const { core, source } = await aPagedSource()
    const [block] = source.blocks
    const { start, end, ...facts } = block ?? { start: 0, end: 0, kind: 'paragraph' as const }
    const words = source.text.slice(start, end).replace('Grain leaves', 'All of the grain leaves')
    const at = words.indexOf('Coal')
    const parted = { source: source.source, version: 1, blocks: [{ ...facts, text: words.slice(0, at - 1) }, { ...facts, text: words.slice(at) }] }
    core.api.sources.correct(parted)
    const corrected = core.api.sources.text({ source: source.source })
    const made = { core, source: corrected }
    expect(['All of the grain', 'over a page in', 'its sentence', 'Coal comes'].map((said) => pagesOf(made, said))).toEqual(['31', '31–32', '32', '32'])
    expect(core.api.sources.correct({ source: source.source, version: 2, blocks: corrected.blocks.map(({ start: from, end: to, ...rest }) => ({ ...rest, text: corrected.text.slice(from, to) })) }).version).toBe(2)
  })
})
