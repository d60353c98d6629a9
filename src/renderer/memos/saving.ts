// The two ways of an open memo to the disk: its text with a revision, its head field by field.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Memo, MemoHead, MemoSaved } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { createAutosave, type Autosave, type SaveState } from './autosave.ts'
import { changeBetween, writeDocument } from './document-opening.ts'
import type { SessionStore } from './session-state.ts'

/** In milliseconds: what was typed is sent after a pause of half a second, and within the promised second where there is none. */
export const savingTimes = { quiet: 500, longest: 750, retry: 3000 }

/**
 * Of the promised second, in milliseconds, what a wait and the save after it may take together, so that a save that takes
 * longer than the last ones did keeps the promise still; and a pause between two saves in any case, so that a slow disk is
 * not all that the core is busy with.
 */
const [promised, shortest] = [800, 100]

/** How many characters of JSON the core saves in a millisecond, about; for the first save, before one was measured. */
const charactersSaved = 4000

/** How long the first unsaved change may wait when saving takes so long, so that it is on the disk within the second. */
export const longestWait = (saveTakes: number): number => Math.max(shortest, Math.min(savingTimes.longest, promised - saveTakes))

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

/** The text's way to the disk, of which no more is sent than what changed since the last save. */
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
  /** The stored text as it was read; what it became since is `base`. */
  let stored = ''
  /** The document whose text is the stored one, byte for byte; null when the stored one is written in another way. */
  let base: ProseMirrorNode | null = null
  /** What a save is bringing to the disk. */
  let sent: ProseMirrorNode | null = null
  let saveTakes = 0
  const tell = troubleTeller()
  const send = (doc: ProseMirrorNode, since: ProseMirrorNode | null, at: number): Promise<MemoSaved> | null => {
    if (!since) return api.memos.save({ memo, revision: at, document: writeDocument(doc) })
    const change = changeBetween(since, doc)
    return change && api.memos.saveChange({ memo, revision: at, change })
  }
  const times = {
    ...savingTimes,
    get longest() {
      return longestWait(saveTakes)
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
      const doc = state()?.doc
      const began = timers.now()
      const sending = doc ? send(doc, base, revision) : null
      if (!doc || !sending) return
      sent = doc
      const saved = await sending.finally(() => (sent = null))
      // One save that was held up tells little about the next.
      saveTakes = (saveTakes + timers.now() - began) / 2
      revision = saved.revision
      base = doc
      store.setState({ savedAt: saved.savedAt })
    },
  })
  return {
    ...autosave,
    accept(fetched) {
      const now = state()
      revision = fetched.revision
      stored = fetched.document
      saveTakes = stored.length / charactersSaved
      base = now && writeDocument(now.doc) === stored ? now.doc : null
      autosave.resume()
    },
    isStored: (fetched) => fetched.revision === revision && fetched.document === (base ? writeDocument(base) : stored),
    part() {
      if (!autosave.isSaving()) return void autosave.flush()
      const now = state()
      if (!now || !sent || store.getState().saving === 'stale') return
      send(now.doc, sent, revision + 1)?.catch(() => undefined)
    },
    isTooLongToPart() {
      const now = state()
      if (!now || !autosave.isDirty() || store.getState().saving === 'stale') return false
      const since = sent ?? base
      return (since ? (changeBetween(since, now.doc)?.middle.length ?? 0) : writeDocument(now.doc).length) > longestParting
    },
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
