// The status bar: what is saved, how much there is, and the last thing that was done.
import { runCommand } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { counted } from '../interface/counted.ts'
import { useCall } from '../queries.ts'
import { MemoStanding } from './memo-standing.tsx'
import { QuietNotice } from './notices-view.tsx'

/** The bar under the panes. */
export function StatusBar() {
  const workspace = useCall('workspace', 'get', {}).data
  const source = useDesk((desk) => desk.activeReader)
  const passages = useCall('passages', 'list', source ? { source } : null).data
  return (
    <footer className="status-bar numbers">
      <MemoStanding />
      {source && passages ? (
        <span title={workspace ? `${workspace.passages.toLocaleString()} in the workspace` : undefined}>
          {counted(passages.length, 'passage')}
        </span>
      ) : null}
      <QuietNotice />
      <button type="button" className="status-keys" onClick={() => runCommand('help.shortcuts')}>
        <b>?</b> keys
      </button>
    </footer>
  )
}
