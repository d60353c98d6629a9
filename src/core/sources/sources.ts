// Sources: imported, listed, corrected in their metadata, removed.
import { basename } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { changeReference, type Reference, type ReferenceChanges } from '../../shared/reference.ts'
import type { Metadata, Name, Provenance, Retraction, Source, SourceText } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { openedAs } from '../files/opened-as.ts'
import { endingFor } from '../import/read-document.ts'
import type { Trash } from '../trash/trash.ts'
import { sourceCorrector, type CarryPassages } from './correct-source.ts'
import { createImporter } from './import-sources.ts'
import { sourcesStore, type SourceRow, type StoredSource } from './sources-store.ts'

function sourceGone(): never {
  throw new GroundworkError('source.gone', 'This source no longer exists. Undo brings back one that was deleted.')
}

const metadataOf = (row: SourceRow): Metadata => ({
  title: row.title,
  authors: JSON.parse(row.authors) as Name[],
  containerTitle: row.containerTitle,
  issued: row.issued,
  url: row.url,
  accessed: row.accessed,
  language: row.language,
})

const retractionIn = ({ retractedOn, retractionNote }: SourceRow) => ({ retractedOn, retractionNote })

const retractionColumns = (retraction: Retraction | null) =>
  retraction ? { retractedOn: retraction.on, retractionNote: retraction.note } : { retractedOn: null, retractionNote: null }

/** The feature's calls, and the import of the bundled article into a new workspace. */
export function createSources(context: CoreContext, trash: Trash, carryPassages: CarryPassages): { api: Api['sources']; importBundledArticle(): void } {
  const store = sourcesStore(context.db)
  const importer = createImporter(context, store, trash, carryPassages)
  const correct = sourceCorrector(context, store, carryPassages)
  const requireSource = (id: Id): StoredSource => store.one(id) ?? sourceGone()

  function get(id: Id): Source {
    const row = requireSource(id)
    const sizes = store.sizes(id, row.version) ?? sourceGone()
    return {
      id,
      metadata: metadataOf(row),
      reference: JSON.parse(row.reference) as Reference,
      provenance: JSON.parse(row.provenance) as Provenance,
      reliability: row.reliability,
      retraction: row.retractedOn === null ? null : { on: row.retractedOn, note: row.retractionNote ?? '' },
      progress: row.progress,
      trashedAt: row.trashedAt,
      fileName: row.fileName,
      mediaType: row.mediaType,
      encoding: row.encoding,
      size: store.sizeOf(row.sha256),
      sha256: row.sha256,
      capturedAt: row.capturedAt,
      version: row.version,
      ...sizes,
    }
  }

  function text(id: Id, version: number | undefined): SourceText {
    const row = store.text(id, version ?? requireSource(id).version) ?? sourceGone()
    return {
      source: row.source,
      version: row.version,
      text: row.text,
      blocks: JSON.parse(row.blocks) as SourceText['blocks'],
      marks: JSON.parse(row.marks) as SourceText['marks'],
      setAside: JSON.parse(row.setAside) as SourceText['setAside'],
    }
  }

  function update(id: Id, changes: Partial<Metadata>, further: ReferenceChanges, judged: Pick<SourceRow, 'reliability' | 'retractedOn' | 'retractionNote'>): void {
    const row = requireSource(id)
    const metadata = { ...metadataOf(row), ...changes }
    const provenance = JSON.parse(row.provenance) as Provenance
    for (const field of Object.keys({ ...changes, ...further }) as (keyof Provenance)[]) delete provenance[field]
    store.update({
      ...row,
      ...metadata,
      authors: JSON.stringify(metadata.authors),
      reference: JSON.stringify(changeReference(JSON.parse(row.reference) as Reference, further)),
      provenance: JSON.stringify(provenance),
      ...judged,
    })
  }

  const api: Api['sources'] = {
    list: () => store.list().map((row) => ({ ...row, authors: JSON.parse(row.authors) as Name[] })),
    get: ({ source }) => get(source),
    text: ({ source, version }) => text(source, version),
    update: ({ source, metadata, reference, reliability, retraction }) => {
      const row = requireSource(source)
      const judged = {
        reliability: reliability === undefined ? row.reliability : reliability,
        ...(retraction === undefined ? retractionIn(row) : retractionColumns(retraction)),
      }
      const label = retraction !== undefined ? 'Edit retraction' : reliability !== undefined ? 'Grade source' : 'Edit source'
      context.command(label, () => update(source, metadata ?? {}, reference ?? {}, judged))
      return get(source)
    },
    correct: (request) => correct(requireSource(request.source), request),
    importFiles: ({ files, job }) => importer.importFiles(files, job),
    importUrl: (address) => importer.importUrl(address),
    importText: (pasted) => importer.importText(pasted),
    remove: ({ source }) => {
      requireSource(source)
      trash.put([source])
      return null
    },
    original: ({ source }) => {
      const row = requireSource(source)
      const bytes = store.bytesOf(row.sha256) ?? sourceGone()
      const name = row.fileName ? basename(row.fileName) : `${row.title.slice(0, 80)}${endingFor(row.mediaType)}`
      const opened = openedAs(row.mediaType, row.encoding)
      const file = context.files.serveBytes(bytes, name, 'application/octet-stream', opened)
      return { file, name, size: bytes.length, warnings: [], showable: (opened?.shown ?? null) !== null }
    },
  }
  return { api, importBundledArticle: () => importer.importBundledArticle() }
}
