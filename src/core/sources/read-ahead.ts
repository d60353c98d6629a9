// Files read ahead of their keeping, in groups: those that are ready are kept in one commit, while the next are read.

/** How many files are read ahead, and how many are kept at once. */
const mostAhead = 64
const mostInGroup = 32

/** How much is read ahead, in bytes; one file may be larger. */
const mostBytes = 32 * 1024 * 1024

interface Ahead<T> {
  size: number
  ready: boolean
  result: Promise<T>
}

/** What is read ahead. `sizeOf` is cheap; `read` never rejects: a failure is a result like any other. */
export interface Reading<F, T> {
  files: readonly F[]
  sizeOf(file: F): number
  read(file: F): Promise<T>
  signal: AbortSignal
}

/** The results in the order of the files, in groups of what is ready. After an abort comes what is already being read. */
export async function* readAhead<F, T>({ files, sizeOf, read, signal }: Reading<F, T>): AsyncGenerator<T[]> {
  const ahead: Ahead<T>[] = []
  let next = 0
  let held = 0
  const start = (file: F): Ahead<T> => {
    const one: Ahead<T> = { size: sizeOf(file), ready: false, result: read(file) }
    void one.result.then(() => (one.ready = true))
    return one
  }
  const fill = (): void => {
    while (next < files.length && !signal.aborted && ahead.length < mostAhead && (ahead.length === 0 || held < mostBytes)) {
      const one = start(files[next] as F)
      next += 1
      held += one.size
      ahead.push(one)
    }
  }
  const take = async (one: Ahead<T>): Promise<T> => {
    const result = await one.result
    ahead.shift()
    held -= one.size
    return result
  }
  for (fill(); ahead[0]; fill()) {
    const group = [await take(ahead[0])]
    while (ahead[0]?.ready && group.length < mostInGroup) group.push(await take(ahead[0]))
    fill()
    yield group
  }
}
