// Remarks on tags, found by the search box.
import { describe, expect, it } from 'vitest'
import { aCore, aSource, aTag } from '../a-core.ts'

async function aDesk() {
  const core = aCore()
  const source = await aSource(core, 'Witkoff met Putin in Moscow.\n\nEurope should act.')
  const met = aTag(core, source, 'met Putin', 'claim')
  const act = aTag(core, source, 'should act', 'recommendation')
  core.api.items.setTag({ tag: met.tag, comment: 'Confirmed by the café owner' })
  core.api.items.setTag({ tag: act.tag, comment: '与总统会面' })
  const remarks = (text: string) => core.api.search.everything({ text }).hits.filter(({ kind }) => kind === 'remark')
  return { core, source, met, act, remarks }
}

describe('remarks in the search', () => {
  it('are found by their words with the passage to open and what they are on', async () => {
    const { source, met, remarks } = await aDesk()
    expect(remarks('cafe own')).toMatchObject([{ ref: met.tag, title: 'met Putin', excerpt: 'Confirmed by the café owner', passage: met.passage, source: source.source, span: null }])
    expect(remarks('cafe -owner')).toEqual([])
  })

  it('are found by letters of scripts without spaces, and by filters', async () => {
    const { core, met, act, remarks } = await aDesk()
    expect(remarks('总统').map(({ ref }) => ref)).toEqual([act.tag])
    expect(core.api.search.everything({ text: 'kind:remark' }).hits.map(({ ref }) => ref)).toEqual([act.tag, met.tag])
    expect(remarks('confirmed in:passages')).toHaveLength(1)
    expect(remarks('confirmed in:memos')).toEqual([])
    expect(remarks('confirmed source:nothing')).toEqual([])
  })
})
