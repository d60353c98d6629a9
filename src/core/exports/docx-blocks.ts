// Blocks and runs of a paper as paragraphs and tables of a Word document.
import {
  AlignmentType,
  BorderStyle,
  Bookmark,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell as DocxCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Id } from '../../shared/identifiers.ts'
import { around, type DocxComments } from './docx-comments.ts'
import { chartParagraphs } from './docx-charts.ts'
import { noteRuns } from './note-text.ts'
import type { CitationRun, CodeBlock, ImageBlock, Inline, ListBlock, Paper, PaperBlock, ReferenceRun, TableBlock, TableCell, TextRun as Run, Textual } from './paper.ts'

/** What one document gathers: ordered lists, each with a numbering of its own, and the places of sources by id. */
export interface Writing {
  paper: Paper
  /** Where each numbered list starts; its numbering is called `numbers-` and its index. */
  lists: number[]
  places: Map<Id, number>
  comments: DocxComments
}

/** Where a block stands: how deep in lists, in which style, and with which numbering on its first paragraph. */
interface Place {
  style: string | null
  depth: number
  numbering: { reference: string; level: number } | null
}

const page: Place = { style: null, depth: 0, numbering: null }

/** Word knows nine levels of lists. */
const deepestLevel = 8
/** How far a level of a list is indented, in twentieths of a point. */
const indentation = 360

const monospaced = 'Consolas'

function runOptions({ text, emphasis, link }: Run, rightToLeft: boolean): IRunOptions {
  return {
    text,
    ...(rightToLeft ? { rightToLeft } : {}),
    ...(emphasis.includes('bold') ? { bold: true } : {}),
    ...(emphasis.includes('italic') ? { italics: true } : {}),
    ...(emphasis.includes('underline') ? { underline: { type: UnderlineType.SINGLE } } : {}),
    ...(emphasis.includes('strike') ? { strike: true } : {}),
    ...(emphasis.includes('superscript') ? { superScript: true } : {}),
    ...(emphasis.includes('subscript') ? { subScript: true } : {}),
    ...(emphasis.includes('code') ? { font: monospaced } : {}),
    ...(link === null ? {} : { style: 'Hyperlink' }),
  }
}

function runChildren(run: Inline, writing: Writing, rightToLeft: boolean): ParagraphChild[] {
  if (run.kind === 'break') return [new TextRun({ break: 1 })]
  if (run.kind === 'citation') return citationChildren(run, writing, rightToLeft)
  const text = new TextRun(runOptions(run, rightToLeft))
  const child = run.link === null ? text : new ExternalHyperlink({ link: run.link, children: [text] })
  return around(writing.comments, run, [child])
}

/** A citation: what stands in the line, leading to its evidence or else to its source, and the mark of its note. */
function citationChildren(run: CitationRun, writing: Writing, rightToLeft: boolean): ParagraphChild[] {
  const comma = run.follows ? [new TextRun({ text: ',', superScript: true })] : []
  const mark = run.note === null ? [] : [writing.paper.endnotes ? new EndnoteReferenceRun(run.note) : new FootnoteReferenceRun(run.note)]
  const anchor = run.evidence[0] === undefined ? null : `evidence_${run.evidence[0]}`
  const words = run.text === null ? [] : inLineChildren(run.text, anchor, writing, rightToLeft)
  if (run.number === null) return [...comma, ...words, ...mark]
  return [...comma, new Bookmark({ id: `note_${run.number}`, children: [...words, ...mark] })]
}

function inLineChildren(runs: readonly ReferenceRun[], anchor: string | null, writing: Writing, rightToLeft: boolean): ParagraphChild[] {
  if (anchor === null) return referenceChildren(runs, writing, rightToLeft)
  const unlinked = runs.map((run) => ({ ...run, source: null, link: null }))
  return [new InternalHyperlink({ anchor, children: referenceChildren(unlinked, writing, rightToLeft) })]
}

const looksOf = (looks: ReferenceRun['looks']): IRunOptions => ({
  ...(looks.includes('italic') ? { italics: true } : {}),
  ...(looks.includes('bold') ? { bold: true } : {}),
  ...(looks.includes('underline') ? { underline: { type: UnderlineType.SINGLE } } : {}),
  ...(looks.includes('superscript') ? { superScript: true } : {}),
  ...(looks.includes('subscript') ? { subScript: true } : {}),
  ...(looks.includes('small-caps') ? { smallCaps: true } : {}),
})

/** A reference's stretches; the title of a source leads to its entry. */
export function referenceChildren(runs: readonly ReferenceRun[], { places }: Writing, rightToLeft = false): ParagraphChild[] {
  return runs.map(({ text, looks, marked, source, link }) => {
    const run = new TextRun({
      text,
      ...looksOf(looks),
      ...(rightToLeft ? { rightToLeft } : {}),
      ...(marked ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'D5E6E4' } } : {}),
      ...(link === null ? {} : { style: 'Hyperlink' }),
    })
    const place = source === null ? undefined : places.get(source)
    if (link !== null) return new ExternalHyperlink({ link, children: [run] })
    return place === undefined ? run : new InternalHyperlink({ anchor: `source_${place}`, children: [run] })
  })
}

/** The notes by number, each leading on to its source and its evidence. */
export function notesOf(writing: Writing): Record<string, { children: Paragraph[] }> {
  const { paper } = writing
  return Object.fromEntries(
    paper.notes.map((note) => {
      const evidence = note.evidence.flatMap((number) => [
        new TextRun(' '),
        new InternalHyperlink({ anchor: `evidence_${number}`, children: [new TextRun(`[${number}]`)] }),
      ])
      const children = [new TextRun(' '), ...referenceChildren(noteRuns(note, paper.labels), writing), ...evidence]
      return [`${note.number}`, { children: [new Paragraph({ children })] }]
    }),
  )
}

function placed({ style, depth, numbering }: Place): IParagraphOptions {
  if (numbering) return { numbering, style: style ?? 'ListParagraph' }
  return { ...(style === null ? {} : { style }), ...(depth > 0 ? { indent: { left: indentation * depth } } : {}) }
}

function textual(block: Textual, writing: Writing, place: IParagraphOptions): Paragraph {
  const rightToLeft = (block.direction ?? writing.paper.direction) === 'rtl'
  return new Paragraph({
    ...place,
    ...(rightToLeft ? { bidirectional: true } : {}),
    children: block.content.flatMap((run) => runChildren(run, writing, rightToLeft)),
  })
}

function listParagraphs(list: ListBlock, writing: Writing, place: Place): (Paragraph | Table)[] {
  const level = Math.min(place.depth, deepestLevel)
  const reference = list.ordered ? `numbers-${writing.lists.push(list.start) - 1}` : 'bullets'
  return list.items.flatMap((item) => {
    const [first, ...rest] = item
    const inside: Place = { style: place.style, depth: place.depth + 1, numbering: null }
    const numbered: Place = { ...inside, numbering: { reference, level } }
    const opens = first?.kind === 'paragraph'
    return [
      ...(opens ? [textual(first, writing, placed(numbered))] : [new Paragraph(placed(numbered))]),
      ...blocksIn(opens ? rest : item, writing, inside),
    ]
  })
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hairline = { style: BorderStyle.SINGLE, size: 4, color: '8D8A82' }
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

function cellIn(cell: TableCell, writing: Writing): DocxCell {
  const children = cell.content.flatMap((block): (Paragraph | Table)[] => {
    if (block.kind !== 'paragraph') return blocksIn([block], writing, { ...page, style: 'TableText' })
    const options = { style: cell.head ? 'TableHead' : 'TableText', ...(cell.align ? { alignment: alignments[cell.align] } : {}) }
    return [textual(block, writing, options)]
  })
  // Word wants a paragraph at the end of every cell.
  const closed = children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({ style: 'TableText' })]
  return new DocxCell({
    children: closed,
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
  })
}

function tableIn(table: TableBlock, writing: Writing): Table {
  const rightToLeft = (table.direction ?? writing.paper.direction) === 'rtl'
  const total = table.widths?.reduce((sum, width) => sum + width, 0) ?? 1
  const rows = table.rows.map((row, y) => {
    const inHead = y < table.headRows
    return new TableRow({ tableHeader: inHead, cantSplit: !row.some((cell) => cell.long), children: row.map((cell) => cellIn(cell, writing)) })
  })
  return new Table({
    rows,
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(table.widths ? { columnWidths: table.widths.map((width) => Math.round((width / total) * 8500)) } : {}),
    ...(rightToLeft ? { visuallyRightToLeft: true } : {}),
    borders: { top: hairline, bottom: hairline, left: noBorder, right: noBorder, insideVertical: noBorder, insideHorizontal: hairline },
  })
}

function codeParagraph(block: CodeBlock, { comments }: Writing): Paragraph {
  const lines = block.text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))
  return new Paragraph({ style: 'Code', children: around(comments, block, lines) })
}

/** The text is about 560 pixels wide. */
const widest = 560

function imageParagraph({ name, width, height, alternative }: ImageBlock, { paper }: Writing): Paragraph {
  const image = paper.images[name]
  if (!image) return new Paragraph({ children: [new TextRun(alternative)] })
  const scale = Math.min(1, widest / width, 700 / height)
  const run = new ImageRun({
    type: image.mediaType === 'image/png' ? 'png' : 'jpg',
    data: image.bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { title: alternative.slice(0, 100), description: alternative, name },
  })
  return new Paragraph({ style: 'Figure', children: [run] })
}

function blockIn(block: PaperBlock, writing: Writing, place: Place): (Paragraph | Table)[] {
  if (block.kind === 'paragraph') return [textual(block, writing, placed(place))]
  if (block.kind === 'heading') return [textual(block, writing, { style: `Heading${block.rank}` })]
  if (block.kind === 'list') return listParagraphs(block, writing, place)
  if (block.kind === 'quotation') return blocksIn(block.content, writing, { ...place, style: 'Quote' })
  if (block.kind === 'callout') {
    const label = new Paragraph({ ...placed(place), style: 'CalloutLabel', children: [new TextRun(block.label)] })
    return [label, ...blocksIn(block.content, writing, { ...place, style: 'Callout', numbering: null })]
  }
  // Two tables that touch would be one.
  if (block.kind === 'table') return [tableIn(block, writing), new Paragraph({ style: 'AfterTable' })]
  if (block.kind === 'image') return [imageParagraph(block, writing)]
  if (block.kind === 'chart') return chartParagraphs(block)
  return block.kind === 'code' ? [codeParagraph(block, writing)] : [new Paragraph({ style: 'Rule' })]
}

const blocksIn = (blocks: readonly PaperBlock[], writing: Writing, place: Place): (Paragraph | Table)[] =>
  blocks.flatMap((block) => blockIn(block, writing, place))

/** The paper's body, with `sources` where the source list has its place. */
export const bodyBlocks = (writing: Writing, sources: Paragraph[]): (Paragraph | Table)[] =>
  writing.paper.body.flatMap((block) => (block.kind === 'sources' ? sources : blockIn(block, writing, page)))
