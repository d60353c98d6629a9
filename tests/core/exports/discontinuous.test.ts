// Passages with words left out, in the notes, in the annex and in the checks: every cut is shown, no word is lost.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCore, aDocument, aSource, spanOf } from '../a-core.ts'
import { textOf } from './poppler.ts'
import { zipParts } from './read-docx.ts'

const text = 'Putin met Witkoff in Moscow for five hours on Tuesday.\n\nNothing was agreed on territory, aides said.\n\nTalks go on in May.'
const quote = 'Putin met Witkoff … for five hours … Nothing was agreed … go on'

async function aMemo() {
  const core = aCore()
  const source = await aSource(core, text, 'Kremlin talks')
  const spans = ['Putin met Witkoff', 'for five hours', 'Nothing was agreed', 'go on'].map((words) => spanOf(source, words))
  const passage = core.api.passages.create({ source: source.source, version: 1, spans })
  const { id } = core.api.memos.create({ head: { title: 'A short memo' } })
  const save = (paragraphs: string[]) => {
    const document = aDocument(paragraphs, [{ id: passage.id, quote: passage.quote }])
    core.api.memos.save({ memo: id, revision: core.api.memos.get({ memo: id }).revision, document })
    return document
  }
  return { core, source, passage, memo: id, save }
}

describe('a discontinuous passage', () => {
  it('is quoted with its cuts', async () => {
    const { passage } = await aMemo()
    expect(passage.quote).toBe(quote)
  })

  it('keeps its cuts in the note, and all its words in the annex, in every format', async () => {
    const { core, memo, save } = await aMemo()
    save(['They met.[[0]]'])
    const exported = async (format: 'pdf' | 'docx' | 'md' | 'html' | 'txt') => {
      const { file, warnings } = await core.api.exports.memo({ memo, format })
      expect(warnings).toEqual([])
      return core.files.served(file).path
    }
    const plain = (words: string) => words.replaceAll(/<[^>]+>/g, '').replaceAll(/[»«]/g, '').replaceAll('\u00a0', ' ').replaceAll('\\', '').replaceAll(/\s+/g, ' ')
    const docx = await zipParts(readFileSync(await exported('docx')))
    const part = (name: string) => plain(docx[name] ?? '')
    const files = {
      pdf: textOf(await exported('pdf')),
      md: plain(readFileSync(await exported('md'), 'utf8')),
      html: plain(readFileSync(await exported('html'), 'utf8')),
      txt: plain(readFileSync(await exported('txt'), 'utf8')),
      docx: `${part('word/footnotes.xml')} ${part('word/document.xml')}`,
    }
    for (const [format, words] of Object.entries(files)) {
      expect(words, format).toContain(`“${quote}”`)
      expect(words, format).toContain('in Moscow for five hours on Tuesday. … Nothing was agreed … go on')
    }
  })

  it('is no quotation that differs, and is one when a cut is not shown or a word is another', async () => {
    const { core, memo, save } = await aMemo()
    const findings = (sentence: string) =>
      core.api.checks.run({ memo, language: 'en', document: save([sentence]) }).filter(({ rule }) => rule === 'quotation').map(({ words }) => words)
    expect(findings(`It says “${quote}”.[[0]]`)).toEqual([])
    expect(findings('It says “Putin met Witkoff […] Nothing was agreed”.[[0]]')).toEqual([])
    expect(findings('It says “Putin met Witkoff ... for five hours”.[[0]]')).toEqual([])
    expect(findings('It says “Putin met Witkoff for five hours”.[[0]]')).toHaveLength(1)
    expect(findings('It says “Nothing was agreed … Putin met Witkoff”.[[0]]')).toHaveLength(1)
    expect(findings('It says “Putin met Witkoff … for nine hours”.[[0]]')).toHaveLength(1)
  })

  it('is seen to have changed when a segment is taken out, and is quoted anew', async () => {
    const { core, source, passage, memo, save } = await aMemo()
    save(['They met.[[0]]'])
    core.api.passages.setBounds({ passage: passage.id, spans: ['Putin met Witkoff', 'Nothing was agreed'].map((words) => spanOf(source, words)) })
    const { file } = await core.api.exports.memo({ memo, format: 'txt' })
    const words = readFileSync(core.files.served(file).path, 'utf8').replaceAll(/\s+/g, ' ')
    expect(words).toContain(quote)
    expect(words).toMatch(/changed/u)
    expect(core.api.passages.get({ passage: passage.id }).quote).toBe('Putin met Witkoff … Nothing was agreed')
  })
})
