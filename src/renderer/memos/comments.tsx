// Below the text: the comments, each with its words, its replies, and keys to go there, answer, settle and delete.
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { longestRemark } from '../../shared/memo-comments.ts'
import { matchesKeys, onMac } from '../commands/keys.ts'
import { showInstant } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { GridList } from '../interface/grid-list.tsx'
import { Keys } from '../interface/keys.tsx'
import { deleteComment, goToComment, keepComment, keepReply, settle, stopWriting, useComments } from './comments-store.ts'
import type { MemoSession } from './memo-session.ts'
import { useThreads, type Thread } from './use-threads.ts'

function WritingField({ label, onKeep, onLeave }: { label: string; onKeep: (text: string) => void; onLeave: () => void }) {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) onKeep(text)
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="comments-writing">
      <textarea
        ref={field}
        className="text-field"
        rows={2}
        aria-label={label}
        placeholder={label}
        maxLength={longestRemark}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button look="outlined" disabled={text.trim() === ''} onClick={() => onKeep(text)}>
        Keep <Keys keys="Enter" />
      </Button>
      <Button onClick={onLeave}>Cancel</Button>
    </div>
  )
}

function ThreadLine({ thread }: { thread: Thread }) {
  return (
    <div className={thread.resolved === null ? 'comment-thread' : 'comment-thread is-settled'}>
      <span className="comment-quote">{thread.quote === null ? <i>Its words were deleted</i> : thread.quote || 'a citation'}</span>
      {[thread, ...thread.replies].map(({ text, at }, index) => (
        <p key={index} className={index === 0 ? 'comment-text' : 'comment-text comment-reply'} dir="auto">
          {text} <time className="numbers">{showInstant(at)}</time>
        </p>
      ))}
    </div>
  )
}

function List({ session, threads, shown }: { session: MemoSession; threads: Thread[]; shown: Thread[] }) {
  const box = useRef<HTMLDivElement>(null)
  const { active, writing } = useComments()
  const editor = session.editor()
  const inHand = threads.find(({ id }) => id === active)
  if (!editor) return null
  const backToList = () => box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  const remove = (thread: Thread) => {
    deleteComment(editor, thread.id)
    backToList()
  }
  // Before the list's type-ahead, which would take the letters; undo is the text's own, which holds the comments.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return
    const { nativeEvent } = event
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (matchesKeys(nativeEvent, 'Mod+Z', onMac)) editor.commands.undo()
    else if (matchesKeys(nativeEvent, 'Mod+Shift+Z', onMac) || matchesKeys(nativeEvent, 'Mod+Y', onMac)) editor.commands.redo()
    else if (plain && event.key.toLowerCase() === 'r' && inHand) useComments.setState({ writing: 'reply' })
    else if (plain && event.key.toLowerCase() === 'x' && inHand) settle(editor, inHand.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const leave = () => {
    const wasNew = writing === 'comment'
    stopWriting(editor)
    if (wasNew) editor.view.focus()
    else backToList()
  }
  return (
    <div ref={box} className="checks-list" id="memo-comments" onKeyDownCapture={onKeyDownCapture}>
      {shown.length > 0 ? (
        <GridList
          label="Comments"
          rows={shown}
          keyOf={({ id }) => id}
          textOf={({ text }) => text}
          rowHeight={56}
          current={active}
          onOpen={({ id }) => goToComment(editor, id)}
          onPreview={({ id }) => useComments.setState({ active: id })}
          onDelete={([thread]) => thread && remove(thread)}
          onChoose={([thread]) => {
            if (thread && useComments.getState().active !== thread.id) useComments.setState({ active: thread.id })
          }}
        >
          {(thread) => <ThreadLine thread={thread} />}
        </GridList>
      ) : (
        <p className="note comments-none">
          {threads.length > 0 ? 'Every comment is settled.' : 'Select words and press '}
          {threads.length > 0 ? null : <Keys keys="Mod+Alt+M" />}
          {threads.length > 0 ? null : ' to comment on them.'}
        </p>
      )}
      {writing === 'comment' ? (
        <WritingField
          label="Comment"
          onLeave={leave}
          onKeep={(text) => {
            keepComment(editor, text)
            editor.view.focus()
          }}
        />
      ) : null}
      {writing === 'reply' && inHand ? (
        <WritingField
          label="Reply"
          onLeave={leave}
          onKeep={(text) => {
            keepReply(editor, inHand.id, text)
            backToList()
          }}
        />
      ) : null}
      {writing === null ? (
        <p className="checks-keys">
          <Button disabled={!inHand?.quote} onClick={() => inHand && goToComment(editor, inHand.id)}>
            Go to it <Keys keys="Enter" />
          </Button>
          <Button disabled={!inHand} onClick={() => useComments.setState({ writing: 'reply' })}>
            Reply <Keys keys="r" />
          </Button>
          <Button disabled={!inHand} onClick={() => inHand && settle(editor, inHand.id)}>
            {inHand && inHand.resolved !== null ? 'Take up again' : 'Settle'} <Keys keys="x" />
          </Button>
          <Button disabled={!inHand} onClick={() => inHand && remove(inHand)}>
            Delete <Keys keys="Delete" />
          </Button>
        </p>
      ) : null}
    </div>
  )
}

/** The footer `Comments n`: closed it is a line, open a list. */
export function Comments({ session }: { session: MemoSession }) {
  const threads = useThreads(session)
  const open = useComments((state) => state.open)
  const [all, setAll] = useState(false)
  const standing = threads.filter(({ resolved, quote }) => resolved === null && quote !== null)
  const aside = threads.length - standing.length
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <footer className="evidence" aria-label="Comments">
      <button
        type="button"
        className="evidence-head"
        aria-expanded={open}
        aria-controls={open ? 'memo-comments' : undefined}
        onClick={() => useComments.setState({ open: !open })}
      >
        <Chevron size={14} strokeWidth={1.5} aria-hidden="true" />
        <b>Comments {standing.length}</b>
      </button>
      {open && aside > 0 ? (
        <button type="button" className="evidence-head comments-all" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? 'Hide settled' : `Show ${aside} settled`}
        </button>
      ) : null}
      {open ? <List session={session} threads={threads} shown={all ? threads : standing} /> : null}
    </footer>
  )
}
