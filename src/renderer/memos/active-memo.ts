// The memo in front, for commands: its session, its editor, and work on either where there is one.
import type { Editor } from '@tiptap/core'
import type { Id } from '../../shared/identifiers.ts'
import { useDesk } from '../desk/desk-store.ts'
import type { MemoSession } from './memo-session.ts'
import { openSession } from './open-memos.ts'

/** Whether a memo is in front. */
export const isOpen = (): boolean => useDesk.getState().activeMemo !== null

/** The session of the memo in front; null for none. */
export function active(): MemoSession | null {
  const { activeMemo } = useDesk.getState()
  return activeMemo ? openSession(activeMemo) : null
}

/** Its editor; null also where it may only be read. */
export const activeEditor = (): Editor | null => active()?.editor() ?? null

/** Runs with the editor of the memo in front, if there is one. */
export function onActiveEditor(run: (editor: Editor) => unknown): void {
  const editor = activeEditor()
  if (editor) run(editor)
}

/** Runs with the memo in front, if there is one. */
export function withActive(run: (memo: Id) => Promise<void>): void {
  const { activeMemo } = useDesk.getState()
  if (activeMemo) void run(activeMemo)
}
