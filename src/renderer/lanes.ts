// Calls share the few connections that a browser keeps to one server, and what is urgent never waits for what takes long.

/** Six to one server; one of them is the stream of events, and one is kept for what is urgent. */
const connections = 4

export interface Lanes {
  /** Does the work as soon as one of the connections is free, in the order of asking; at once if it is `urgent`. */
  run<T>(work: () => Promise<T>, urgent: boolean): Promise<T>
}

/** Connections that are all free. */
export function openLanes(free = connections): Lanes {
  const waiting: (() => void)[] = []
  let left = free
  const turn = (): Promise<void> | undefined => {
    if (left === 0) return new Promise((resolve) => waiting.push(resolve))
    left -= 1
    return undefined
  }
  return {
    async run(work, urgent) {
      if (urgent) return work()
      await turn()
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else left += 1
      }
    },
  }
}
