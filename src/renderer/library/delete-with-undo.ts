// Deleting without a question, because it can be undone.
import { api } from '../api.ts'
import { act, say } from '../notices/notices.ts'

const shorten = (text: string): string => (text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text)

/** Removes things one by one, stops at the first failure, and offers to undo what was done. */
export async function deleteWithUndo<T>(
  things: readonly T[],
  plural: string,
  nameOf: (thing: T) => string,
  remove: (thing: T) => Promise<unknown>,
): Promise<void> {
  let done = 0
  for (const thing of things) {
    const removed = await act(() => remove(thing).then(() => true))
    if (!removed) break
    done += 1
  }
  const [first] = things
  if (done === 0 || first === undefined) return
  const what = done === 1 ? `“${shorten(nameOf(first))}”` : `${done} ${plural}`
  say(`Deleted ${what}`, {
    title: 'Undo',
    run: () => void act(async () => {
      for (let step = 0; step < done; step += 1) await api.history.undo({})
    }),
  })
}
