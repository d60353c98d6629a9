// What is printed, as plain data: the one thing that crosses into Typst, where it is read as JSON and never as markup.
import type { RunLook, StyleKind } from '../../shared/citations.ts'
import type { PaperSize, Template } from '../../shared/exports.ts'
import type { ImageType } from '../../shared/images.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationState, Tlp } from '../../shared/memos.ts'
import type { Labels } from './labels.ts'

/** Null: as the document runs. */
export type Direction = 'ltr' | 'rtl' | null

export type Emphasis = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'superscript' | 'subscript'

/** A stretch of text in one dress. `link` is an http, https or mailto address. */
export interface TextRun {
  kind: 'text'
  text: string
  emphasis: Emphasis[]
  link: string | null
  /** Numbers of the comments that the text is about; absent for none. */
  comments?: number[]
}

/** A comment of the writer's; only formats that have comments show it. `replies` follow it; instants are ISO. */
export interface PaperComment {
  text: string
  at: string
  resolved: boolean
  replies: { text: string; at: string }[]
}

/**
 * A stretch of a reference in one dress. `source` leads to the entry in the source list, `link` out to the web; a `fixed`
 * stretch stands on one line; `marked` words are those that were cited.
 */
export interface ReferenceRun {
  text: string
  looks: RunLook[]
  marked: boolean
  source: Id | null
  link: string | null
  fixed: boolean
}

/**
 * A citation in the line, numbered through the memo from 1; a footnote of the author's own is one, too, and has no number
 * where citations are no notes. `text` is what a style writes in the line, null for a note's
 * mark; `note` is the note that hangs there, null for none. `evidence` are the pieces it rests on, none without an annex,
 * and `source` the first source it cites. `follows`: the mark before it is a note too and a comma must part the two.
 */
export interface CitationRun {
  kind: 'citation'
  number: number | null
  note: number | null
  text: ReferenceRun[] | null
  evidence: number[]
  source: Id | null
  follows: boolean
}

export type Inline = TextRun | CitationRun | { kind: 'break' }

/** `language` is an ISO 639 code where the script tells that a text is not in the memo's language, else null. */
export interface Textual {
  direction: Direction
  language: string | null
  content: Inline[]
}

/**
 * A heading looks like its `level` and is bookmarked at its `rank`: PDF/UA-1 (ISO 14289-1 §7.4.2) wants ranks that
 * start at 1 and never skip one, which a writer need not care about.
 */
export interface HeadingBlock extends Textual {
  kind: 'heading'
  level: 1 | 2 | 3
  rank: number
}

/**
 * Whether a block stands whole on a page. Typst keeps a note on the page of its mark for lines of the page itself and
 * for the first note of a block that does not break; and it holds widows and orphans without counting the room that
 * notes need.
 */
export interface Keepable {
  whole: boolean
}

export interface ParagraphBlock extends Textual, Keepable {
  kind: 'paragraph'
}

/** `tight`: every item is one paragraph or one with a list below it, so that items stand close. */
export interface ListBlock extends Keepable {
  kind: 'list'
  ordered: boolean
  start: number
  tight: boolean
  direction: Direction
  items: PaperBlock[][]
}

export interface QuotationBlock extends Keepable {
  kind: 'quotation'
  content: PaperBlock[]
}

/** Words set apart under a heading of their own: a callout, a key judgment. */
export interface CalloutBlock extends Keepable {
  kind: 'callout'
  label: string
  content: PaperBlock[]
}

export interface TableCell {
  head: boolean
  columns: number
  rows: number
  align: 'left' | 'center' | 'right' | null
  /** Whether the cell may break across pages; a short one never does. */
  long: boolean
  content: PaperBlock[]
}

/**
 * A table whose cells fill it: `headRows` leading rows are its head, which `repeats` on each page unless something in it
 * is cited, for a citation stands in one place; `widths` are the columns' relative widths, null when the text decides.
 */
export interface TableBlock extends Keepable {
  kind: 'table'
  columns: number
  widths: number[] | null
  headRows: number
  repeats: boolean
  direction: Direction
  rows: TableCell[][]
}

export interface CodeBlock {
  kind: 'code'
  text: string
  /** The comments that are about some of it, as places in the paper's list; absent for none. */
  comments?: number[]
}

/**
 * A drawing: SVG of our own for white paper, what it says in words, its numbers for formats that draw charts of their own
 * (`upright`: columns in the order of time, else bars), and the same as blocks with a table for formats that draw nothing.
 */
export interface ChartBlock {
  kind: 'chart'
  title: string
  note: string
  alternative: string
  svg: string
  numbers: { upright: boolean; series: string[]; rows: { label: string; values: number[] }[] }
  table: PaperBlock[]
}

/** An image by its name in the paper's `images`; width and height in pixels of 1/96 inch, `alternative` what it shows. */
export interface ImageBlock {
  kind: 'image'
  name: string
  width: number
  height: number
  alternative: string
}

export interface PaperImage {
  mediaType: ImageType
  width: number
  height: number
  bytes: Uint8Array
}

export type PaperBlock =
  | ImageBlock
  | ChartBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | QuotationBlock
  | CalloutBlock
  | TableBlock
  | CodeBlock
  | { kind: 'rule' }
  /** The source list stands here, and not after the text; at most once, in the body itself. */
  | { kind: 'sources' }

/**
 * One reference. `source` is the key of the entry in the source list, null when the passage is gone and nothing but its
 * kept quotation is known. `lead` is the author or, without one, the container. Null parts are not printed.
 */
export interface Reference {
  state: CitationState
  prefix: string | null
  suffix: string | null
  source: Id | null
  lead: string | null
  title: string | null
  container: string | null
  date: string | null
  /** The locator: `¶ 6`, or what the writer set. */
  paragraph: string | null
  quote: string
  /** The quotation brings its own quotation marks, and none are set around it. */
  ownMarks: boolean
  remark: string | null
}

/**
 * A note, numbered from 1: its first reference, and those that follow it. `styled` is what the memo's style writes in
 * place of them, null for the house's own form. Where citations stand in the line there are notes only for those whose
 * passage was changed or deleted, and they say that alone.
 */
export interface Note extends Reference {
  number: number
  further: Reference[]
  styled: ReferenceRun[] | null
  evidence: number[]
}

/** One line of the source list; `notes` are the numbers of the citations that cite it, `styled` as in a note. */
export interface SourceEntry {
  source: Id
  lead: string | null
  title: string
  container: string | null
  date: string
  reliability: string | null
  url: string | null
  accessed: string | null
  notes: number[]
  styled: ReferenceRun[] | null
}

/**
 * A cited passage in the evidence annex, numbered from 1 in the order of first citation; `notes` are the numbers of the
 * citations that cite it.
 * `paragraph` is the whole paragraph in stretches, of which the marked ones were cited. `hash` holds the first twelve
 * digits of the SHA-256 of the source's original bytes.
 */
export interface EvidenceEntry {
  number: number
  notes: number[]
  source: Id
  lead: string | null
  title: string
  container: string | null
  date: string
  place: string
  reliability: string | null
  captured: string | null
  hash: string | null
  direction: Direction
  paragraph: { text: string; marked: boolean }[]
}

/** A line of the head, for example "To" and the audience. */
export interface HeadLine {
  label: string
  value: string
  direction: Direction
}

export interface Paper {
  size: PaperSize
  template: Template
  cover: boolean
  contents: boolean
  /** Whether notes stand together after the text. */
  endnotes: boolean
  /** Whether citations are notes or stand in the line. */
  citing: StyleKind
  /** ISO 639 language and ISO 3166 region as Typst wants them, for example `en` and `US`. */
  language: string
  region: string | null
  direction: 'ltr' | 'rtl'
  title: string
  titleDirection: Direction
  /** The title as the running head shows it: at most 70 characters. */
  shortTitle: string
  authors: string | null
  keywords: string[]
  tlp: Tlp | null
  head: HeadLine[]
  body: PaperBlock[]
  /** What `TextRun.comments` counts, from 0. */
  comments: PaperComment[]
  notes: Note[]
  sources: SourceEntry[]
  /** Empty when no annex is wanted. */
  evidence: EvidenceEntry[]
  labels: Labels
  /** The images by name. */
  images: Record<string, PaperImage>
}
