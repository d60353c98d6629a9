// One open memo: its editor, its head, and how it follows what is stored.
import type { Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes, Memo, MemoHead } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { paintChips } from './citation-chip.ts'
import { openDocument } from './document-opening.ts'
import { createMemoEditor, type MemoEditorListener } from './memo-editor.ts'
import { memoSchema } from './memo-schema.ts'
import { knownPassage, learnPassages } from './passage-book.ts'
import { createBodySaving, createHeadSaving, isGone } from './saving.ts'
import { createSessionStore, type SessionStore } from './session-state.ts'

/** What goes on in a session's editor, for those who draw around it. */
export interface SessionListener
  extends Omit<MemoEditorListener, 'changed' | 'selectionChanged' | 'citationsChanged' | 'passageDropped'> {
  changed: (session: MemoSession) => void
  selectionChanged: (session: MemoSession) => void
  passageDropped: (session: MemoSession, passage: Id, position: number) => void
}

export interface MemoSession {
  readonly memo: Id
  readonly store: SessionStore
  /** The element that the editor lives in; a view of the memo puts it into the page. */
  readonly host: HTMLElement
  /** Resolves when the memo was fetched; then `editor` is there if the memo can be written. */
  readonly ready: Promise<void>
  /** Whether the memo was made just now; answers once. */
  isNew: () => boolean
  /** Null while the memo is fetched, and for one that may only be read. */
  editor: () => Editor | null
  /** Whether the caret was ever in the text; if not, what is cited goes to the end. */
  hasCaret: () => boolean
  changeHead: (changes: Partial<MemoHead>) => void
  /** Saves now what is unsaved; false when that was not possible. */
  flush: () => Promise<boolean>
  /** Sends what is unsaved from a page that closes; false when it is too long for that. */
  part: () => boolean
  /** Takes the stored memo in place of what is here. */
  loadStored: () => Promise<void>
  /** Follows a change from elsewhere where nothing is unsaved here; `head` when the head may have changed, too. */
  follow: (head: boolean) => Promise<void>
  /** Numbers and names the citations on the page. */
  repaint: () => void
  end: () => void
}

/** The whole document replaced by another, as a change that typing cannot undo. */
function replacing({ state }: Editor, stored: ProseMirrorNode): Transaction {
  const change = state.tr.replaceWith(0, state.doc.content.size, stored.content).setMeta('addToHistory', false)
  const caret = Math.min(state.selection.head, change.doc.content.size)
  return change.setSelection(TextSelection.near(change.doc.resolve(caret)))
}

function hostOf(onFocus: () => void): HTMLElement {
  const host = document.createElement('div')
  host.className = 'memo-host'
  host.addEventListener('focusin', onFocus)
  return host
}

/** Opens a memo. One session a memo; see open-memos.ts. */
export function createSession(memo: Id, listener: SessionListener, isNew = false): MemoSession {
  let editor: Editor | null = null
  let caret = false
  let fresh = isNew
  const store = createSessionStore()
  const body = createBodySaving(memo, store, () => editor?.state ?? null)
  const heading = createHeadSaving(memo, store)
  const host = hostOf(() => (caret = true))
  const isBusy = () => body.isDirty() || heading.isDirty() || store.getState().saving === 'stale'

  function show(fetched: Memo): void {
    heading.accept(fetched)
    const opened = openDocument(editor?.schema ?? memoSchema(), fetched.document)
    if ('problem' in opened) {
      editor?.destroy()
      editor = null
      store.setState({ phase: 'read-only', ...opened, citations: [] })
    } else {
      if (editor) editor.view.dispatch(replacing(editor, opened.doc))
      else editor = createMemoEditor(host, opened.doc, fetched.head.language, editorListener)
      editor.setEditable(true, false)
      store.setState({ phase: 'editing', problem: null, plain: '' })
    }
    body.accept(fetched)
    store.setState({ savedAt: fetched.savedAt })
  }

  function lose(thrown: unknown): void {
    editor?.setEditable(false, false)
    store.setState({ phase: isGone(thrown) ? 'gone' : 'failed', problem: thrown instanceof Error ? thrown.message : null })
  }

  const editorListener: MemoEditorListener = {
    ...listener,
    changed() {
      body.touch()
      listener.changed(session)
    },
    selectionChanged: () => listener.selectionChanged(session),
    citationsChanged(citations: CitationAttributes[]) {
      store.setState({ citations })
      session.repaint()
      learnPassages(citations.map(({ passage }) => passage)).catch(showError)
    },
    passageDropped: (passage, position) => listener.passageDropped(session, passage, position),
    left(to) {
      listener.left(to)
      void session.flush()
    },
  }

  const load = () => api.memos.get({ memo }).then(show).catch(lose)

  const session: MemoSession = {
    memo,
    store,
    host,
    ready: load(),
    isNew() {
      const answer = fresh
      fresh = false
      return answer
    },
    editor: () => editor,
    hasCaret: () => caret,
    changeHead: heading.change,
    flush: async () => (await Promise.all([heading.flush(), body.flush()])).every(Boolean),
    part() {
      void heading.flush()
      body.part()
      return !body.isTooLongToPart()
    },
    loadStored: load,
    async follow(head) {
      if (isBusy() || store.getState().phase === 'loading') return
      try {
        const listed = (await api.memos.list({})).find(({ id }) => id === memo)
        const isSame = listed !== undefined && listed.savedAt === store.getState().savedAt
        if (isBusy() || (isSame && !head && store.getState().phase !== 'gone')) return
        const fetched = await api.memos.get({ memo })
        if (isBusy()) return
        if (body.isStored(fetched) && store.getState().phase === 'editing') heading.accept(fetched)
        else show(fetched)
      } catch (thrown) {
        if (isGone(thrown)) lose(thrown)
        else showError(thrown)
      }
    },
    repaint: () => paintChips(host, knownPassage),
    end() {
      body.stop()
      heading.stop()
      editor?.destroy()
      editor = null
    },
  }
  return session
}
