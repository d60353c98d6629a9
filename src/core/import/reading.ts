// What a reader of one format hands over: blocks not yet laid out, and metadata with the rule that found it.
import type { Reference } from '../../shared/reference.ts'
import type { Block, Metadata, SetAside, TextMark } from '../../shared/sources.ts'

/** A mark over `[start, end)` of its draft's own text, in UTF-16 code units. */
export type DraftMark = TextMark

/** A block before it has its place: like `Block`, with its text instead of offsets. */
export interface DraftBlock extends Omit<Block, 'start' | 'end'> {
  text: string
  marks: DraftMark[]
}

/** A metadata value and the rule that found it, for example `{ value: 'TIME', rule: 'feed footer' }`. */
export interface Finding<T> {
  value: T
  rule: string
}

/** What a document says about itself; a key is absent when it says nothing. */
export type Findings = { [K in keyof Metadata]?: Finding<NonNullable<Metadata[K]>> } & {
  [K in keyof Reference]?: Finding<NonNullable<Reference[K]>>
}

/** One document as its reader sees it. `setAside` holds what the format itself keeps apart, such as front matter. */
export interface Reading {
  /** A WHATWG encoding name in lower case; null for a format that is no text. */
  encoding: string | null
  drafts: DraftBlock[]
  findings: Findings
  setAside: SetAside[]
  /** What the analyst should know of the import, as a sentence. */
  remark?: string
}

/** What is known of a document before it is read. */
export interface DocumentInput {
  bytes: Uint8Array
  /** The file's name, with or without folders; null for what was pasted. */
  fileName: string | null
  /** As a server or the clipboard named it, parameters included; a charset parameter outranks the document's own. */
  mediaType?: string | null
  /** A title that the analyst typed. */
  titleHint?: string | null
  /** The address it came from; relative links are resolved against it. */
  url?: string | null
  /** The day on which it was fetched from there, as `2025-12-02`. */
  accessed?: string | null
}

/** Reads one format. Throws a GroundworkError whose code starts with `source.`. */
export type Reader = (input: DocumentInput) => Reading

/** Says that the reading goes on; the next part may take `milliseconds`, a few seconds unless said. */
export type Step = (milliseconds?: number) => void

/** Reads one packed format; rejects as a `Reader` throws. */
export type PackedReader = (input: DocumentInput, step: Step) => Promise<Reading>
