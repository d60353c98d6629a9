// The pane `Memo`: the open memos as tabs, the one in front as a page, its evidence below.
import { useEffect } from 'react'
import { runCommand, useCommands } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { Keys } from '../interface/keys.tsx'
import { Checks } from './checks.tsx'
import { Comments } from './comments.tsx'
import { followCiteRequests } from './cite-requests.ts'
import { Evidence } from './evidence.tsx'
import { cancelExport, useExport } from './export-memo.ts'
import { memoCommands, newMemo } from './memo-commands.ts'
import { MemoFindBar } from './memo-find-bar.tsx'
import { MemoSheet } from './memo-sheet.tsx'
import { MemoTabs } from './memo-tabs.tsx'
import { MemoTools } from './memo-tools.tsx'
import './comments.css'
import './memo-find.css'
import './figures.css'
import './memo.css'
import './memo-floating.css'
import './memo-text.css'
import { followOpenMemos, keepOpen, sessionOf } from './open-memos.ts'
import { Reviews } from '../reviews/reviews.tsx'
import { useReportedStatus } from './reported-status.ts'
import { TemplateDialogs } from './template-dialog.tsx'

function NoMemo() {
  return (
    <div className="memo-empty">
      <p>A memo is written here, beside what it rests on.</p>
      <Button look="primary" onClick={() => void newMemo()}>
        New memo
      </Button>
      <Keys keys="Mod+Alt+N" />
      <Button look="outlined" onClick={() => runCommand('memo.new-from-template')}>
        From a template …
      </Button>
      <TemplateDialogs />
    </div>
  )
}

function ExportBar() {
  const progress = useExport((state) => state.progress)
  if (!progress) return null
  const { job, label, share } = progress
  return (
    <div className="memo-export">
      <span id="memo-export-label">{label}</span>
      <progress aria-labelledby="memo-export-label" {...(share === null ? {} : { value: share })} />
      <Button onClick={() => cancelExport(job)}>Cancel</Button>
    </div>
  )
}

/** Everything in the section that the frame labels `Memo`. */
export function MemoPane() {
  const memos = useDesk((desk) => desk.memos)
  const active = useDesk((desk) => desk.activeMemo)
  useCommands(memoCommands)
  useEffect(followOpenMemos, [])
  useEffect(followCiteRequests, [])
  useEffect(() => keepOpen(memos), [memos])
  const session = active ? sessionOf(active) : null
  useReportedStatus(session)
  if (!session) return <NoMemo />
  return (
    <div className="memo">
      <div className="memo-bar">
        <MemoTabs />
        <MemoTools session={session} />
      </div>
      <div className="memo-panel" id="memo-panel" role="tabpanel" aria-labelledby={`memo-tab-${session.memo}`}>
        <MemoFindBar key={`find ${session.memo}`} session={session} />
        <MemoSheet key={session.memo} session={session} />
        <ExportBar />
        <div className="memo-foot">
          <Evidence key={`evidence ${session.memo}`} session={session} />
          <Checks key={`checks ${session.memo}`} session={session} />
          <Reviews key={`reviews ${session.memo}`} session={session} />
          <Comments key={`comments ${session.memo}`} session={session} />
        </div>
        <TemplateDialogs />
      </div>
    </div>
  )
}
