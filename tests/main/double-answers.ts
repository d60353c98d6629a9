// What the user answers in native dialogs: queued by the test, taken one by one.
import { note } from './double-record.ts'

const queues = new Map<string, unknown[]>()
const waiting = new Map<string, ((answer: unknown) => void)[]>()

/** Gives the answer to the next question of that name, whether it was asked already or not. */
export function answer(name: string, value: unknown): void {
  const asked = waiting.get(name)?.shift()
  if (asked) asked(value)
  else queues.set(name, [...(queues.get(name) ?? []), value])
}

/** The queued answer, or what Electron answers when nothing else is said. */
export function answerNow<T>(name: string, otherwise: T): T {
  const queue = queues.get(name) ?? []
  return queue.length > 0 ? (queue.shift() as T) : otherwise
}

/** Records the question and waits for its answer; `like` shows its shape. */
export function waitForAnswer<T extends object>(name: string, options: object, like: T): Promise<T> {
  note(`dialog.${name}`, options)
  const queue = queues.get(name) ?? []
  if (queue.length > 0) return Promise.resolve({ ...like, ...(queue.shift() as object) })
  return new Promise((resolve) => {
    waiting.set(name, [...(waiting.get(name) ?? []), (value) => resolve({ ...like, ...(value as object) })])
  })
}
