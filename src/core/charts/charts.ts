// Charts: the numbers behind them, counted anew at every call.
import type { Api } from '../../shared/api.ts'
import { chartFilters, mostChartRows, stanceSeries, statusSeries, type ChartData, type ChartFilter } from '../../shared/charts.ts'
import type { CoreContext } from '../context.ts'
import { chartsStore } from './charts-store.ts'

type Store = ReturnType<typeof chartsStore>

/** What is counted; the names of what it was narrowed to are added to it. */
type Counted = Omit<ChartData, 'filter' | 'within'>

function byStatus(store: Store, filter: ChartFilter): Counted {
  const found = new Map(store.statuses(filter).map(({ status, claims }) => [status, claims]))
  const rows = found.size === 0 ? [] : statusSeries.map((key) => ({ key, values: [found.get(key) ?? 0] }))
  return { chart: 'claims-by-status', series: ['claims'], rows, left: 0 }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function byStance(store: Store, filter: ChartFilter): Counted {
  const actors = new Map<string, { key: string; values: number[] }>()
  for (const { id, actor, stance, claims } of store.stances(filter)) {
    const row = actors.get(id) ?? { key: actor, values: stanceSeries.map(() => 0) }
    actors.set(id, row)
    const at = Math.max(0, stanceSeries.indexOf(stance ?? 'none'))
    row.values[at] = (row.values[at] ?? 0) + claims
  }
  const rows = [...actors.values()].toSorted((a, b) => sumOf(b.values) - sumOf(a.values))
  return { chart: 'actors-by-stance', series: [...stanceSeries], rows: rows.slice(0, mostChartRows), left: Math.max(0, rows.length - mostChartRows) }
}

/** Every year or month from the first to the last. */
function periodsFrom(first: string, last: string): string[] {
  const [year, month] = first.split('-').map(Number) as [number, number | undefined]
  const periods: string[] = []
  for (let step = 0; (periods.at(-1) ?? '') < last && step < 1000; step += 1) {
    const months = (month ?? 1) - 1 + step
    periods.push(month === undefined ? `${year + step}`.padStart(4, '0') : `${year + Math.floor(months / 12)}`.padStart(4, '0') + `-${`${(months % 12) + 1}`.padStart(2, '0')}`)
  }
  return periods
}

/** By months while they have room and every date names one, else by years, the latest of them. */
function byDate(store: Store, filter: ChartFilter): Counted {
  const dates = store.dates(filter)
  const months = dates.every(({ issued }) => issued.length >= 7)
  const span = (cut: number) => {
    const keys = dates.map(({ issued }) => issued.slice(0, cut)).toSorted()
    return keys.length === 0 ? [] : periodsFrom(keys[0] ?? '', keys.at(-1) ?? '')
  }
  const cut = months && span(7).length <= mostChartRows ? 7 : 4
  const periods = span(cut).slice(-mostChartRows)
  const claimsIn = new Map<string, Set<string>>()
  for (const { claim, issued } of dates) claimsIn.set(issued.slice(0, cut), (claimsIn.get(issued.slice(0, cut)) ?? new Set()).add(claim))
  const dated = new Set(periods.flatMap((key) => [...(claimsIn.get(key) ?? [])]))
  const rows = periods.map((key) => ({ key, values: [claimsIn.get(key)?.size ?? 0] }))
  return { chart: 'timeline', series: ['claims'], rows, left: store.claims(filter) - dated.size }
}

const counts = { 'claims-by-status': byStatus, 'actors-by-stance': byStance, timeline: byDate }

/** The feature's calls. */
export function createCharts(context: CoreContext): Api['charts'] {
  const store = chartsStore(context.db)
  return {
    data({ chart, filter = {} }) {
      const within = chartFilters.flatMap((kind) => (filter[kind] === undefined ? [] : [{ kind, name: store.name(kind, filter[kind]) }]))
      return { ...counts[chart](store, filter), filter, within }
    },
    choices: () => store.choices(),
  }
}
