// Reads of the contract as cached queries that re-fetch when the core says that their feature changed.
import { QueryClient, useQuery, keepPreviousData, type UseQueryResult } from '@tanstack/react-query'
import type { Api, Feature } from '../shared/api.ts'
import { api, subscribe } from './api.ts'

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
})

/** Starts to hear changes; the answer ends it. */
export function followChanges(): () => void {
  return subscribe((event) => {
    if (event.name !== 'changed') return
    for (const feature of event.data.features) void queryClient.invalidateQueries({ queryKey: [feature] })
  })
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
