// Styles kept in the workspace, and the way from what is cited to the sentences that rest on it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCore, aDocument, aSource, aTag } from '../a-core.ts'
import { folder } from './a-source.ts'

const ieee = readFileSync(join(folder, 'styles/ieee.csl'), 'utf8')

describe('the user’s own styles', () => {
  it('are kept once, used, and removed with undo', () => {
    const core = aCore()
    const own = ieee.replace(/<title>[^<]*<\/title>/, '<title>House of mine</title>')
    const added = core.api.citations.addStyle({ text: `\ufeff${own}` })
    expect(added).toMatchObject({ title: 'House of mine', kind: 'in-text', own: true })
    expect(core.api.citations.addStyle({ text: own }).id).toBe(added.id)
    expect(core.api.citations.styles({}).at(-1)).toEqual(added)
    core.api.citations.removeStyle({ style: added.id })
    expect(core.api.citations.styles({}).some(({ own: mine }) => mine)).toBe(false)
    expect(core.api.history.undo({})).toEqual({ label: 'Remove citation style' })
    expect(core.api.citations.styles({}).at(-1)).toEqual(added)
  })

  it.each([
    ['words', 'it is not a CSL style'],
    ['<html></html>', 'it is not a CSL style'],
    [`<!DOCTYPE style [<!ENTITY x "y">]>${ieee}`, 'it holds a document type or entities'],
    ['<style xmlns="http://purl.org/net/xbiblio/csl"><info/></style>', 'it does not say how to cite'],
    [
      '<style xmlns="http://purl.org/net/xbiblio/csl"><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>',
      'it only points at another style; add that one instead: http://www.zotero.org/styles/apa',
    ],
    ['<style xmlns="http://purl.org/net/xbiblio/csl"><citation><layout><text macro="none"/></layout></citation></style>', 'it cannot be run'],
  ])('are refused with the reason: %.40s', (text, reason) => {
    const core = aCore()
    expect(() => core.api.citations.addStyle({ text })).toThrow(reason)
    expect(core.api.citations.styles({}).every(({ own }) => !own)).toBe(true)
  })
})

describe('what rests on a source, a passage, an item', () => {
  it('is every sentence that cites it, by memo and number', async () => {
    const core = aCore()
    const source = await aSource(core, 'Putin met Witkoff in Moscow. Nothing was agreed.')
    const met = aTag(core, source, 'Putin met Witkoff', 'claim')
    const nothing = aTag(core, source, 'Nothing was agreed', 'claim')
    const quotes = [{ id: met.passage, quote: 'Putin met Witkoff' }, { id: nothing.passage, quote: 'Nothing was agreed' }]
    const { id } = core.api.memos.create({ head: { title: 'A memo' } })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['They met.[[0]] No text came of it.[[1]] So it goes.', 'They met again.[[0]]'], quotes) })
    const sentences = (kind: 'source' | 'passage' | 'item', of: string) =>
      core.api.citations.restingOn({ kind, id: of }).map(({ memo, number, sentence }) => [memo === id, number, sentence])
    expect(sentences('source', source.source)).toEqual([
      [true, 1, 'They met.'],
      [true, 2, 'No text came of it.'],
      [true, 3, 'They met again.'],
    ])
    expect(sentences('passage', nothing.passage)).toEqual([[true, 2, 'No text came of it.']])
    expect(sentences('item', met.item)).toEqual([[true, 1, 'They met.'], [true, 3, 'They met again.']])
  })
})

describe('formatting by the contract', () => {
  it('resolves passages to sources and paragraphs; what was deleted is said to be', async () => {
    const core = aCore()
    const source = await aSource(core, 'First paragraph.\n\nPutin met Witkoff in Moscow.', 'Talks')
    const { passage } = aTag(core, source, 'Putin met Witkoff', 'claim')
    const cite = { passage, prefix: '', suffix: '', locator: null, suppressAuthor: false }
    const format = () =>
      core.api.citations
        .format({ style: 'house', language: 'en', citations: [{ id: passage, cites: [cite] }] })
        .texts.map(({ runs }) => runs.map(({ text }) => text).join(''))
    expect(format()).toEqual(['Talks, n.d., ¶ 2.'])
    core.api.sources.remove({ source: source.source })
    core.api.trash.empty({ sources: 1 })
    expect(format()).toEqual(['[deleted passage], n.d.'])
  })
})
