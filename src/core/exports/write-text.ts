// A paper as plain text: every word, structure by blank lines and indentation, notes numbered in brackets.
import { citedBy, evidenceRuns, namesCitations, noteRuns, paragraphRuns, provenanceOf, sourceRuns, sourcesStandInText, wordsOf } from './note-text.ts'
import type { CitationRun, Inline, ListBlock, Paper, PaperBlock, TableBlock } from './paper.ts'

const indented = (lines: string[], by: string, first = by): string[] =>
  lines.map((line, index) => (line === '' ? '' : `${index === 0 ? first : by}${line}`))

const citationText = ({ text, note }: CitationRun): string => `${text === null ? '' : wordsOf(text)}${note === null ? '' : `[${note}]`}`

const inlineText = (runs: readonly Inline[]): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? '\n' : citationText(run))).join('')

function listLines(list: ListBlock): string[] {
  return list.items.flatMap((item, index) => {
    const mark = list.ordered ? `${list.start + index}. ` : '• '
    const lines = blockLines(item, list.tight)
    const own = lines.length > 0 ? indented(lines, ' '.repeat(mark.length), mark) : [mark.trimEnd()]
    return index === 0 || list.tight ? own : ['', ...own]
  })
}

/** A row is a line, its cells apart by tabs: it can be pasted into a sheet. */
const tableLines = (table: TableBlock): string[] =>
  table.rows.map((row) => row.map((cell) => blockLines(cell.content, true).join(' ')).join('\t'))

function linesOf(block: PaperBlock, sources: readonly string[]): string[] {
  if (block.kind === 'sources') return [...sources]
  if (block.kind === 'paragraph' || block.kind === 'heading') return inlineText(block.content).split('\n')
  if (block.kind === 'list') return listLines(block)
  if (block.kind === 'quotation') return indented(blockLines(block.content), '    ')
  if (block.kind === 'callout') return indented([`${block.label}:`, ...blockLines(block.content)], '    ')
  if (block.kind === 'table') return tableLines(block)
  if (block.kind === 'chart') return blockLines(block.table)
  if (block.kind === 'image') return [`[${block.alternative}]`]
  if (block.kind === 'code') return indented(block.text.split('\n'), '    ')
  return ['* * *']
}

/** `sources` are the lines of the source list, where it has its place in the text. */
function blockLines(blocks: readonly PaperBlock[], tight = false, sources: readonly string[] = []): string[] {
  return blocks.flatMap((block, index) => (index === 0 || tight ? linesOf(block, sources) : ['', ...linesOf(block, sources)]))
}

/** The body alone, with notes' numbers in brackets. */
export const bodyText = (paper: Paper): string => blockLines(paper.body).join('\n')

function section(title: string, entries: string[][]): string[] {
  return entries.length === 0 ? [] : ['', '', title, ...entries.flatMap((lines) => ['', ...lines])]
}

/** The paper as text, lines ended by `\n`. */
export function paperToText(paper: Paper): string {
  const { labels } = paper
  const head = paper.head.map(({ label, value }) => `${label}: ${value}`)
  const notes = paper.notes.map((note) => [`[${note.number}] ${wordsOf(noteRuns(note, labels))}`])
  const sources = paper.sources.map((entry) => [`${wordsOf(sourceRuns(entry))}${namesCitations(entry) ? ` ${citedBy(entry.notes, paper)}.` : ''}`])
  const evidence = paper.evidence.map((entry) => [
    `${entry.number}. ${wordsOf(evidenceRuns(entry))} ${citedBy(entry.notes, paper)}.`,
    // The cited words between marks that no text is likely to hold by itself.
    ...indented([paragraphRuns(entry).map((run) => (run.marked ? `»${run.text}«` : run.text)).join('')], '    '),
    ...indented([provenanceOf(entry)], '    '),
  ])
  const lines = [
    paper.title,
    '',
    ...head,
    '',
    ...blockLines(paper.body, false, sources.flat()),
    ...section(labels.notes, notes),
    ...(sourcesStandInText(paper) ? [] : section(labels.sources, sources)),
    ...section(labels.evidence, evidence),
  ]
  return `${lines.join('\n')}\n`
}
