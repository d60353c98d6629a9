// Charts of the analysis: counted from the workspace, with the same numbers as a table and in words.
import { z } from 'zod'
import { claimStatuses, stances } from './items.ts'

export const chartKinds = ['claims-by-status', 'actors-by-stance', 'timeline'] as const
export type ChartKind = (typeof chartKinds)[number]

/** How a memo shows one; formats that draw nothing have the table. */
export const chartForms = ['chart', 'table'] as const

/** At most this many lines; what has fewer claims is counted together in `left`. */
export const mostChartRows = 16

/**
 * Counts. A row's `key` is a status, an actor's name, or a year or month (`2025`, `2025-10`); `values` are numbers of claims,
 * one for each of `series`. `left` counts what has no row: further actors, or claims without a dated source.
 */
export interface ChartData {
  chart: ChartKind
  series: string[]
  rows: { key: string; values: number[] }[]
  left: number
}

export const chartsArguments = { data: z.object({ chart: z.enum(chartKinds) }) }

interface ChartWords {
  titles: Record<ChartKind, string>
  heads: Record<ChartKind, string>
  claims: string
  keys: Record<string, string>
  left: Record<ChartKind, (count: number) => string>
  none: string
}

const english: ChartWords = {
  titles: { 'claims-by-status': 'Claims by status', 'actors-by-stance': 'Actors by stance', timeline: 'Claims by date of their sources' },
  heads: { 'claims-by-status': 'Status', 'actors-by-stance': 'Actor', timeline: 'Date' },
  claims: 'Claims',
  keys: { none: 'no stance' },
  left: { 'claims-by-status': () => '', 'actors-by-stance': (count) => `Further actors: ${count}`, timeline: (count) => `Claims without a dated source: ${count}` },
  none: 'There are no claims yet.',
}

const german: ChartWords = {
  titles: { 'claims-by-status': 'Aussagen nach Stand', 'actors-by-stance': 'Akteure nach Haltung', timeline: 'Aussagen nach Datum ihrer Quellen' },
  heads: { 'claims-by-status': 'Stand', 'actors-by-stance': 'Akteur', timeline: 'Datum' },
  claims: 'Aussagen',
  keys: { open: 'offen', corroborated: 'bestätigt', contested: 'umstritten', refuted: 'widerlegt', supports: 'dafür', opposes: 'dagegen', neutral: 'neutral', mixed: 'gemischt', none: 'ohne Haltung' },
  left: { 'claims-by-status': () => '', 'actors-by-stance': (count) => `Weitere Akteure: ${count}`, timeline: (count) => `Aussagen ohne datierte Quelle: ${count}` },
  none: 'Es gibt noch keine Aussagen.',
}

const french: ChartWords = {
  titles: { 'claims-by-status': 'Affirmations par statut', 'actors-by-stance': 'Acteurs par position', timeline: 'Affirmations par date des sources' },
  heads: { 'claims-by-status': 'Statut', 'actors-by-stance': 'Acteur', timeline: 'Date' },
  claims: 'Affirmations',
  keys: { open: 'ouverte', corroborated: 'corroborée', contested: 'contestée', refuted: 'réfutée', supports: 'pour', opposes: 'contre', neutral: 'neutre', mixed: 'partagée', none: 'sans position' },
  left: { 'claims-by-status': () => '', 'actors-by-stance': (count) => `Autres acteurs : ${count}`, timeline: (count) => `Affirmations sans source datée : ${count}` },
  none: 'Il n’y a pas encore d’affirmations.',
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
  /** What has no row, in a sentence; empty for nothing. */
  note: string
  /** Everything that the drawing shows, for who cannot see it. */
  alternative: string
}

/** Words for the counts in a language. */
export function wordedChart({ chart, series, rows, left }: ChartData, language: string): WordedChart {
  const words = wordsIn(language)
  // Actors' names and dates are no keys of ours, whatever they are called.
  const named = (key: string) => (Object.hasOwn(words.keys, key) ? (words.keys[key] ?? key) : key)
  const shown = rows.map(({ key, values }) => ({ label: chart === 'claims-by-status' ? named(key) : key, values }))
  const names = series.length > 1 ? series.map(named) : [words.claims]
  const note = left > 0 ? words.left[chart](left) : ''
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
