// Other people's programs read our files: pandoc and LibreOffice, where they are installed, find every word and every note.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import type { ExportFormat } from '../../../src/shared/exports.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead } from './a-memo.ts'
import { aRandomMemo, type RandomMemo } from './a-random-memo.ts'
import { decoded } from './read-docx.ts'

afterAll(closeTypst)

const isInstalled = (tool: string): boolean => spawnSync(tool, ['--version'], { timeout: 60_000 }).status === 0

const exported = async ({ document, ...memo }: RandomMemo, format: ExportFormat): Promise<string> =>
  (await exportMemoToFile({ memo: { head: aHead(), document }, ...memo, format, resources, folder: aFolder(), fontFolders: [] })).path

/** Programs break lines and spell spaces as they like. */
const bare = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u00ad\u200b]+/gu, '')

const lostOf = (parts: readonly string[], words: string): string[] => parts.filter((part) => !bare(words).includes(bare(part)))

/** What pandoc understands of a file: its words in order, and how many notes and pictures it has. */
function readByPandoc(path: string, from: string): { words: string; notes: number } {
  const { stdout, status, stderr } = spawnSync('pandoc', ['-f', from, '-t', 'json', '--track-changes=all', path], { encoding: 'utf8', maxBuffer: 200_000_000, timeout: 120_000 })
  if (status !== 0) throw new Error(stderr)
  const words: string[] = []
  let notes = 0
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    else if (typeof node === 'object' && node !== null && 't' in node) {
      const { t: type, c: content } = node as { t: string; c?: unknown }
      if (type === 'Note') notes += 1
      if (type === 'Str') words.push(String(content))
      else if ((type === 'Code' || type === 'CodeBlock') && Array.isArray(content)) words.push(String(content[1]))
      else if (type === 'Space' || type === 'SoftBreak' || type === 'LineBreak') words.push(' ')
      else if (type !== 'RawInline' && type !== 'RawBlock') visit(content)
    } else if (typeof node === 'object' && node !== null) for (const one of Object.values(node)) visit(one)
  }
  visit(JSON.parse(stdout))
  return { words: words.join(''), notes }
}

describe.skipIf(!isInstalled('pandoc'))('pandoc', () => {
  const formats: [ExportFormat, string][] = [
    ['docx', 'docx'],
    ['md', 'markdown-smart'],
    ['md', 'commonmark_x-smart'],
    ['html', 'html'],
  ]
  it.each(formats)('finds every word of memos made by chance in %s read as %s', async (format, from) => {
    for (const seed of [21, 22, 23]) {
      const memo = aRandomMemo(randomFrom(seed))
      const { words, notes } = readByPandoc(await exported(memo, format), from)
      const quotes = memo.passages.filter(({ id }) => JSON.stringify(memo.document).includes(id)).map(({ quote }) => quote)
      expect({ seed, lost: lostOf([...memo.stretches, ...quotes], words) }).toEqual({ seed, lost: [] })
      if (format !== 'html') expect(notes).toBe(memo.citations)
      if (format === 'docx') expect(lostOf(memo.commented, words)).toEqual([])
    }
  })
})

describe.skipIf(!isInstalled('soffice'))('LibreOffice', () => {
  it('finds every word of a memo made by chance in a Word document', async () => {
    const memo = aRandomMemo(randomFrom(24))
    const folder = aFolder()
    const profile = mkdtempSync(join(tmpdir(), 'office-'))
    const path = join(folder, 'memo.docx')
    writeFileSync(path, readFileSync(await exported(memo, 'docx')))
    const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'html', '--outdir', folder, path], { encoding: 'utf8', timeout: 170_000 })
    expect([status, stderr]).toEqual([0, expect.any(String)])
    const words = decoded(readFileSync(join(folder, 'memo.html'), 'utf8').replaceAll(/<[^>]*>/g, '').replaceAll('&nbsp;', ' '))
    expect(lostOf([...memo.stretches, ...memo.passages.filter(({ id }) => JSON.stringify(memo.document).includes(id)).map(({ quote }) => quote)], words)).toEqual([])
  }, 180_000)
})
