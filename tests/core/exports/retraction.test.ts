// A paper says of a retracted source that it was retracted.
import { expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { paperToText } from '../../../src/core/exports/write-text.ts'
import { aCore, aDocument, aSource, aTag } from '../a-core.ts'

it('a retracted source is named as such in the source list and in the annex, in the memo’s language', async () => {
  const core = aCore()
  const { source } = await aSource(core, 'Putin met Witkoff in Moscow.', 'Talks').then((text) => ({ ...text, tag: aTag(core, text, 'Putin met Witkoff', 'claim') }))
  const [item] = core.api.items.list({ source })
  const passage = core.api.items.get({ item: item?.id ?? '' }).passages[0]?.passage
  if (!passage) throw new Error('nothing was tagged')
  const { head } = core.api.memos.create({})
  const written = (language: string): string => {
    const found = core.api.sources.get({ source })
    const [detail] = core.api.passages.describe({ passages: [passage.id] })
    if (!detail) throw new Error('the passage is gone')
    const document = JSON.parse(aDocument(['They met.[[0]]'], [{ id: passage.id, quote: passage.quote }])) as Parameters<typeof memoToPaper>[0]['document']
    return paperToText(memoToPaper({ head: { ...head, language }, document, passages: new Map([[passage.id, detail]]), sources: new Map([[source, found]]), size: 'a4', options: { annex: true } }).paper)
  }
  expect(written('en')).not.toContain('retracted')
  core.api.sources.update({ source, retraction: { on: '2026-11-02', note: 'Withdrawn' } })
  expect(written('en').match(/retracted 2 November 2026/g)).toHaveLength(2)
  core.api.sources.update({ source, reliability: 'D' })
  expect(written('en')).toContain('Reliability D, not usually reliable; retracted 2 November 2026')
  expect(written('de')).toContain('zurückgezogen 2. November 2026')
})
