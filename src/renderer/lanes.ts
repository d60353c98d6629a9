// Calls that may take long share a few of the connections that a browser keeps to one server, so that the others never wait.

/** Of six to one server; one of the rest is the stream of events. */
const lanes = 3

/** Does work as soon as one of the lanes is free, in the order of asking. */
export type Lanes = <T>(work: () => Promise<T>) => Promise<T>

/** Lanes that are all free. */
export function openLanes(free = lanes): Lanes {
  const waiting: (() => void)[] = []
  let left = free
  const turn = (): Promise<void> | undefined => {
    if (left === 0) return new Promise((resolve) => waiting.push(resolve))
    left -= 1
    return undefined
  }
  return async (work) => {
    await turn()
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else left += 1
    }
  }
}
