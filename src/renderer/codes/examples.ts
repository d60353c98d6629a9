// Choosing passages as examples of a code, by button and by key.
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { undoOnce } from '../inspector/undo-once.ts'
import { act, say } from '../notices/notices.ts'

/** Makes a tag's passage an example of its code, or no longer one. */
export async function setExample(tag: Id, example: boolean): Promise<void> {
  const done = await act(() => api.codes.setExample({ tag, example }).then(() => true))
  if (done) say(example ? 'An example of its code now' : 'No longer an example', undoOnce)
}

/** The other way from what it is now. */
export async function turnExample(tag: Id, code: Id): Promise<void> {
  const examples = await act(() => api.codes.examples({ code }))
  if (examples) await setExample(tag, !examples.includes(tag))
}
