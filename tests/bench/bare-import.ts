// The floor of an import: a loop over the files with the parser of their format and one durable INSERT each.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { Readability } from '@mozilla/readability'
import Database from 'better-sqlite3'
import { parseHTML } from 'linkedom'
import { Marked } from 'marked'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ImportKind } from './import-files.ts'

const marked = new Marked({ gfm: true, async: false })
const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts') + sep

async function pdfText(bytes: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true, useWasm: false, standardFontDataUrl: fonts })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    text += (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')
    page.cleanup()
  }
  await task.destroy()
  return text
}

const parsers: Record<ImportKind, (bytes: Buffer) => string | Promise<string>> = {
  html: (bytes) => new Readability(parseHTML(bytes.toString()).document as unknown as Document).parse()?.textContent ?? '',
  pdf: pdfText,
  md: (bytes) => marked.parse(bytes.toString(), { async: false }),
}

/** Milliseconds from the first file to the last commit, by the clock and of the processor; durable as a workspace is. */
export async function bareImport(kind: ImportKind, paths: readonly string[], database: string): Promise<{ taken: number; processor: number }> {
  const db = new Database(database)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE document (id INTEGER PRIMARY KEY, bytes BLOB, text TEXT)')
  const insert = db.prepare('INSERT INTO document (bytes, text) VALUES (?, ?)')
  const before = process.cpuUsage()
  const began = performance.now()
  for (const path of paths) {
    const bytes = readFileSync(path)
    insert.run(bytes, await parsers[kind](bytes))
  }
  const taken = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  db.close()
  return { taken, processor: (user + system) / 1000 }
}
