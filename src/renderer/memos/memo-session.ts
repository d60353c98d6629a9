// One open memo: its editor, its head, and how it follows what is stored.
import type { Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { closeHistory } from '@tiptap/pm/history'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes, DocumentNode, Memo, MemoHead } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { chipDrawn, paintChips } from './citation-chip.ts'
import { isInText } from './note-style.ts'
import { openDocument } from './document-opening.ts'
import { setLanguage } from './editor-language.ts'
import { createMemoEditor, type MemoEditorListener } from './memo-editor.ts'
import { memoSchema } from './memo-schema.ts'
import { knownPassage, learnPassages } from './passage-book.ts'
import { createBodySaving, createHeadSaving, isGone, type BodySaving, type HeadSaving } from './saving.ts'
import { createSessionStore, type SessionStore } from './session-state.ts'

/** What goes on in a session's editor, for those who draw around it. */
export interface SessionListener
  extends Omit<MemoEditorListener, 'changed' | 'selectionChanged' | 'citationsChanged' | 'passageDropped' | 'passagePasted'> {
  changed: (session: MemoSession) => void
  selectionChanged: (session: MemoSession) => void
  passageDropped: (session: MemoSession, passage: Id, position: number) => void
  passagePasted: (session: MemoSession, spans: Parameters<MemoEditorListener['passagePasted']>[0]) => void
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
  /** Puts another document in place of the text, as a change that undo takes back; false where it cannot be written. */
  replaceText: (document: DocumentNode) => boolean
  /** Follows a change from elsewhere where nothing is unsaved here; `head` when the head may have changed, too. */
  follow: (head: boolean) => Promise<void>
  /** Numbers and names the citations on the page. */
  repaint: () => void
  end: () => void
}

/** The document with its comments replaced by another. */
function whole(state: EditorState, doc: ProseMirrorNode): Transaction {
  const change = state.tr.replaceWith(0, state.doc.content.size, doc.content)
  for (const [name, value] of Object.entries(doc.attrs)) change.setDocAttribute(name, value)
  return change
}

/** The whole document replaced by another, as a change that typing cannot undo. */
function replacing({ state }: Editor, stored: ProseMirrorNode): Transaction {
  const change = whole(state, stored).setMeta('addToHistory', false)
  const caret = Math.min(state.selection.head, change.doc.content.size)
  return change.setSelection(TextSelection.near(change.doc.resolve(caret)))
}

/** See `MemoSession.replaceText`. */
function replaceText({ editor, store }: Parts, document: DocumentNode): boolean {
  if (!editor || store.getState().phase !== 'editing') return false
  const doc = editor.schema.nodeFromJSON(document)
  doc.check()
  const change = closeHistory(whole(editor.state, doc))
  editor.view.dispatch(change.setSelection(TextSelection.atStart(change.doc)))
  return true
}

/** What a session is made of, shared by its functions. */
interface Parts {
  readonly memo: Id
  readonly store: SessionStore
  readonly host: HTMLElement
  readonly body: BodySaving
  readonly heading: HeadSaving
  editor: Editor | null
  hasCaret: boolean
  isNew: boolean
}

function partsOf(memo: Id, isNew: boolean): Parts {
  const store = createSessionStore()
  const host = document.createElement('div')
  host.className = 'memo-host'
  const parts: Parts = {
    memo,
    store,
    host,
    body: createBodySaving(memo, store, () => parts.editor?.state ?? null),
    heading: createHeadSaving(memo, store),
    editor: null,
    hasCaret: false,
    isNew,
  }
  host.addEventListener('focusin', () => (parts.hasCaret = true))
  let due = false
  host.addEventListener(chipDrawn, () => {
    if (!due) queueMicrotask(() => ((due = false), repaint(parts)))
    due = true
  })
  return parts
}

/** Shows the stored memo in place of what is there: in an editor if it is known whole, else only to be read. */
function show(parts: Parts, fetched: Memo, listener: MemoEditorListener): void {
  const { store, host, body, heading } = parts
  heading.accept(fetched)
  const opened = openDocument(parts.editor?.schema ?? memoSchema(), fetched.document)
  if ('problem' in opened) {
    parts.editor?.destroy()
    parts.editor = null
    store.setState({ phase: 'read-only', ...opened, citations: [] })
  } else {
    if (parts.editor) parts.editor.view.dispatch(replacing(parts.editor, opened.doc))
    else parts.editor = createMemoEditor(host, opened.doc, fetched.head.language, listener)
    parts.editor.setEditable(true, false)
    store.setState({ phase: 'editing', problem: null, plain: '' })
  }
  body.accept(fetched)
  store.setState({ savedAt: fetched.savedAt })
}

function lose({ editor, store }: Parts, thrown: unknown): void {
  editor?.setEditable(false, false)
  const problem = thrown instanceof Error ? thrown.message : null
  store.setState({ phase: isGone(thrown) ? 'gone' : 'failed', problem })
}

const isBusy = ({ body, heading, store }: Parts): boolean =>
  body.isDirty() || heading.isDirty() || store.getState().saving === 'stale'

/** See `MemoSession.follow`. What is unsaved here is left alone; saving it will tell that it is stale. */
async function follow(parts: Parts, head: boolean, listener: MemoEditorListener): Promise<void> {
  const { memo, store } = parts
  if (isBusy(parts) || store.getState().phase === 'loading') return
  try {
    const listed = (await api.memos.list({})).find(({ id }) => id === memo)
    const isSame = listed !== undefined && listed.savedAt === store.getState().savedAt
    if (isBusy(parts) || (isSame && !head && store.getState().phase !== 'gone')) return
    const fetched = await api.memos.get({ memo })
    if (isBusy(parts)) return
    if (parts.body.isStored(fetched) && store.getState().phase === 'editing') parts.heading.accept(fetched)
    else show(parts, fetched, listener)
  } catch (thrown) {
    if (isGone(thrown)) lose(parts, thrown)
    else showError(thrown)
  }
}

function repaint({ host, store }: Parts): void {
  const { chipTexts, toReview } = store.getState()
  paintChips(host, { knownOf: knownPassage, texts: chipTexts, toReview, inText: isInText(host) })
}

function editorListenerOf(parts: Parts, session: () => MemoSession, listener: SessionListener): MemoEditorListener {
  return {
    ...listener,
    changed() {
      parts.body.touch()
      listener.changed(session())
    },
    selectionChanged: () => listener.selectionChanged(session()),
    citationsChanged(citations: CitationAttributes[]) {
      parts.store.setState({ citations })
      repaint(parts)
      learnPassages(citations.flatMap(({ cites }) => cites.map(({ passage }) => passage))).catch(showError)
    },
    passageDropped: (passage, position) => listener.passageDropped(session(), passage, position),
    passagePasted: (spans) => listener.passagePasted(session(), spans),
    left(to) {
      listener.left(to)
      void session().flush()
    },
  }
}

/** Opens a memo. One session a memo; see open-memos.ts. */
export function createSession(memo: Id, listener: SessionListener, isNew = false): MemoSession {
  const parts = partsOf(memo, isNew)
  const { store, host, body, heading } = parts
  const editorListener = editorListenerOf(parts, () => session, listener)
  const load = () =>
    api.memos
      .get({ memo })
      .then((fetched) => show(parts, fetched, editorListener))
      .catch((thrown: unknown) => lose(parts, thrown))
  store.subscribe(({ head }) => head && parts.editor && setLanguage(parts.editor, head.language))
  const session: MemoSession = {
    memo,
    store,
    host,
    ready: load(),
    isNew() {
      const { isNew: answer } = parts
      parts.isNew = false
      return answer
    },
    editor: () => parts.editor,
    hasCaret: () => parts.hasCaret,
    changeHead: heading.change,
    flush: async () => (await Promise.all([heading.flush(), body.flush()])).every(Boolean),
    part() {
      void heading.flush()
      body.part()
      return !body.isTooLongToPart()
    },
    loadStored: load,
    replaceText: (document) => replaceText(parts, document),
    follow: (head) => follow(parts, head, editorListener),
    repaint: () => repaint(parts),
    end() {
      body.stop()
      heading.stop()
      parts.editor?.destroy()
      parts.editor = null
    },
  }
  return session
}
