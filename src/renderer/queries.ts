// Reads of the contract as cached queries that re-fetch when the core says that their feature changed.
import { QueryClient, useQuery, keepPreviousData, type UseQueryResult } from '@tanstack/react-query'
import type { Api, Feature } from '../shared/api.ts'
import { api, subscribe } from './api.ts'

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
})

/** In milliseconds: how often what rests on a memo's text is asked for anew while somebody writes it. */
const whileWriting = 3000

/**
 * Starts to hear changes; the answer ends it. What is not in the history is the save of a memo's text, once a second while
 * one writes: the first is followed at once, those soon after it together.
 */
export function followChanges(): () => void {
  const waiting = new Set<Feature>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const askAnew = (features: Iterable<Feature>): void => {
    for (const feature of features) void queryClient.invalidateQueries({ queryKey: [feature] })
  }
  const onPause = (): void => {
    timer = waiting.size > 0 ? setTimeout(onPause, whileWriting) : undefined
    askAnew(waiting)
    waiting.clear()
  }
  const end = subscribe((event) => {
    if (event.name !== 'changed') return
    const { features } = event.data
    if (features.includes('history') || !features.includes('memos')) return askAnew(features)
    if (timer !== undefined) return features.forEach((feature) => waiting.add(feature))
    timer = setTimeout(onPause, whileWriting)
    askAnew(features)
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}

type Calls<F extends Feature> = Api[F]
type ArgsOf<F extends Feature, C extends keyof Calls<F>> = Calls<F>[C] extends (args: infer A) => unknown ? A : never
type ValueOf<F extends Feature, C extends keyof Calls<F>> = Calls<F>[C] extends (args: never) => infer R
  ? Awaited<R>
  : never

/** Runs a reading call and keeps its answer fresh: `useCall('sources', 'list', {})`. Null arguments wait. */
export function useCall<F extends Feature, C extends keyof Calls<F> & string>(
  feature: F,
  call: C,
  args: ArgsOf<F, C> | null,
): UseQueryResult<ValueOf<F, C>> {
  const run = api[feature][call] as (args: ArgsOf<F, C> | null) => Promise<ValueOf<F, C>>
  return useQuery({
    queryKey: [feature, call, args],
    queryFn: () => run(args),
    enabled: args !== null,
    placeholderData: keepPreviousData,
  })
}
