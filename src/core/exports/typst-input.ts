// A paper as the template reads it: references as stretches of text, with nothing left to decide but their looks.
import { citingLabel, evidenceRuns, namesCitations, noteRuns, sourceRuns } from './note-text.ts'
import type { CitationRun, Inline, Paper, ReferenceRun } from './paper.ts'

const opensWithMark = /^["“”„«»‘’‚']/u
const endsWithMark = /["“”„«»‘’‚']$/u

/** Whether two quotation marks meet between these stretches; they are kept apart by a little room, not by a character. */
const marksMeet = (run: ReferenceRun, next: ReferenceRun | undefined, paper: Paper): boolean =>
  next !== undefined &&
  ((run.text === paper.labels.openQuote && opensWithMark.test(next.text)) ||
    (next.text === paper.labels.closeQuote && endsWithMark.test(run.text)))

/** A stretch without what it is not: most are plain text, and a long paper has thousands. */
function stretch(run: ReferenceRun, next: ReferenceRun | undefined, paper: Paper, sources: ReadonlySet<string>) {
  return {
    text: run.text,
    ...(run.looks.length > 0 ? { looks: run.looks } : {}),
    ...(run.source !== null && sources.has(run.source) ? { source: run.source } : {}),
    ...(run.link === null ? {} : { link: run.link }),
    ...(run.fixed ? { fixed: true } : {}),
    ...(marksMeet(run, next, paper) ? { room: true } : {}),
  }
}

/** Neighbours of which both are plain as one: each costs Typst an element, and a note has twice as many as it has dresses. */
function joined<T extends object>(runs: readonly T[], isPlain: (run: T) => boolean): T[] {
  const made: T[] = []
  for (const run of runs) {
    const last = made.at(-1)
    if (last && 'text' in last && 'text' in run && isPlain(last) && isPlain(run)) made[made.length - 1] = { ...last, text: `${String(last.text)}${String(run.text)}` }
    else made.push(run)
  }
  return made
}

/** Whether a stretch is its text and nothing else. */
const isBare = (run: object): boolean => Object.keys(run).length === 1

const isPlainText = (run: Inline): boolean => run.kind === 'text' && run.emphasis.length === 0 && run.link === null

/** A stretch longer than a line that the template must break anywhere; scripts without spaces break by themselves. */
const longWord = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{46,}/u

const holdsLongWord = (value: unknown): boolean =>
  typeof value === 'string' ? longWord.test(value) : typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && Object.values(value).some(holdsLongWord)

const isCitation = (value: unknown): value is CitationRun => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'citation'

/**
 * The JSON that crosses into Typst; the blocks of the body in `begun` begin a page each. A footnote stands where its mark does,
 * so that a block holds all that is set of it.
 */
export function typstInput(paper: Paper, begun: ReadonlySet<number> = new Set()): string {
  const sources = new Set(paper.sources.map(({ source }) => source))
  const runs = (of: readonly ReferenceRun[]) => joined(of.map((run, at) => stretch(run, of[at + 1], paper, sources)), isBare)
  const notes = paper.notes.map((note) => ({ number: note.number, runs: runs(noteRuns(note, paper.labels)), evidence: note.evidence }))
  const cited = (run: CitationRun) => ({
    ...run,
    source: run.source !== null && sources.has(run.source) ? run.source : null,
    ...(run.note !== null && !paper.endnotes ? { says: notes[run.note - 1] } : {}),
  })
  const crossing = (key: string, value: unknown): unknown => {
    if (isCitation(value)) return cited(value)
    if (!Array.isArray(value)) return value
    if (key === 'text') return runs(value as ReferenceRun[])
    return key === 'content' ? joined(value as Inline[], isPlainText) : value
  }
  return JSON.stringify(
    {
      ...paper,
      images: {},
      body: paper.body.map((block, at) => (begun.has(at) ? { ...block, begins: true } : block)),
      longWords: holdsLongWord(paper),
      notes: paper.endnotes ? notes : [],
      sources: paper.sources.map((entry) => ({
        source: entry.source,
        runs: runs(sourceRuns(entry)),
        citing: namesCitations(entry) ? citingLabel(entry.notes, paper) : null,
        notes: entry.notes,
      })),
      evidence: paper.evidence.map((entry) => ({ ...entry, runs: runs(evidenceRuns(entry)), citing: citingLabel(entry.notes, paper) })),
    },
    crossing,
  )
}
