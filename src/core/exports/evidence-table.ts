// The table of what a memo rests on: each cited passage once, with its source, grade and citations.
import type { Labels } from './labels.ts'
import { evidenceRuns, wordsOf } from './note-text.ts'
import type { EvidenceEntry, PaperBlock, TableCell } from './paper.ts'
import { directionOf, languageOfScript } from './printable-text.ts'

function cell(text: string, head = false): TableCell {
  const content: PaperBlock[] =
    text === ''
      ? []
      : [{ kind: 'paragraph', whole: false, direction: directionOf(text), language: languageOfScript(text), content: [{ kind: 'text', text, emphasis: [], link: null }] }]
  return { head, columns: 1, rows: 1, align: null, long: false, content }
}

/** The cited words of an entry, apart by a cut. */
const markedWords = ({ paragraph }: EvidenceEntry): string =>
  paragraph.filter(({ marked }) => marked).map(({ text }) => text.trim()).join(' … ')

/** One row a passage in the order of first citation; nothing for a memo that cites nothing. `citing` heads the numbers. */
export function evidenceTable(entries: readonly EvidenceEntry[], citing: string, labels: Labels): PaperBlock[] {
  if (entries.length === 0) return []
  const head = [labels.passage, labels.source, labels.reliability, citing].map((text) => cell(text, true))
  const rows = entries.map((entry) => [
    cell(markedWords(entry)),
    cell(wordsOf(evidenceRuns(entry))),
    cell(entry.reliability?.replace(`${labels.reliability} `, '') ?? '–'),
    cell(entry.notes.join(', ')),
  ])
  return [{ kind: 'table', columns: 4, widths: [40, 34, 16, 10], headRows: 1, repeats: true, direction: null, whole: false, rows: [head, ...rows] }]
}
