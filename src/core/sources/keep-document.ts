// A document that was read becomes a source, or a new version of the source that it is a changed copy of.
import type { Id } from '../../shared/identifiers.ts'
import type { Correction } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import type { DocumentInput, DocumentRow } from '../import/read-document.ts'
import type { CarryPassages } from './correct-source.ts'
import type { SourceRow, SourcesStore } from './sources-store.ts'

/** Makes the two ways of keeping a document; both are to be called inside a command. */
export function documentKeeper(context: CoreContext, store: SourcesStore, carryPassages: CarryPassages) {
  function keepText(source: Id, version: number, document: DocumentRow): void {
    store.insertText({
      source,
      version,
      text: document.text,
      blocks: document.blocks,
      marks: document.marks,
      setAside: document.setAside,
      words: document.words,
      paragraphs: document.paragraphs,
      at: context.now(),
    })
  }

  return {
    /** Keeps a document as a source of its own. */
    keep(document: DocumentRow, input: DocumentInput): Id {
      const id = context.newId()
      const { metadata } = document
      store.insertOriginal(document.sha256, input.bytes)
      store.insert({
        ...metadata,
        id,
        authors: JSON.stringify(metadata.authors),
        reference: JSON.stringify(document.reference),
        provenance: JSON.stringify(document.provenance),
        reliability: null,
        retractedOn: null,
        retractionNote: null,
        fileName: input.fileName,
        mediaType: document.mediaType,
        encoding: document.encoding,
        sha256: document.sha256,
        capturedAt: context.now(),
        version: 1,
      })
      keepText(id, 1, document)
      return id
    },

    /** Keeps a document as the newest version of a source, with its passages carried over; metadata stays as it is. */
    keepVersion(source: SourceRow, document: DocumentRow, input: DocumentInput): Correction {
      const version = Math.max(source.version, store.newestVersion(source.id)) + 1
      store.insertOriginal(document.sha256, input.bytes)
      keepText(source.id, version, document)
      store.setOriginal(source.id, { sha256: document.sha256, mediaType: document.mediaType, encoding: document.encoding, capturedAt: context.now() })
      store.setVersion(source.id, version)
      return { version, ...carryPassages(source.id, version) }
    },
  }
}

/** What became of the passages, as a sentence. */
export function sayCarried({ version, moved, changed, review }: Correction): string {
  const passages = moved + changed + review
  const carried = passages === 0 ? '' : ` ${moved + changed} of its ${passages === 1 ? 'one passage was' : `${passages} passages were`} carried over`
  const left = review === 0 ? '' : `, ${review === 1 ? 'one waits' : `${review} wait`} for review`
  return `It had changed, and is kept as version ${version} of the source that was here.${carried}${left}${carried === '' ? '' : '.'}`
}
