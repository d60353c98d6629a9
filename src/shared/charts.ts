// Charts of the analysis: counted from the workspace, with the same numbers as a table and in words.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { claimStatuses, stances } from './items.ts'

export const chartKinds = ['claims-by-status', 'actors-by-stance', 'timeline'] as const
export type ChartKind = (typeof chartKinds)[number]

/** How a memo shows one; formats that draw nothing have the table. */
export const chartForms = ['chart', 'table'] as const

/** What a chart may be narrowed to, as the board may be. */
export const chartFilters = ['collection', 'source', 'code', 'actor'] as const
export type ChartFilterKind = (typeof chartFilters)[number]

/**
 * Which claims a chart counts: those that fit all that is given. `collection`, `source` and `code` ask for one passage of
 * the claim that lies in the collection or one below it, in the source, and under the code or one below it; `actor` is
 * who says it.
 */
export const chartFilterSchema = z.strictObject({
  collection: idSchema.optional(),
  source: idSchema.optional(),
  code: idSchema.optional(),
  actor: idSchema.optional(),
})
export type ChartFilter = z.infer<typeof chartFilterSchema>

/** A chart of a memo's document; no filter counts all. */
export interface AskedChart {
  chart: ChartKind
  filter?: ChartFilter | undefined
}

/** What tells two charts apart, wherever they stand. */
export const chartKey = ({ chart, filter }: AskedChart): string => [chart, ...chartFilters.map((kind) => filter?.[kind] ?? '')].join(' ')

/** At most this many lines; what has fewer claims is counted together in `left`. */
export const mostChartRows = 16

/**
 * Counts. A row's `key` is a status, an actor's name, or a year or month (`2025`, `2025-10`); `values` are numbers of claims,
 * one for each of `series`. `left` counts what has no row: further actors, or claims without a dated source.
 */
export interface ChartData extends AskedChart {
  series: string[]
  rows: { key: string; values: number[] }[]
  left: number
  /** What it was narrowed to, by name; null for what is no longer there. */
  within: { kind: ChartFilterKind; name: string | null }[]
}

/** What charts can be narrowed to with something left to count, by name; at most 500 of a kind. */
export type ChartChoices = Record<ChartFilterKind, { id: Id; name: string }[]>

export const chartsArguments = {
  data: z.object({ chart: z.enum(chartKinds), filter: chartFilterSchema.optional() }),
  choices: z.object({}),
}

interface ChartWords {
  titles: Record<ChartKind, string>
  heads: Record<ChartKind, string>
  claims: string
  keys: Record<string, string>
  left: Record<ChartKind, (count: number) => string>
  none: string
  /** `{}` is the name. */
  within: Record<ChartFilterKind, string>
  gone: string
}

const english: ChartWords = {
  titles: { 'claims-by-status': 'Claims by status', 'actors-by-stance': 'Actors by stance', timeline: 'Claims by date of their sources' },
  heads: { 'claims-by-status': 'Status', 'actors-by-stance': 'Actor', timeline: 'Date' },
  claims: 'Claims',
  keys: { none: 'no stance' },
  left: { 'claims-by-status': () => '', 'actors-by-stance': (count) => `Further actors: ${count}`, timeline: (count) => `Claims without a dated source: ${count}` },
  none: 'There are no claims yet.',
  within: { collection: 'Collection: {}', source: 'Source: {}', code: 'Code: {}', actor: 'Said by: {}' },
  gone: 'deleted',
}

const german: ChartWords = {
  titles: { 'claims-by-status': 'Aussagen nach Stand', 'actors-by-stance': 'Akteure nach Haltung', timeline: 'Aussagen nach Datum ihrer Quellen' },
  heads: { 'claims-by-status': 'Stand', 'actors-by-stance': 'Akteur', timeline: 'Datum' },
  claims: 'Aussagen',
  keys: { open: 'offen', corroborated: 'bestätigt', contested: 'umstritten', refuted: 'widerlegt', supports: 'dafür', opposes: 'dagegen', neutral: 'neutral', mixed: 'gemischt', none: 'ohne Haltung' },
  left: { 'claims-by-status': () => '', 'actors-by-stance': (count) => `Weitere Akteure: ${count}`, timeline: (count) => `Aussagen ohne datierte Quelle: ${count}` },
  none: 'Es gibt noch keine Aussagen.',
  within: { collection: 'Sammlung: {}', source: 'Quelle: {}', code: 'Kode: {}', actor: 'Gesagt von: {}' },
  gone: 'gelöscht',
}

const french: ChartWords = {
  titles: { 'claims-by-status': 'Affirmations par statut', 'actors-by-stance': 'Acteurs par position', timeline: 'Affirmations par date des sources' },
  heads: { 'claims-by-status': 'Statut', 'actors-by-stance': 'Acteur', timeline: 'Date' },
  claims: 'Affirmations',
  keys: { open: 'ouverte', corroborated: 'corroborée', contested: 'contestée', refuted: 'réfutée', supports: 'pour', opposes: 'contre', neutral: 'neutre', mixed: 'partagée', none: 'sans position' },
  left: { 'claims-by-status': () => '', 'actors-by-stance': (count) => `Autres acteurs : ${count}`, timeline: (count) => `Affirmations sans source datée : ${count}` },
  none: 'Il n’y a pas encore d’affirmations.',
  within: { collection: 'Collection : {}', source: 'Source : {}', code: 'Code : {}', actor: 'Dit par : {}' },
  gone: 'supprimé',
}

/** The words of charts for a BCP 47 tag; English where a language has none of its own. */
const wordsIn = (language: string): ChartWords => ({ de: german, fr: french })[language.split('-')[0]?.toLowerCase() ?? ''] ?? english

/** A chart in words: its title, its head line, and for each row what it is called. */
export interface WordedChart {
  chart: ChartKind
  title: string
  /** The table's first line. */
  head: string[]
  series: string[]
  rows: { label: string; values: number[] }[]
  /** What it was narrowed to and what has no row, in sentences; empty for neither. */
  note: string
  /** Everything that the drawing shows, for who cannot see it. */
  alternative: string
}

/** Words for the counts in a language. */
export function wordedChart({ chart, series, rows, left, within }: ChartData, language: string): WordedChart {
  const words = wordsIn(language)
  // Actors' names and dates are no keys of ours, whatever they are called.
  const named = (key: string) => (Object.hasOwn(words.keys, key) ? (words.keys[key] ?? key) : key)
  const shown = rows.map(({ key, values }) => ({ label: chart === 'claims-by-status' ? named(key) : key, values }))
  const names = series.length > 1 ? series.map(named) : [words.claims]
  // A function: what a name holds is not for the replacement to read.
  const scope = within.map(({ kind, name }) => words.within[kind].replace('{}', () => name ?? words.gone))
  const note = [...scope, ...(left > 0 ? [words.left[chart](left)] : [])].join('. ')
  const said = shown.map(({ label, values }) => {
    const parts = values.flatMap((value, at) => (value === 0 && values.length > 1 ? [] : [values.length > 1 ? `${names[at]} ${value}` : `${value}`]))
    return `${label}: ${parts.join(', ')}`
  })
  const title = words.titles[chart]
  const alternative = [title, shown.length > 0 ? said.join('; ') : words.none, note].filter((part) => part !== '').join('. ')
  return { chart, title, head: [words.heads[chart], ...names], series: names, rows: shown, note, alternative }
}

export const statusSeries: readonly string[] = claimStatuses
export const stanceSeries: readonly string[] = [...stances, 'none']
