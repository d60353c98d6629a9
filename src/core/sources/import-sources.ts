// Brings documents in: files are read ahead, checked for copies of themselves, and durable before they are told of.
import { readFileSync, statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ImportOutcome, ImportReport, sourcesArguments } from '../../shared/sources.ts'
import { changedFeatures } from '../changed-features.ts'
import type { CoreContext } from '../context.ts'
import type { StagedAt } from '../files/files.ts'
import { storageError } from '../database/sqlite-errors.ts'
import { readFileInThread, readInThread } from '../import/document-thread.ts'
import { asRow, formatOf, isPacked, readDocument, supportedEndings, type DocumentInput, type DocumentRow } from '../import/read-document.ts'
import { fetchPage } from '../import/fetch-page.ts'
import { isReferenceFile, readReferenceFile } from '../import/reference-file.ts'
import { readWholeFile, refuseTooLarge } from '../import/read-whole-file.ts'
import { baseName } from '../import/refusal.ts'
import { filledFrom, sourceFinder } from './attach-references.ts'
import type { CarryPassages } from './correct-source.ts'
import { documentKeeper, sayCarried } from './keep-document.ts'
import { olderVersion } from './new-version.ts'
import type { Trash } from '../trash/trash.ts'
import { readAhead } from './read-ahead.ts'
import type { SourceRow, SourcesStore } from './sources-store.ts'

type PastedText = z.infer<typeof sourcesArguments.importText>
type WebAddress = z.infer<typeof sourcesArguments.importUrl>

/** A text longer than this, in bytes, or one of more files than that, is read in the thread, while others work here. */
const longText = 256 * 1024
const fewFiles = 20

/** How often the windows hear of new sources while a batch runs, in milliseconds: each time they list them anew. */
const hearing = 700

/** A file that was read; `keep` writes it and says what came of it. */
interface Read {
  name: string
  keep(): ImportOutcome
}

const bundledArticle = 'why-the-us-russia-ukraine-talks-failed.txt'

const mediaTypes = { plain: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const

/** Makes the importer of a workspace. */
export function createImporter(context: CoreContext, store: SourcesStore, trash: Trash, carryPassages: CarryPassages) {
  const { keep, keepVersion } = documentKeeper(context, store, carryPassages)

  async function importDocument(name: string, input: DocumentInput): Promise<ImportOutcome> {
    return keepDocument(name, input, isPacked(formatOf(input)) ? await readInThread(input) : asRow(readDocument(input)))
  }

  /** Keeps a document that was read, unless it is here already. */
  function keepDocument(name: string, input: DocumentInput, document: DocumentRow): ImportOutcome {
    const known = store.bySha256(document.sha256)
    if (known?.trashedAt) {
      trash.restore([known.id])
      return { name, outcome: 'imported', source: known.id, reason: `“${known.title}” was in the trash and is back.`, code: null }
    }
    if (known) {
      return {
        name,
        outcome: 'duplicate',
        source: known.id,
        reason: `It is in the workspace already as “${known.title}”.`,
        code: 'source.duplicate',
      }
    }
    const older = olderVersion(store, document, input.fileName)
    if (older) {
      const carried = context.command('Import new version', () => keepVersion(older, document, input))
      return { name, outcome: 'updated', source: older.id, reason: sayCarried(carried), code: null }
    }
    const source = context.command('Import source', () => keep(document, input))
    return { name, outcome: 'imported', source, reason: document.remark, code: null }
  }

  /** Attaches the entries of a reference file to the sources that they are about, in one command. */
  function attachReferences(name: string, input: DocumentInput): ImportOutcome {
    const entries = readReferenceFile(input)
    const find = sourceFinder(store.all())
    const lost: string[] = []
    const filled = new Map<Id, SourceRow>()
    let known = 0
    for (const entry of entries) {
      const found = find(entry)
      if (!found) lost.push(entry.metadata.title ?? entry.metadata.url ?? 'Untitled')
      else {
        const row = filledFrom(filled.get(found.id) ?? found, entry)
        if (row) filled.set(found.id, row)
        else known += 1
      }
    }
    if (filled.size > 0) context.command('Attach references', () => filled.forEach((row) => store.update(row)))
    return { name, outcome: 'references', source: null, reason: sayAttached(entries.length, known, lost), code: null }
  }

  /** Reads a staged file as far as nothing is written; the answer keeps it. Never rejects. */
  async function readStaged(staged: Id, many: boolean): Promise<Read> {
    try {
      const { path, name, size } = context.files.staged(staged)
      refuseTooLarge(name, size)
      if (isReferenceFile(name)) {
        const references = { bytes: readWholeFile(path, name), fileName: name }
        return { name, keep: () => attachReferences(name, references) }
      }
      const { input, document } = await readStagedDocument({ path, name, size }, many)
      return { name, keep: () => keepDocument(name, input, document) }
    } catch (thrown) {
      const failed = failure(context, staged, thrown)
      return { name: failed.name, keep: () => failed }
    }
  }

  async function readStagedDocument({ path, name, size }: StagedAt, many: boolean): Promise<{ input: DocumentInput; document: DocumentRow }> {
    if (!many && size <= longText) {
      const input = { bytes: readWholeFile(path, name), fileName: name }
      if (!isPacked(formatOf(input))) return { input, document: asRow(readDocument(input)) }
    }
    const { document, bytes } = await readFileInThread(path, name, size)
    return { input: { bytes, fileName: name }, document }
  }

  /** Keeps files in one commit: all of them are durable when it is answered. One that fails takes no other with it. */
  function keepTogether(group: readonly Read[]): { outcomes: ImportOutcome[]; tables: string[] } {
    const keepOne = ({ name, keep: keepIt }: Read): ImportOutcome => {
      try {
        return keepIt()
      } catch (thrown) {
        // A full disk may have ended the transaction, and what was kept in it is gone.
        if (!context.db.inTransaction) throw thrown
        return failureOf(name, thrown)
      }
    }
    try {
      const { result, tables } = context.together(() => group.map(keepOne))
      return { outcomes: result, tables }
    } catch (thrown) {
      return { outcomes: group.map(({ name }) => failureOf(name, thrown)), tables: [] }
    }
  }

  function sizeOf(staged: Id): number {
    try {
      return context.files.staged(staged).size
    } catch {
      return 0
    }
  }

  async function importPage(address: string, signal: AbortSignal): Promise<ImportOutcome> {
    const page = await fetchPage(address, context.network, signal)
    const named = baseName(new URL(page.url).pathname)
    const known = supportedEndings.some((ending) => named.toLowerCase().endsWith(ending))
    const fileName = known && !/^text\/html/i.test(page.mediaType ?? '') ? decodeURIComponent(named) : null
    return importDocument(page.url, { bytes: page.bytes, fileName, mediaType: page.mediaType, url: page.url, accessed: context.now().slice(0, 10) })
  }

  return {
    importFiles: (files: Id[], job: Id): Promise<ImportReport> =>
      context.jobs.run(job, async ({ signal, report }) => {
        const outcomes: ImportOutcome[] = []
        const written = new Set<string>()
        const tell = nowAndThen(() => context.emit({ name: 'changed', data: { features: changedFeatures([...written]) } }))
        report('Importing', 0, files.length)
        const many = files.length > fewFiles
        if (many) store.letLogGrow(true)
        try {
          for await (const group of readAhead({ files, sizeOf, read: (file) => readStaged(file, many), signal })) {
            if (signal.aborted) break
            const kept = keepTogether(group)
            outcomes.push(...kept.outcomes)
            for (const table of kept.tables) written.add(table)
            if (kept.tables.length > 0) tell()
            report('Importing', outcomes.length, files.length)
            // A tag, a save or a cancel gets its turn between two groups.
            await setImmediate()
          }
        } finally {
          if (many && context.db.open) store.letLogGrow(false)
        }
        if (written.size > 0) context.announce([...written])
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

    /** Fetches the page at an address and imports it; one that cannot be fetched is an outcome like any other. */
    importUrl: ({ url, job }: WebAddress): Promise<ImportReport> =>
      context.jobs.run(job, async ({ signal, report }) => {
        report('Fetching the page', 0, null)
        const outcome = await importPage(url, signal).catch((thrown: unknown) => failureOf(url, thrown))
        return asReport([outcome], signal.aborted)
      }),

    /** Not a command: a new workspace holds the article, and there is nothing to undo yet. */
    importBundledArticle(): void {
      const path = join(context.resources, bundledArticle)
      refuseTooLarge(bundledArticle, statSync(path).size)
      const input: DocumentInput = { bytes: readFileSync(path), fileName: bundledArticle }
      context.db.transaction(() => keep(asRow(readDocument(input)), input)).immediate()
    },
  }
}

/** Does a thing at most so often. */
function nowAndThen(work: () => void): () => void {
  let last = Date.now()
  return () => {
    if (Date.now() - last < hearing) return
    last = Date.now()
    work()
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
  return failureOf(name, thrown)
}

function failureOf(name: string, thrown: unknown): ImportOutcome {
  const known = storageError(thrown, null) ?? thrown
  const { code, message } =
    known instanceof GroundworkError
      ? known
      : { code: 'internal', message: `“${name}” could not be imported; it may be damaged. Nothing of it was kept.` }
  return { name, outcome: 'failed', source: null, reason: message, code }
}

const mostNamed = 20

/** How many references found their source, and which did not, as a sentence. */
function sayAttached(all: number, known: number, lost: readonly string[]): string {
  const found = all - lost.length
  const nothingNew = known === 0 ? '' : ` (${known} of them said nothing new)`
  const named = lost.slice(0, mostNamed).map((title) => `“${title.slice(0, 120)}”`).join(', ')
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} more` : ''
  const rest = lost.length === 0 ? '' : ` No source was found for ${named}${more}.`
  return `${found} of ${all === 1 ? 'its one reference' : `its ${all} references`} ${found === 1 ? 'was' : 'were'} attached to a source${nothingNew}.${rest}`
}

function asReport(outcomes: ImportOutcome[], cancelled: boolean): ImportReport {
  const count = (outcome: ImportOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome).length
  return {
    imported: count('imported'),
    updated: count('updated'),
    duplicates: count('duplicate'),
    failed: count('failed'),
    cancelled,
    outcomes,
  }
}
