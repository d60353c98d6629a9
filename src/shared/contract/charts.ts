// The calls of the feature `charts`.
import type { ChartChoices, ChartData, chartsArguments } from '../charts.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof chartsArguments> = In<typeof chartsArguments, Call>

/** What a client may ask of the feature `charts`. */
export interface ChartsApi {
  /** The numbers of a chart as they are now. */
  data(args: Given<'data'>): ChartData
  /** What charts can be narrowed to. */
  choices(args: Given<'choices'>): ChartChoices
}
