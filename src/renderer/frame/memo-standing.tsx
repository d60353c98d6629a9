// What the status bar says of saving and of the open memo.
import { useDesk } from '../desk/desk-store.ts'
import { showInstant } from '../history/show-instant.ts'
import { savedWords, useMemoStatus, type MemoStatus } from '../memos/memo-status.ts'
import { WordTarget } from '../memos/word-target.tsx'
import { useCall } from '../queries.ts'

/** Read out when a save fails and when it is made good: who does not see the bar would hear of each save otherwise. */
function SpokenStanding({ state, trouble }: Pick<MemoStatus, 'state' | 'trouble'>) {
  const failing = trouble === 'failing' || state === 'stale'
  const words = failing ? savedWords({ state: state === 'stale' ? state : 'failed', savedAt: null }) : trouble === 'over' ? 'Saved again' : ''
  return (
    <span role="status" className="visually-hidden">
      {words}
    </span>
  )
}

/** "Saved 12:04", words and marking of the open memo; without one, when the last action was put on disk. */
export function MemoStanding() {
  const active = useDesk((desk) => desk.activeMemo)
  const status = useMemoStatus()
  const memo = useCall('memos', 'list', {}).data?.find((candidate) => candidate.id === active)
  const last = useCall('history', 'list', { limit: 1 }).data?.[0]
  const words = status.memo === active ? (status.words ?? memo?.words) : memo?.words
  const savedAt = [status.savedAt ?? memo?.savedAt, last?.at].filter((at) => at !== undefined).toSorted().at(-1)
  const saving = active !== null && status.memo === active && status.state !== 'saved'
  return (
    <>
      <span>{saving ? savedWords(status) : savedAt ? `Saved ${showInstant(savedAt)}` : 'Everything is saved'}</span>
      {active !== null && status.memo === active ? <SpokenStanding state={status.state} trouble={status.trouble} /> : null}
      {memo ? (
        <>
          <WordTarget memo={memo.id} words={words ?? 0} />
          {memo.tlp ? <span className="status-tlp">TLP:{memo.tlp}</span> : null}
        </>
      ) : null}
    </>
  )
}
