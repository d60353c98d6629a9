// The two ways of an open memo to the disk: its text with a revision, its head field by field.
import type { EditorState } from '@tiptap/pm/state'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Memo, MemoHead } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { createAutosave, type Autosave, type SaveState } from './autosave.ts'
import { writeDocument } from './document-opening.ts'
import type { SessionStore } from './session-state.ts'

/** In milliseconds: what was typed is sent after a pause of 0.6 s, and within the promised second where there is none. */
export const savingTimes = { quiet: 600, longest: 900, retry: 3000 }

/**
 * Sending a text of more characters of JSON than this, some 40,000 words, costs a key press; in a burst it is sent less
 * often, in milliseconds. Measured with 100,000 words: sent each second, more than one key in twenty waits for it.
 */
const [longDocument, longestOfLong] = [400_000, 4000]

const timers = {
  now: () => performance.now(),
  after: (milliseconds: number, run: () => void) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

const hasCode = (thrown: unknown, code: string): boolean => thrown instanceof GroundworkError && thrown.code === code

/** Whether a failure says that the memo is no longer there. */
export const isGone = (thrown: unknown): boolean => hasCode(thrown, 'memo.gone')

const isFinal = (thrown: unknown): boolean => hasCode(thrown, 'memo.stale') || isGone(thrown)

/** Shows a failure once; the tries that follow are silent until one succeeds. */
function troubleTeller(): (state: SaveState, thrown: unknown) => void {
  let told = false
  return (state, thrown) => {
    if (state === 'saved') told = false
    if (state !== 'failed' || told) return
    told = true
    showError(thrown)
  }
}

/** The text's way to the disk. `stored` is the text as the disk has it, byte for byte. */
export interface BodySaving extends Autosave {
  /** Takes note of what is stored; nothing counts as unsaved after it. */
  accept: (memo: Memo) => void
  isStored: (memo: Memo) => boolean
  /** Sends what is unsaved from a page that closes, behind a save that is still on its way. */
  part: () => void
  /** Whether so much is unsaved that a closing page could not send it. */
  isTooLongToPart: () => boolean
}

/** In characters of JSON; api.ts lets shorter calls outlive the page. */
const longestParting = 14_000

/** Saves the text of an editor. `state` answers null while there is no editor, and then nothing is ever sent. */
export function createBodySaving(memo: Id, store: SessionStore, state: () => EditorState | null): BodySaving {
  let revision = 0
  let stored = ''
  const tell = troubleTeller()
  const unsaved = (): string | null => {
    const now = state()
    if (!now || !autosave.isDirty() || store.getState().saving === 'stale') return null
    const document = writeDocument(now.doc)
    return document === stored ? null : document
  }
  const times = {
    ...savingTimes,
    get longest() {
      return stored.length > longDocument ? longestOfLong : savingTimes.longest
    },
  }
  const autosave = createAutosave(times, {
    ...timers,
    isStale: isFinal,
    report(saving, thrown) {
      if (store.getState().saving === saving) return
      store.setState({ saving, ...(isGone(thrown) ? { phase: 'gone' as const } : {}) })
      tell(saving, thrown)
    },
    async write() {
      const now = state()
      const document = now ? writeDocument(now.doc) : stored
      if (document === stored) return
      const saved = await api.memos.save({ memo, revision, document })
      revision = saved.revision
      stored = document
      store.setState({ savedAt: saved.savedAt })
    },
  })
  return {
    ...autosave,
    accept(fetched) {
      revision = fetched.revision
      stored = fetched.document
      autosave.resume()
    },
    isStored: (fetched) => fetched.revision === revision && fetched.document === stored,
    part() {
      if (!autosave.isSaving()) return void autosave.flush()
      const document = unsaved()
      if (document !== null) api.memos.save({ memo, revision: revision + 1, document }).catch(() => undefined)
    },
    isTooLongToPart: () => (unsaved()?.length ?? 0) > longestParting,
  }
}

/** The head's way to the disk. */
export interface HeadSaving extends Autosave {
  change: (changes: Partial<MemoHead>) => void
  /** Takes the stored head, keeping what was changed here since. */
  accept: (memo: Memo) => void
}

/** Saves the head in the store: only the fields that changed, several at once. */
export function createHeadSaving(memo: Id, store: SessionStore): HeadSaving {
  let unsaved: Partial<MemoHead> = {}
  const tell = troubleTeller()
  const autosave = createAutosave(savingTimes, {
    ...timers,
    isStale: isFinal,
    report: tell,
    async write() {
      const changes = unsaved
      unsaved = {}
      try {
        await api.memos.updateHead({ memo, head: changes })
      } catch (thrown) {
        unsaved = { ...changes, ...unsaved }
        throw thrown
      }
    },
  })
  return {
    ...autosave,
    change(changes) {
      const { head } = store.getState()
      if (!head) return
      unsaved = { ...unsaved, ...changes }
      store.setState({ head: { ...head, ...changes } })
      autosave.touch()
    },
    accept: ({ head }) => store.setState({ head: { ...head, ...unsaved } }),
  }
}
