// The passages of the open source: cached, changed before the core has answered, and read again once it has.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageMark } from '../../shared/passages.ts'
import type { SourceText } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { act } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'

const marksKey = (source: Id) => ['passages', 'marks', source]

let writes: Promise<unknown> = Promise.resolve()

/** The passages of a source; a read waits for the writes before it, so that it never takes back what they promise. */
export function useMarks(source: Id): UseQueryResult<PassageMark[]> {
  return useQuery({
    queryKey: marksKey(source),
    queryFn: async () => {
      for (let seen = null; seen !== writes; ) {
        seen = writes
        await seen
      }
      return api.passages.list({ source })
    },
    // Comparing thousands of passages with those before costs more than showing them.
    structuralSharing: false,
  })
}

/** One version of a text. Versions never change, so that no event makes this one out of date. */
export function useSourceText(source: Id, version: number | null): UseQueryResult<SourceText> {
  return useQuery({
    queryKey: ['reader', 'text', source, version],
    queryFn: () => api.sources.text({ source, version: version ?? 1 }),
    enabled: version !== null,
    gcTime: 60_000,
  })
}

/** Changes what is known of a source's passages now, and answers it; a read under way is void. Null before they are known. */
export function changeMarks(source: Id, change: (marks: readonly PassageMark[]) => PassageMark[]): PassageMark[] | null {
  void queryClient.cancelQueries({ queryKey: marksKey(source) })
  return queryClient.setQueryData<PassageMark[]>(marksKey(source), (marks) => (marks ? change(marks) : marks)) ?? null
}

/** Runs a write after those before it; a failure is shown and the passages are read again as they are. */
export function write<T>(source: Id, action: () => Promise<T>): Promise<T | undefined> {
  const result = writes.then(() => act(action))
  writes = result
  void result.then((value) => {
    if (value === undefined) void queryClient.invalidateQueries({ queryKey: marksKey(source) })
  })
  return result
}
