// How the texts of all sources are looked through for a search, so that it takes about as long in many as in few.
import type { SearchQuery, Term } from '../../shared/search-query.ts'
import { allOf, matchExpression, quoted, termExpression } from './match-expression.ts'
import type { Asked, SearchStore } from './search-store.ts'
import { many, weigh, type Weighed } from './term-weight.ts'
import type { VocabularyStore } from './vocabulary-store.ts'
import { isDense } from './word-variants.ts'

/** Where the newest texts themselves are looked through, so many of them are. */
const mostTexts = 1000

/** After so many of them it shows whether the rest will have enough. */
export const firstTexts = 200

/** How much of text is read at most, in UTF-16 code units. */
export const mostText = 12_000_000

/** Letters in one piece of the index of runs. */
const runLength = 3

/** Of a run shorter than that, so many pieces that begin with it are looked for. */
const mostPieces = 300

/** How the texts are asked, and what each answer must hold besides. */
export interface TextPlan {
  asked: Omit<Asked, 'filters'>
  vague: Term[]
  /** Runs that must and that must not occur, looked for in the text itself. */
  runs: string[]
  excludedRuns: string[]
  /** What the index is asked for instead where too few of the newest texts have what is vague; null where it would find no more. */
  whole: string | null
  /** Whether hits come newest first because the words are common. */
  recentFirst: boolean
}

interface DensePlan {
  match: string[]
  runs: string[]
  /** Whether the whole is short enough to be held against every text that has such letters. */
  holds: string[]
  common: boolean
}

/** Runs of three letters and more are looked up; shorter ones as the beginnings of such, or in the few texts that there are. */
function planRuns({ store, vocabulary }: Stores, runs: readonly string[]): DensePlan {
  const plan: DensePlan = { match: [], runs: [], holds: [], common: false }
  const few = runs.length > 0 && store.countDenseTexts(many) < many
  for (const run of runs) {
    if ([...run].length >= runLength) plan.match.push(quoted([run]))
    else if (few) plan.holds.push(run)
    else {
      const pieces: string[] = []
      for (const piece of vocabulary.beginningWith('dense_text_run', run.toLowerCase())) {
        pieces.push(piece)
        if (pieces.length > mostPieces) break
      }
      plan.common = true
      if (pieces.length > mostPieces || pieces.length === 0) plan.runs.push(run)
      else plan.match.push(`(${pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join(' OR ')})`)
    }
  }
  return plan
}

export interface Stores {
  store: SearchStore
  vocabulary: VocabularyStore
}

const isFirm = (weighed: Weighed): weighed is Exclude<Weighed, { weight: 'vague' }> => weighed.weight !== 'vague'

/** Plans a search in the texts. `newest`: whether the newest are to come first whatever the words are. */
export function planTexts(stores: Stores, { terms, excluded }: Pick<SearchQuery, 'terms' | 'excluded'>, newest: boolean, limit: number): TextPlan {
  const spaced = (some: readonly Term[]) => some.filter(({ words }) => !words.some(isDense))
  const runsOf = (some: readonly Term[]) => some.flatMap(({ words }) => words).filter(isDense)
  const weighed = spaced(terms).map((term) => weigh(stores.vocabulary, term))
  const firm = weighed.filter(isFirm)
  const vague = weighed.filter((one) => one.weight === 'vague')
  const rare = newest ? [] : firm.filter(({ weight }) => weight === 'rare').map(({ expression }) => expression)
  const parts = vague.flatMap(({ part }) => part ?? [])
  const match = allOf([...firm.map(({ expression }) => expression), ...parts], spaced(excluded))
  const dense = planRuns(stores, runsOf(terms))
  const denseMatch = dense.match.length > 0 ? dense.match.join(' AND ') : null
  const excludedRuns = runsOf(excluded)
  const looksThrough = vague.length + dense.runs.length + excludedRuns.length > 0
  const ranked = rare.length === 0 ? null : rare.length === firm.length && excluded.length === 0 && parts.length === 0 ? match : rare.join(' AND ')
  return {
    asked: {
      index: match ? 'source_text_index' : denseMatch ? 'dense_text_index' : null,
      match: match ?? denseMatch,
      ranked,
      also: match ? denseMatch : null,
      excluded: match ? null : matchExpression({ terms: spaced(excluded), excluded: [] }),
      dense: dense.holds,
      denseExcluded: [],
      limit: !looksThrough ? limit : rare.length > 0 ? many : mostTexts,
    },
    vague: vague.map(({ term }) => term),
    runs: dense.runs,
    excludedRuns,
    whole: vague.length > 0 && rare.length === 0 ? allOf([...firm.map(({ expression }) => expression), ...vague.map(({ term }) => termExpression(term))], spaced(excluded)) : null,
    recentFirst: newest || (rare.length === 0 && (dense.common || weighed.length > 0)),
  }
}
