// The calls of the feature `sources`.
import type { ExportedFile } from '../exports.ts'
import type { Correction, ImportReport, Source, SourceSummary, SourceText, sourcesArguments } from '../sources.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof sourcesArguments> = In<typeof sourcesArguments, Call>

/** What a client may ask of the feature `sources`. */
export interface SourcesApi {
  /** Every source that is not in the trash, newest capture first. */
  list(args: Given<'list'>): SourceSummary[]
  /** One source's metadata; `source.gone` when there is none. */
  get(args: Given<'get'>): Source
  /** A version of a source's text, the current one unless said; `source.gone` when there is none. */
  text(args: Given<'text'>): SourceText
  /** Changes metadata, reliability or retraction; a changed field loses its provenance. */
  update(args: Given<'update'>): Source
  /**
   * Keeps corrected blocks as a new version of the text and carries the passages over, in one command. `source.stale`
   * (details.version is the current one) when `version` is not the current one, `source.empty` without any words.
   */
  correct(args: Given<'correct'>): Correction
  /** Imports staged files one by one, each durable before the next; reports progress under `job`. Undoable file by file. */
  importFiles(args: Given<'importFiles'>): Promise<ImportReport>
  /** Fetches the page at a web address of the public internet and imports it, under `job`. */
  importUrl(args: Given<'importUrl'>): Promise<ImportReport>
  /** Imports pasted or typed text as one source. */
  importText(args: Given<'importText'>): Promise<ImportReport>
  /** Puts a source into the trash. */
  remove(args: Given<'remove'>): Done
  /** Makes the original bytes available as a file. `showable`: a browser shows it without running anything of it. */
  original(args: Given<'original'>): ExportedFile & { showable: boolean }
}

/** The calls that undo takes back. */
export const sourcesUndoable = ['update', 'importFiles', 'importUrl', 'importText', 'remove'] as const satisfies readonly (keyof SourcesApi)[]
