// Builders for import tests: documents from strings and fixtures, results as readable lines.
import { readFileSync } from 'node:fs'
import { GroundworkError, type WireError } from '../../../src/shared/errors.ts'
import { readDocument, type DocumentInput, type ReadDocument } from '../../../src/core/import/read-document.ts'

/** Reads a text as a file of the given name. */
export function readText(text: string, fileName = 'note.txt', more: Partial<DocumentInput> = {}): ReadDocument {
  return readDocument({ bytes: new TextEncoder().encode(text), fileName, ...more })
}

/** Reads a text as pasted from the clipboard. */
export function readPasted(text: string, mediaType = 'text/plain', more: Partial<DocumentInput> = {}): ReadDocument {
  return readDocument({ bytes: new TextEncoder().encode(text), fileName: null, mediaType, ...more })
}

/** A file of `tests/fixtures/import`. */
export function fixture(name: string): DocumentInput {
  return { bytes: readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url)), fileName: name }
}

/** The texts of a document's blocks. */
export function textsOf(document: ReadDocument): string[] {
  return document.blocks.map((block) => document.text.slice(block.start, block.end))
}

/** One line a block: its kind with what qualifies it, then its text. */
export function outlineOf(document: ReadDocument): string[] {
  return document.blocks.map((block) => {
    const { kind, start, end, level, ordered, table, header } = block
    const name = [kind, level, ordered ? 'ordered' : undefined, table, header ? 'header' : undefined]
    return `${name.filter((part) => part !== undefined).join(' ')}: ${document.text.slice(start, end)}`
  })
}

/** One line a mark: its kind, what it covers, where it leads. */
export function marksOf(document: ReadDocument): string[] {
  return document.marks.map(({ kind, start, end, href }) => `${kind}: ${document.text.slice(start, end)}${href ? ` → ${href}` : ''}`)
}

/** Code and sentence of the refusal that an import ends in. */
export function refusalOf(input: DocumentInput): Pick<WireError, 'code' | 'message'> {
  try {
    readDocument(input)
  } catch (thrown) {
    if (thrown instanceof GroundworkError) return { code: thrown.code, message: thrown.message }
    throw thrown
  }
  throw new Error('the document was imported')
}
