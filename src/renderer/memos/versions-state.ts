// The page of a memo's versions: how it is opened, what is compared there, and how a version is put back.
import { create } from 'zustand'
import type { Id, Instant } from '../../shared/identifiers.ts'
import { parseDocument } from '../../shared/memo-document.ts'
import type { MemoVersion } from '../../shared/memo-versions.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { showInstant } from '../history/show-instant.ts'
import { act, say, showError } from '../notices/notices.ts'
import { writeDocument } from './document-opening.ts'
import { catchTyping } from './early-typing.ts'
import { openSession, sessionOf } from './open-memos.ts'

/** A row of the list: a version, or with `id` null the text as it stands now. */
export type VersionRow = Omit<MemoVersion, 'id'> & { id: Id | null }

/** The key of a row in the list. */
export const rowKey = ({ id }: Pick<VersionRow, 'id'>): string => id ?? 'now'

/** An instant to the second where it is today: states of one minute must be told apart. */
function showTime(instant: Instant): string {
  const at = new Date(instant)
  if (at.toDateString() !== new Date().toDateString()) return showInstant(instant)
  return at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

/** What a row is called. */
export const rowTitle = ({ id, name, savedAt }: VersionRow): string => name ?? (id === null ? 'Now' : showTime(savedAt))

/** Counts wishes to name the text as it stands. */
export const useVersions = create<{ namingWanted: number }>(() => ({ namingWanted: 0 }))

/** Opens the page beside the memo; `naming` puts the caret into the name of the text as it stands. */
export function showVersions(memo: Id, naming = false): void {
  useDesk.getState().openPage({ kind: 'versions', about: memo })
  if (!naming) return
  catchTyping('Name of this version')
  useVersions.setState(({ namingWanted }) => ({ namingWanted: namingWanted + 1 }))
}

/** The document of a row, checked; a problem fits after "it holds". */
export type VersionDocument = { document: DocumentNode } | { problem: string }

/** The text of a version, or of the memo as it stands in the window and else as it is stored. */
export async function documentOf(memo: Id, version: Id | null): Promise<VersionDocument> {
  if (version !== null) return parseDocument((await api.memos.version({ version })).document)
  const editor = openSession(memo)?.editor()
  return parseDocument(editor ? writeDocument(editor.state.doc) : (await api.memos.get({ memo })).document)
}

/** Names a version, or with null the text as it stands, which is saved first. */
export async function nameVersion(memo: Id, version: Id | null, name: string): Promise<void> {
  if (version === null && openSession(memo) && !(await openSession(memo)?.flush())) return
  await act(() => api.memos.nameVersion({ memo, version, name: name.trim().slice(0, 200) }))
}

/** Puts a version's text in place of the memo's. What stood there becomes a version, and undo in the text takes it back. */
export async function restoreVersion(memo: Id, version: Id, title: string): Promise<void> {
  try {
    const found = await documentOf(memo, version)
    if ('problem' in found) return say(`This version was not restored, because it holds ${found.problem}.`)
    useDesk.getState().openMemo(memo)
    const session = sessionOf(memo)
    await session.ready
    await session.flush()
    if (!session.replaceText(found.document)) return say('This memo may only be read, so no version was restored.')
    await session.flush()
    const editor = session.editor()
    say(`Restored the version “${title}”`, { title: 'Undo', run: () => void editor?.commands.undo() })
  } catch (thrown) {
    showError(thrown)
  }
}
