// Where notices show: failures as cards that stay, the last success in the status bar.
import { CircleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { IconButton } from '../interface/button.tsx'
import { useNotices, type Notice } from '../notices/notices.ts'

const quietFor = 10_000

/** The newest quiet notice, as a part of the status bar; it goes by itself, its action is also on a key. */
export function QuietNotice() {
  const notice = useNotices((all) => all.notices.findLast((candidate) => candidate.tone === 'quiet'))
  const id = notice?.id
  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(() => useNotices.getState().dismiss(id), quietFor)
    return () => clearTimeout(timer)
  }, [id])
  return (
    <span role="status" className="quiet-notice">
      {notice ? (
        <>
          <span className="quiet-notice-text">{notice.text}</span>
          <NoticeAction notice={notice} />
        </>
      ) : null}
    </span>
  )
}

/** Failures, each until it is put away. */
export function ErrorNotices() {
  const all = useNotices((state) => state.notices)
  const errors = all.filter((notice) => notice.tone === 'error')
  return (
    <div className="error-notices">
      {errors.map((notice) => (
        <div key={notice.id} role="alert" className="error-notice">
          <CircleAlert size={16} strokeWidth={1.5} aria-hidden="true" />
          <p>
            {notice.text} <NoticeAction notice={notice} />
          </p>
          <IconButton icon={X} label="Dismiss" onClick={() => useNotices.getState().dismiss(notice.id)} />
        </div>
      ))}
    </div>
  )
}

function NoticeAction({ notice }: { notice: Notice }) {
  if (!notice.action) return null
  const { title, run } = notice.action
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        useNotices.getState().dismiss(notice.id)
        run()
      }}
    >
      {title}
    </button>
  )
}
