// The status bar: what is saved, how much there is, and the last thing that was done.
import { countParagraphs, pageAt, paragraphNumber } from '../../shared/blocks.ts'
import { runCommand } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { counted } from '../interface/counted.ts'
import { useCall } from '../queries.ts'
import { useMarkCount, useSourceText } from '../reader/marks-query.ts'
import { MemoStanding } from './memo-standing.tsx'
import { QuietNotice } from './notices-view.tsx'

/** The page and the paragraph at the top of the Reader. */
function Position({ source }: { source: string }) {
  const offset = useDesk((desk) => desk.offsets[source] ?? 0)
  const version = useCall('sources', 'get', { source }).data?.version ?? null
  const text = useSourceText(source, version).data
  if (text?.source !== source) return null
  const page = pageAt(text.blocks, offset)
  return (
    <span className="status-position">
      {page === null ? '' : `p. ${page} · `}¶ {paragraphNumber(text.blocks, offset)} of {countParagraphs(text.blocks)}
    </span>
  )
}

/** Counted in the Reader's own list: asking for thousands of passages twice would double the cost of each tag. */
function PassageCount({ source }: { source: string }) {
  const workspace = useCall('workspace', 'get', {}).data
  const passages = useMarkCount(source)
  if (passages === null) return null
  return (
    <span title={workspace ? `${workspace.passages.toLocaleString()} in the workspace` : undefined}>
      {counted(passages, 'passage')}
    </span>
  )
}

/** The bar under the panes. */
export function StatusBar() {
  const source = useDesk((desk) => desk.activeReader)
  return (
    <footer className="status-bar numbers">
      <MemoStanding />
      {source ? <PassageCount source={source} /> : null}
      <QuietNotice />
      {source ? <Position source={source} /> : null}
      <button type="button" className="status-keys" onClick={() => runCommand('help.shortcuts')}>
        <b>?</b> keys
      </button>
    </footer>
  )
}
