// Brings documents in: each file is read, checked for a copy of itself, and durable before the next one.
import { readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ImportOutcome, ImportReport, sourcesArguments } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { storageError } from '../database/sqlite-errors.ts'
import { readInThread } from '../import/document-thread.ts'
import { formatOf, isPacked, readDocument, supportedEndings, type DocumentInput } from '../import/read-document.ts'
import { fetchPage } from '../import/fetch-page.ts'
import { isReferenceFile, readReferenceFile } from '../import/reference-file.ts'
import { baseName } from '../import/refusal.ts'
import { filledFrom, sourceFinder } from './attach-references.ts'
import type { CarryPassages } from './correct-source.ts'
import { documentKeeper, sayCarried } from './keep-document.ts'
import { olderVersion } from './new-version.ts'
import type { Trash } from '../trash/trash.ts'
import type { SourceRow, SourcesStore } from './sources-store.ts'

type PastedText = z.infer<typeof sourcesArguments.importText>
type WebAddress = z.infer<typeof sourcesArguments.importUrl>

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
export function createImporter(context: CoreContext, store: SourcesStore, trash: Trash, carryPassages: CarryPassages) {
  const { keep, keepVersion } = documentKeeper(context, store, carryPassages)

  async function importDocument(name: string, input: DocumentInput): Promise<ImportOutcome> {
    const document = isPacked(formatOf(input)) ? await readInThread(input) : readDocument(input)
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

  async function importStaged(staged: Id): Promise<ImportOutcome> {
    const { path, name } = context.files.staged(staged)
    refuseTooLarge(name, (await stat(path)).size)
    if (isReferenceFile(name)) return attachReferences(name, { bytes: await readFile(path), fileName: name })
    return importDocument(name, { bytes: await readFile(path), fileName: name })
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
  return failureOf(name, thrown)
}

function failureOf(name: string, thrown: unknown): ImportOutcome {
  const known = storageError(thrown, name) ?? thrown
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
