// The threads of the memo in front with their places, read again when the text changed, and painted.
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Comment } from '../../shared/memo-comments.ts'
import { clearCommentPaint, paintComments } from './comment-painting.ts'
import { commentPlaces, commentsIn } from './comments-plugin.ts'
import { useComments } from './comments-store.ts'
import type { MemoSession } from './memo-session.ts'

/** A thread with the words it is about; null when they were deleted. */
export interface Thread extends Comment {
  quote: string | null
}

/** Threads in the order of the text, those without a place last. */
function threadsIn({ state: { doc } }: Editor): Thread[] {
  const places = commentPlaces(doc)
  const from = ({ id }: Comment): number => places.get(id)?.from ?? Number.POSITIVE_INFINITY
  return commentsIn(doc)
    .toSorted((a, b) => (from(a) === from(b) ? 0 : from(a) - from(b)))
    .map((comment) => {
      const place = places.get(comment.id)
      return { ...comment, quote: place ? doc.textBetween(place.from, Math.min(place.to, place.from + 300), ' ', ' ') : null }
    })
}

const isOpenHere = ({ quote, resolved }: Thread): boolean => quote !== null && resolved === null

/** All threads; `active` follows the caret while the list shows. */
export function useThreads(session: MemoSession): Thread[] {
  const phase = useStore(session.store, (state) => state.phase)
  const [threads, setThreads] = useState<Thread[]>([])
  const active = useComments((state) => state.active)
  useEffect(() => {
    const editor = session.editor()
    if (!editor || phase !== 'editing') return
    let frame = 0
    const read = () => {
      frame = 0
      setThreads(threadsIn(editor))
    }
    const onTransaction = ({ transaction }: { transaction: Transaction }) => {
      const { doc, selection } = editor.state
      const concerned = commentsIn(transaction.before).length + commentsIn(doc).length > 0
      if (transaction.docChanged && concerned && frame === 0) frame = requestAnimationFrame(read)
      if (!transaction.selectionSet || !concerned || !useComments.getState().open) return
      const here = [...commentPlaces(doc)].find(([, { from, to }]) => from <= selection.from && selection.from <= to)
      if (here) useComments.setState({ active: here[0] })
    }
    read()
    editor.on('transaction', onTransaction)
    return () => {
      cancelAnimationFrame(frame)
      editor.off('transaction', onTransaction)
      useComments.setState({ active: null, writing: null })
    }
  }, [session, phase])
  useEffect(() => {
    paintComments(session.host, new Set(threads.filter(isOpenHere).map(({ id }) => id)), active)
    return clearCommentPaint
  }, [session, threads, active])
  return threads
}
