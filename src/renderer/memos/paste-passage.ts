// Words copied in the Reader come into a memo as a quotation that stays bound to them.
import { passagesArguments } from '../../shared/passages.ts'
import { api } from '../api.ts'
import { citationOf } from './insert-citation.ts'
import type { MemoSession } from './memo-session.ts'
import { insertQuotation } from './quotation-node.ts'

/** What the clipboard holds of the Reader's words; null for anything else. */
export function copiedSpans(text: string) {
  try {
    const parsed = passagesArguments.create.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Makes the words a passage and quotes it where the caret is: on an empty line as a block quotation, within a text in
 * quotation marks with its citation behind them.
 */
export async function pastePassage(session: MemoSession, spans: NonNullable<ReturnType<typeof copiedSpans>>): Promise<void> {
  const passage = await api.passages.create(spans)
  const editor = session.editor()
  if (!editor) return
  const { state, view } = editor
  const citation = citationOf(passage)
  const { $from, $to, from, to } = state.selection
  if ($from.sameParent($to) && from === $from.start() && to === $from.end()) {
    view.dispatch(insertQuotation(state, from, to, citation).scrollIntoView())
    return
  }
  const change = state.tr.insertText(`“${passage.quote}”`, from, to)
  const node = state.schema.nodes.citation?.create(citation)
  if (node) change.insert(change.selection.to, node)
  view.dispatch(change.scrollIntoView())
}
