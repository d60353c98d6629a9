// Brings documents in: each file is read, checked for a copy of itself, and durable before the next one.
import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { countWords } from '../../shared/blocks.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ImportOutcome, ImportReport, sourcesArguments } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { storageError } from '../database/sqlite-errors.ts'
import { readInThread } from '../import/document-thread.ts'
import { formatOf, isPacked, readDocument, type DocumentInput, type ReadDocument } from '../import/read-document.ts'
import type { SourcesStore } from './sources-store.ts'

type PastedText = z.infer<typeof sourcesArguments.importText>

/** A file above this many bytes is refused before it is read into memory. */
const largestFile = 100 * 1024 * 1024

const bundledArticle = 'why-the-us-russia-ukraine-talks-failed.txt'

const mediaTypes = { plain: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const

function refuseTooLarge(name: string, size: number): void {
  if (size > largestFile) {
    throw new GroundworkError(
      'source.too-large',
      `“${name}” is larger than ${largestFile / 1024 / 1024} MB and was not imported. Split it and import the parts.`,
    )
  }
}

/** Makes the importer of a workspace. */
export function createImporter(context: CoreContext, store: SourcesStore) {
  function keep(document: ReadDocument, input: DocumentInput): Id {
    const id = context.newId()
    const at = context.now()
    const { metadata } = document
    store.insertOriginal(document.sha256, input.bytes)
    store.insert({
      ...metadata,
      id,
      authors: JSON.stringify(metadata.authors),
      reference: JSON.stringify(document.reference),
      provenance: JSON.stringify(document.provenance),
      reliability: null,
      fileName: input.fileName,
      mediaType: document.mediaType,
      encoding: document.encoding,
      sha256: document.sha256,
      capturedAt: at,
      version: 1,
    })
    store.insertText({
      source: id,
      version: 1,
      text: document.text,
      blocks: JSON.stringify(document.blocks),
      marks: JSON.stringify(document.marks),
      setAside: JSON.stringify(document.setAside),
      words: countWords(document.text, metadata.language ?? undefined),
      paragraphs: document.blocks.filter((block) => block.kind !== 'heading').length,
      at,
    })
    return id
  }

  async function importDocument(name: string, input: DocumentInput): Promise<ImportOutcome> {
    const document = isPacked(formatOf(input)) ? await readInThread(input) : readDocument(input)
    const known = store.bySha256(document.sha256)
    if (known) {
      return {
        name,
        outcome: 'duplicate',
        source: known.id,
        reason: `It is in the workspace already as “${known.title}”.`,
        code: 'source.duplicate',
      }
    }
    const source = context.command('Import source', () => keep(document, input))
    return { name, outcome: 'imported', source, reason: document.remark, code: null }
  }

  async function importStaged(staged: Id): Promise<ImportOutcome> {
    const { path, name } = context.files.staged(staged)
    refuseTooLarge(name, (await stat(path)).size)
    return importDocument(name, { bytes: await readFile(path), fileName: name })
  }

  return {
    importFiles: (files: Id[], job: Id): Promise<ImportReport> =>
      context.jobs.run(job, async ({ signal, report }) => {
        const outcomes: ImportOutcome[] = []
        for (const [done, file] of files.entries()) {
          if (signal.aborted) break
          report('Importing', done, files.length)
          outcomes.push(await importStaged(file).catch((thrown: unknown) => failure(context, file, thrown)))
          // A tag, a save or a cancel gets its turn between two files.
          await setImmediate()
        }
        report('Importing', outcomes.length, files.length)
        return asReport(outcomes, signal.aborted)
      }),

    async importText({ text, format, title, url }: PastedText): Promise<ImportReport> {
      const input: DocumentInput = {
        bytes: new TextEncoder().encode(text),
        fileName: null,
        mediaType: mediaTypes[format],
        titleHint: title ?? null,
        url: url ?? null,
      }
      return asReport([await importDocument(title ?? 'Pasted text', input)], false)
    },

    /** Not a command: a new workspace holds the article, and there is nothing to undo yet. */
    importBundledArticle(): void {
      const path = join(context.resources, bundledArticle)
      refuseTooLarge(bundledArticle, statSync(path).size)
      const input: DocumentInput = { bytes: readFileSync(path), fileName: bundledArticle }
      context.db.transaction(() => keep(readDocument(input), input)).immediate()
    },
  }
}

function failure(context: CoreContext, file: Id, thrown: unknown): ImportOutcome {
  const name = (() => {
    try {
      return context.files.staged(file).name
    } catch {
      return 'a file'
    }
  })()
  const known = storageError(thrown, name) ?? thrown
  const { code, message } =
    known instanceof GroundworkError
      ? known
      : { code: 'internal', message: `“${name}” could not be imported; it may be damaged. Nothing of it was kept.` }
  return { name, outcome: 'failed', source: null, reason: message, code }
}

function asReport(outcomes: ImportOutcome[], cancelled: boolean): ImportReport {
  const count = (outcome: ImportOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome).length
  return {
    imported: count('imported'),
    duplicates: count('duplicate'),
    failed: count('failed'),
    cancelled,
    outcomes,
  }
}
