// A paper as a Word document: real footnotes or endnotes, heading styles, a contents field, the marking on every page.
import {
  BorderStyle,
  Bookmark,
  Document,
  Footer,
  Header,
  InternalHyperlink,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TableOfContents,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from 'docx'
import { bodyBlocks, notesOf, referenceChildren, type Writing } from './docx-blocks.ts'
import { commentsOf, writtenComments } from './docx-comments.ts'
import { documentStyles, numberings } from './docx-styles.ts'
import { citingLabel, evidenceRuns, namesCitations, paragraphRuns, provenanceOf, sourceRuns, sourcesStandInText } from './note-text.ts'
import type { Paper } from './paper.ts'

/** Twentieths of a point in a millimetre. */
const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

const sizes = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } }
const margin = { top: mm(28), right: mm(30), bottom: mm(32), left: mm(30), header: mm(12), footer: mm(14) }

const colours = { RED: 'FF2B2B', 'AMBER+STRICT': 'FFC000', AMBER: 'FFC000', GREEN: '33FF00', CLEAR: 'FFFFFF' }

/** The marking as TLP 2.0 wants it: its colour on black, in 12 points. */
const marking = ({ tlp }: Paper): TextRun[] =>
  tlp === null
    ? []
    : [
        new TextRun({
          text: ` TLP:${tlp} `,
          bold: true,
          size: 24,
          color: colours[tlp],
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
        }),
      ]

/** A line of a page's furniture: words at the left, the marking at the right. */
function furniture(paper: Paper, words: TextRun[]): Paragraph {
  const right = sizes[paper.size].width - margin.left - margin.right
  return new Paragraph({
    style: 'Furniture',
    tabStops: [{ type: TabStopType.RIGHT, position: right }],
    children: [...words, new TextRun({ text: '\t' }), ...marking(paper)],
  })
}

function pageNumbers(paper: Paper): TextRun[] {
  const parts = paper.labels.page.split(/(\{[nm]\})/)
  return parts
    .filter((part) => part !== '')
    .map((part) => new TextRun({ children: [part === '{n}' ? PageNumber.CURRENT : part === '{m}' ? PageNumber.TOTAL_PAGES : part] }))
}

function headBlocks(paper: Paper): FileChild[] {
  const line = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '8D8A82' }
  const last = paper.head.length - 1
  return [
    new Paragraph({ style: 'Title', bidirectional: paper.titleDirection === 'rtl', children: [new TextRun(paper.title)] }),
    ...paper.head.map(
      ({ label, value }, index) =>
        new Paragraph({
          style: 'Head',
          tabStops: [{ type: TabStopType.LEFT, position: 1600 }],
          border: { ...(index === 0 ? { top: line } : {}), ...(index === last ? { bottom: line } : {}) },
          children: [new TextRun({ text: label, color: '5D5B54' }), new TextRun({ text: `\t${value}` })],
        }),
    ),
    ...(paper.cover ? [new Paragraph({ children: [new PageBreak()] })] : []),
  ]
}

function contentsBlocks(paper: Paper): FileChild[] {
  if (!paper.contents) return []
  return [
    new Paragraph({ style: 'ContentsHeading', children: [new TextRun(paper.labels.contents)] }),
    new TableOfContents(paper.labels.contents, { hyperlink: true, headingStyleRange: '1-3' }),
  ]
}

const heading = (words: string, pageBreakBefore = false): Paragraph =>
  new Paragraph({ style: 'Heading1', pageBreakBefore, children: [new TextRun(words)] })

/** Links to citations: `Notes 1, 2.` */
function citing(notes: readonly number[], paper: Paper): ParagraphChild[] {
  const links = notes.flatMap((note, index): ParagraphChild[] => [
    ...(index === 0 ? [] : [new TextRun(', ')]),
    new InternalHyperlink({ anchor: `note_${note}`, children: [new TextRun(`${note}`)] }),
  ])
  return [new TextRun(` ${citingLabel(notes, paper)} `), ...links, new TextRun('.')]
}

function sourceBlocks(writing: Writing): FileChild[] {
  const { paper } = writing
  if (paper.sources.length === 0 || sourcesStandInText(paper)) return []
  return [heading(paper.labels.sources), ...sourceEntries(writing)]
}

function sourceEntries(writing: Writing): Paragraph[] {
  const { paper } = writing
  return paper.sources.map((entry, index) => {
    const words = new Bookmark({ id: `source_${index + 1}`, children: referenceChildren(sourceRuns(entry), writing) })
    return new Paragraph({ style: 'Bibliography', children: [words, ...(namesCitations(entry) ? citing(entry.notes, paper) : [])] })
  })
}

function evidenceBlocks(writing: Writing): FileChild[] {
  const { paper } = writing
  if (paper.evidence.length === 0) return []
  const entries = paper.evidence.flatMap((entry) => [
    new Paragraph({
      style: 'EvidenceSource',
      children: [
        new Bookmark({ id: `evidence_${entry.number}`, children: [new TextRun({ text: `${entry.number}. `, bold: true })] }),
        ...referenceChildren(evidenceRuns(entry), writing),
        ...citing(entry.notes, paper),
      ],
    }),
    new Paragraph({
      style: 'EvidenceText',
      bidirectional: entry.direction === 'rtl',
      children: referenceChildren(paragraphRuns(entry), writing, entry.direction === 'rtl'),
    }),
    new Paragraph({ style: 'Provenance', children: [new TextRun(provenanceOf(entry))] }),
  ])
  return [heading(paper.labels.evidence, true), ...entries]
}

/** The paper as the bytes of a `.docx` file. */
export async function paperToDocx(paper: Paper): Promise<Uint8Array> {
  const writing: Writing = { paper, lists: [], places: new Map(paper.sources.map(({ source }, index) => [source, index + 1])), comments: commentsOf(paper) }
  const body = bodyBlocks(writing, sourceEntries(writing))
  const notes = notesOf(writing)
  const language = paper.region === null ? paper.language : `${paper.language}-${paper.region}`
  const document = new Document({
    title: paper.title,
    creator: paper.authors ?? '',
    lastModifiedBy: paper.authors ?? '',
    keywords: paper.keywords.join(', '),
    styles: documentStyles(language),
    numbering: { config: numberings(writing.lists) },
    ...(writing.comments.written.length > 0 ? { comments: { children: writtenComments(writing.comments, paper) } } : {}),
    ...(paper.endnotes ? { endnotes: notes } : { footnotes: notes }),
    sections: [
      {
        properties: { page: { size: sizes[paper.size], margin }, titlePage: true },
        headers: {
          first: new Header({ children: [furniture(paper, [])] }),
          default: new Header({ children: [furniture(paper, [new TextRun(paper.shortTitle)])] }),
        },
        footers: {
          first: new Footer({ children: [furniture(paper, pageNumbers(paper))] }),
          default: new Footer({ children: [furniture(paper, pageNumbers(paper))] }),
        },
        children: [...headBlocks(paper), ...contentsBlocks(paper), ...body, ...sourceBlocks(writing), ...evidenceBlocks(writing)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

