// The inline content of a memo's text block as runs of the paper.
import type { Comment } from '../../shared/memo-comments.ts'
import type { ChartData } from '../../shared/charts.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import type { NoteMaterial } from './notes.ts'
import { gatherEvidence, type EvidenceGathering } from './evidence.ts'
import { noteFor, ownNote, safeLink } from './notes.ts'
import type { CitationRun, Emphasis, Inline, Note, PaperBlock, PaperImage, TextRun } from './paper.ts'
import { leadingRuns, styledTextOf, type StyledMemo } from './styled-citations.ts'
import { lines, oneLine } from './printable-text.ts'

/** What one conversion gathers on its way through the document. */
export interface Gathering extends NoteMaterial, EvidenceGathering {
  /** What the memo's style wrote; null for the house's own notes. */
  styled: StyledMemo | null
  /** Images in the memo by id. */
  images: ReadonlyMap<Id, PaperImage & { name: string }>
  /** Counts of the charts in the memo, by `chartKey`. */
  charts: ReadonlyMap<string, ChartData>
  /** Whether the paper has an annex that citations lead to. */
  annex: boolean
  /** Every citation as the note it would be, by number. */
  cited: Note[]
  /** The notes that are printed. */
  notes: Note[]
  /** The threads of the memo. */
  comments: readonly Comment[]
  warnings: Set<string>
  /** The words of the prompts that nobody wrote over. */
  prompts: string[]
  /** What an evidence table holds; empty while that is being found out. */
  tabled: readonly PaperBlock[]
  /** Whether the source list has its place in the text. */
  sourcesPlaced: boolean
}

const emphases: Record<string, Emphasis> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strike',
  code: 'code',
  superscript: 'superscript',
  subscript: 'subscript',
}

function textRuns(node: DocumentNode, gathering: Gathering): Inline[] {
  const emphasis = new Set<Emphasis>()
  const about: number[] = []
  let link: string | null = null
  for (const mark of node.marks ?? []) {
    const known = Object.hasOwn(emphases, mark.type) ? emphases[mark.type] : undefined
    if (known) emphasis.add(known)
    else if (mark.type === 'comment') about.push(gathering.comments.findIndex(({ id }) => id === mark.attrs?.['id']))
    else if (mark.type === 'link') link = linkOf(mark.attrs?.['href'], gathering)
    else gathering.warnings.add(`Text marked “${mark.type}” is written without that mark, which an export does not know.`)
  }
  const comments = about.filter((comment) => comment >= 0)
  const run = (text: string): TextRun => ({ kind: 'text', text, emphasis: [...emphasis], link, ...(comments.length > 0 ? { comments } : {}) })
  return lines(node.text ?? '', gathering.removals).flatMap((line, index): Inline[] => {
    const own = line === '' ? [] : [run(line)]
    return index === 0 ? own : [{ kind: 'break' }, ...own]
  })
}

function linkOf(href: unknown, gathering: Gathering): string | null {
  const link = safeLink(href)
  if (link === null && href !== undefined && href !== null && href !== '') {
    const shown = typeof href === 'string' ? href.slice(0, 80) : 'an unreadable address'
    gathering.warnings.add(`A link to “${shown}” is written as plain text: only web and mail addresses can be clicked.`)
  }
  return link
}

/** The note's mark stands against the word it belongs to, so the space a writer left before it goes. */
function withoutSpaceAtEnd(runs: Inline[]): void {
  const last = runs.at(-1)
  if (last?.kind !== 'text') return
  const text = last.text.replace(/[ \u00a0]+$/u, '')
  if (text === '' && runs.length > 1) runs.pop()
  else if (text !== '') last.text = text
}

/** Adds a citation: as a note with its mark, or in the line with a note only for what became of its passage. */
function addCitation(node: DocumentNode, runs: Inline[], gathering: Gathering): void {
  const note = noteFor(node, gathering.cited.length + 1, gathering)
  gathering.cited.push(note)
  const found = gatherEvidence(node, note.number, gathering)
  const evidence = gathering.annex ? found : []
  const words = styledTextOf(node, gathering.styled)
  const text = words === null ? null : leadingRuns(words, note, gathering)
  const run: CitationRun = { kind: 'citation', number: note.number, note: null, text: null, evidence, source: note.source, follows: false }
  if (gathering.styled?.kind === 'in-text' && text !== null && text.length > 0) {
    runs.push(...roomBefore(text.every(({ looks }) => looks.includes('superscript')), runs), { ...run, text, note: noteOnChange(note, gathering) })
    return
  }
  withoutSpaceAtEnd(runs)
  const number = gathering.notes.length + 1
  gathering.notes.push({ ...note, number, styled: text, evidence })
  runs.push({ ...run, note: number, follows: isMark(runs.at(-1)) })
}

const isMark = (run: Inline | undefined): boolean => run?.kind === 'citation' && run.note !== null

/** A citation in the line stands apart from the word before it, unless it is raised. */
function roomBefore(raised: boolean, runs: Inline[]): Inline[] {
  const last = runs.at(-1)
  if (raised) withoutSpaceAtEnd(runs)
  if (raised || last === undefined || last.kind === 'break' || (last.kind === 'text' && /[\s([{\u2013\u2014]$/u.test(last.text))) return []
  return [{ kind: 'text', text: ' ', emphasis: [], link: null }]
}

/** The number of a note that says what became of a citation's passages; null where they stand as they were cited. */
function noteOnChange(note: Note, gathering: Gathering): number | null {
  if ([note, ...note.further].every(({ state }) => state === 'current')) return null
  const number = gathering.notes.length + 1
  gathering.notes.push({ ...note, number, styled: [], evidence: [] })
  return number
}

/** Adds a footnote of the author's own. Among notes it takes its number with them, so that all are numbered as one. */
function addFootnote(node: DocumentNode, runs: Inline[], gathering: Gathering): void {
  const words = node.attrs?.['text']
  const text = typeof words === 'string' ? oneLine(words, gathering.removals) : ''
  if (text === '') return
  const isNumbered = gathering.styled?.kind !== 'in-text'
  const note: Note = { ...ownNote(text), number: gathering.notes.length + 1 }
  if (isNumbered) gathering.cited.push({ ...note, number: gathering.cited.length + 1 })
  withoutSpaceAtEnd(runs)
  gathering.notes.push(note)
  const number = isNumbered ? gathering.cited.length : null
  runs.push({ kind: 'citation', number, note: note.number, text: null, evidence: [], source: null, follows: isMark(runs.at(-1)) })
}

/** Runs of a text block's children, in order; a node that is not known leaves its text and a warning. */
export function inlineRuns(nodes: readonly DocumentNode[], gathering: Gathering): Inline[] {
  const runs: Inline[] = []
  // A list of what is still to do rather than recursion: a hostile document may nest without end.
  const rest = [...nodes].toReversed()
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === 'text') runs.push(...textRuns(node, gathering))
    else if (node.type === 'hardBreak') runs.push({ kind: 'break' })
    else if (node.type === 'prompt') gathering.prompts.push(String(node.attrs?.['text']))
    else if (node.type === 'citation') addCitation(node, runs, gathering)
    else if (node.type === 'footnote') addFootnote(node, runs, gathering)
    else rest.push(...textOfUnknown(node, gathering).toReversed())
  }
  while (runs.at(-1)?.kind === 'break') runs.pop()
  return runs
}

/** What of an unknown node can be printed: its children or, without any, a text among its attributes. */
export function textOfUnknown(node: DocumentNode, gathering: Gathering): DocumentNode[] {
  const named = [node.text, node.attrs?.['text'], node.attrs?.['label'], node.attrs?.['alt']]
  const text = named.find((value): value is string => typeof value === 'string' && value !== '')
  const kept = node.content?.length ? node.content : text === undefined ? [] : [{ type: 'text', text }]
  const fate = kept.length > 0 ? 'Its text was kept, its form was not.' : 'It holds no text and was left out.'
  gathering.warnings.add(`An export does not know “${node.type}”. ${fate}`)
  return kept
}

/** The plain text of runs, notes left out. */
export function plainText(runs: readonly Inline[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? '\n' : '')).join('')
}
