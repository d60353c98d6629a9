// The status bar: what is saved, how much there is, and the last thing that was done.
import { countParagraphs, paragraphNumber } from '../../shared/blocks.ts'
import { runCommand } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { counted } from '../interface/counted.ts'
import { useCall } from '../queries.ts'
import { MemoStanding } from './memo-standing.tsx'
import { QuietNotice } from './notices-view.tsx'

/** The paragraph at the top of the Reader. */
function Position({ source }: { source: string }) {
  const offset = useDesk((desk) => desk.offsets[source] ?? 0)
  const text = useCall('sources', 'text', { source }).data
  if (text?.source !== source) return null
  return (
    <span className="status-position">
      ¶ {paragraphNumber(text.blocks, offset)} of {countParagraphs(text.blocks)}
    </span>
  )
}

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
      {source ? <Position source={source} /> : null}
      <button type="button" className="status-keys" onClick={() => runCommand('help.shortcuts')}>
        <b>?</b> keys
      </button>
    </footer>
  )
}
