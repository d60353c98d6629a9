// Decisions about a sentence to review: accept what changed, keep it as written, drop the citation; each can be undone.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { closeHistory } from '@tiptap/pm/history'
import type { Review } from '../../shared/reviews.ts'
import { api } from '../api.ts'
import type { MemoSession } from '../memos/memo-session.ts'
import { passageNow } from '../memos/passage-book.ts'
import { changeCitation, quoteAnew } from '../memos/quote-anew.ts'
import { act, say } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'
import { isOfWords } from './review-words.ts'

/** What a decision did: the core's command by its label, and the text as it left it; null where it did nothing there. */
interface Decision {
  command: string | null
  text: ProseMirrorNode | null
}

const decisions = new WeakMap<MemoSession, Promise<Decision | undefined>[]>()

const made = (session: MemoSession): Promise<Decision | undefined>[] => {
  const known = decisions.get(session) ?? []
  decisions.set(session, known)
  return known
}

/** Saves the text and asks for the list anew: saves alone are followed only now and then, as while somebody writes. */
async function saveAndList(session: MemoSession): Promise<void> {
  await session.flush()
  void queryClient.invalidateQueries({ queryKey: ['reviews'] })
}

/** Takes the newest decision back, as far as nothing was done since. False when there is none. */
export function undoDecision(session: MemoSession): boolean {
  const newest = made(session).pop()
  if (!newest) return false
  void act(async () => {
    const decision = await newest
    const editor = session.editor()
    if (!decision) return
    if (decision.text && editor && editor.state.doc.eq(decision.text)) editor.commands.undo()
    await saveAndList(session)
    const { undo } = await api.history.state({})
    if (decision.command !== null && undo === decision.command) await api.history.undo({})
    say('Took the decision back')
  })
  return true
}

/** Decides, shows a failure, and offers to undo; a decision still under way can be undone already. */
function decide(session: MemoSession, words: string, work: () => Promise<Decision>): void {
  const decision = act(work)
  made(session).push(decision)
  void decision.then((done) => {
    if (done) say(words, { title: 'Undo', run: () => void undoDecision(session) })
  })
}

const keysOf = (reviews: readonly Review[]) => reviews.map(({ citation, passage }) => ({ citation, passage }))

/** Changes to the text that are undone by themselves, not together with what was typed before. */
function inText(session: MemoSession, change: () => void): ProseMirrorNode | null {
  const editor = session.editor()
  if (!editor) return null
  const before = editor.state.doc
  editor.view.dispatch(closeHistory(editor.state.tr))
  change()
  return editor.state.doc.eq(before) ? null : editor.state.doc
}

/** Where the words of passages changed, the memo quotes the new ones. */
async function quoteNewWords(session: MemoSession, reviews: readonly Review[]): Promise<ProseMirrorNode | null> {
  const reworded = reviews.filter(({ changes }) => changes.some(isOfWords))
  const passages = new Map(reworded.map(({ passage }) => [passage, passageNow(passage)]))
  const now = new Map(await Promise.all([...passages].map(async ([id, asked]) => [id, await asked] as const)))
  return inText(session, () => {
    for (const { citation, passage } of reworded) {
      const detail = now.get(passage)
      if (detail) quoteAnew(session, { id: citation, cites: [] }, detail)
    }
  })
}

/** What is cited now is what the sentences rest on from now on. */
export const accept = (session: MemoSession, reviews: readonly Review[]): void =>
  decide(session, reviews.length === 1 ? 'Accepted the change' : `Accepted ${reviews.length} changes`, async () => {
    await session.flush()
    await api.reviews.accept({ memo: session.memo, reviews: keysOf(reviews) })
    const text = await quoteNewWords(session, reviews)
    await saveAndList(session)
    return { command: 'Accept change', text }
  })

/** The sentences stay as written; `reason` may be empty. */
export const keep = (session: MemoSession, reviews: readonly Review[], reason: string): void =>
  decide(session, 'Kept as written', async () => {
    await session.flush()
    await api.reviews.keep({ memo: session.memo, reviews: keysOf(reviews), reason })
    return { command: 'Keep sentence as written', text: null }
  })

/** Sentences that were kept wait again. */
export const takeUp = (session: MemoSession, reviews: readonly Review[]): void =>
  decide(session, 'To be reviewed again', async () => {
    await api.reviews.takeUp({ memo: session.memo, reviews: keysOf(reviews) })
    return { command: 'Review sentence again', text: null }
  })

/** The references go out of their citations; a citation of nothing else goes with them. */
export const drop = (session: MemoSession, reviews: readonly Review[]): void =>
  decide(session, reviews.length === 1 ? 'Dropped the citation' : `Dropped ${reviews.length} citations`, async () => {
    const text = inText(session, () => {
      for (const { citation, passage } of reviews) {
        changeCitation(session, citation, (cites) => cites.filter((cite) => cite.passage !== passage))
      }
    })
    await saveAndList(session)
    return { command: null, text }
  })
