// The passages of the open source: cached, changed before the core has answered, and read again once it has.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageMark } from '../../shared/passages.ts'
import type { SourceText } from '../../shared/sources.ts'
import { mostMarks } from '../../shared/passages.ts'
import { api, subscribe } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'
import { withMarks } from './optimistic-marks.ts'

/** Not under a feature's name: events about passages say which of them changed, and only those are read again. */
const marksOfAll = ['marks'] as const
const marksKey = (source: Id) => [...marksOfAll, source]

let writes: Promise<unknown> = Promise.resolve()
let changes = 0

/** Waits until no write is under way. */
async function writesDone(): Promise<void> {
  for (let seen = null; seen !== writes; ) {
    seen = writes
    await seen
  }
}

/** How much of a text on either side of its place is asked for first, in UTF-16 code units: some screens. */
const nearReach = 20_000

/**
 * The passages near the place where a source opens: of a long source they come long before all of them do, and are
 * shown until then.
 */
export function useNearMarks(source: Id): PassageMark[] | undefined {
  return useQuery({
    queryKey: ['near marks', source],
    queryFn: () => {
      const place = useDesk.getState().offsets[source] ?? 0
      return api.passages.list({ source, within: { start: Math.max(0, place - nearReach), end: place + nearReach } })
    },
    enabled: queryClient.getQueryData(marksKey(source)) === undefined,
    gcTime: 0,
  }).data
}

const allMarks = (source: Id) => ({
  queryKey: marksKey(source),
  queryFn: async () => {
    await writesDone()
    return api.passages.list({ source })
  },
  // Comparing thousands of passages with those before costs more than showing them.
  structuralSharing: false,
})

/** How many passages a source has, once they were read for the Reader. */
export const useMarkCount = (source: Id): number | null => useQuery({ ...allMarks(source), enabled: false }).data?.length ?? null

/** The passages of a source; a read waits for the writes before it, so that it never takes back what they promise. */
export const useMarks = (source: Id): UseQueryResult<PassageMark[]> => useQuery(allMarks(source))

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
  changes += 1
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

let stale = new Set<Id>()
let reading = false

/** Hears which passages changed, by any window or by undo, and reads those again; the answer ends it. */
export function followMarks(): () => void {
  return subscribe((event) => {
    if (event.name !== 'changed' || !event.data.features.includes('passages')) return
    const { passages } = event.data
    if (!passages) void queryClient.invalidateQueries({ queryKey: marksOfAll })
    for (const passage of passages ?? []) stale.add(passage)
    if (stale.size > 0 && !reading) void readStale()
  })
}

async function readStale(): Promise<void> {
  reading = true
  try {
    while (stale.size > 0) {
      await writesDone()
      const asked = stale
      stale = new Set()
      await readAgain(asked)
    }
  } finally {
    reading = false
  }
}

async function readAgain(asked: ReadonlySet<Id>): Promise<void> {
  const shown = queryClient.getQueryCache().findAll({ queryKey: marksOfAll })
  if (shown.length === 0) return
  const before = changes
  const read = asked.size > mostMarks ? null : await api.passages.marks({ passages: [...asked] }).catch(() => null)
  for (const { queryKey, state } of shown) {
    // A whole list on its way may be from before the change, and one changed meanwhile promises more than was read.
    if (!read || state.fetchStatus === 'fetching' || changes !== before) {
      void queryClient.invalidateQueries({ queryKey })
      continue
    }
    const own = read.flatMap(({ source, mark }) => (source === queryKey[1] ? [mark] : []))
    const marks = queryClient.getQueryData<PassageMark[]>(queryKey)
    const next = marks && withMarks(marks, asked, own)
    if (next !== marks) queryClient.setQueryData(queryKey, next)
  }
}
