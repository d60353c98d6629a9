// What keys cost a page's thread, read from Chromium's trace.

/** The categories of a trace that `keyCosts` can read. */
export const traced = ['toplevel', 'devtools.timeline']

/** Of each key, in milliseconds of the thread's processor time: until its frame is painted, and until the next key. */
export interface KeyCosts {
  painted: number[]
  worked: number[]
}

/** Times in microseconds: `ts` and `dur` by the clock, `tdur` of the thread. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { data?: { type?: string } }
}

const isKey = ({ name, args }: TraceEvent): boolean => name === 'EventDispatch' && args?.data?.type === 'keydown'

/** The tasks of a thread that stand in no other. */
function tasksOf(events: readonly TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY
  return events.filter(({ name, ts, dur = 0, tdur }) => {
    if (name !== 'ThreadControllerImpl::RunTask' || tdur === undefined || ts < end) return false
    end = ts + dur
    return true
  })
}

/**
 * Adds up the tasks of the thread that heard the keys: from the one with the key to the one that handed its frame to the
 * compositor, and to the last before the next key. The last key has no next one and is left out. Throws on what is no trace.
 */
export function keyCosts(trace: string): KeyCosts {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const heard = traceEvents.find(isKey)
  const own = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === heard?.pid && tid === heard.tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const keys = own.filter(isKey).map(({ ts }) => ts)
  const frames = own.filter(({ name }) => name === 'Layerize').map(({ ts }) => ts)
  const tasks = tasksOf(own)
  const costs: KeyCosts = { painted: [], worked: [] }
  for (const [at, key] of keys.slice(0, -1).entries()) {
    const next = keys[at + 1] ?? key
    const frame = frames.find((time) => time > key) ?? next
    const until = (end: number) => tasks.reduce((sum, { ts, dur = 0, tdur = 0 }) => (ts + dur > key && ts < end && ts + dur <= next ? sum + tdur / 1000 : sum), 0)
    costs.painted.push(until(frame))
    costs.worked.push(until(next))
  }
  return costs
}
