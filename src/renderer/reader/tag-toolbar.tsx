// The toolbar beside a selection: every way to tag it, with the keys that do the same.
import { useEffect, useState, type KeyboardEvent } from 'react'
import { Keys } from '../interface/keys.tsx'
import { useLinking } from '../links/linking.ts'
import { BesideText } from './beside-text.tsx'
import type { ReadingSession } from './reading-session.ts'
import { useReading, type Offer } from './reading-store.ts'
import { cite, passageUnderCursor, tagSelection, untag } from './tagging.ts'

/** How long the cursor rests before the toolbar comes, in milliseconds. */
const pause = 700

/** Shows itself when something is selected and nothing else stands beside it. */
export function TagToolbar({ session }: { session: ReadingSession }) {
  const selection = useReading((reading) => reading.selection)
  const passage = useReading((reading) => reading.passage)
  const offer = useReading((reading) => reading.offer)
  const busy = useReading((reading) => reading.form !== null || reading.picking || reading.remark !== null || reading.find !== null || reading.link !== null)
  const linking = useLinking(({ wish }) => wish !== null)
  const rested = useRested(offer, selection)
  if (!selection || busy || linking || !rested) return null
  const tagged = passage !== null && (passageUnderCursor(session)?.tags.length ?? 0) > 0
  return (
    <BesideText
      session={session}
      spans={selection.spans}
      placements={['top', 'bottom', 'right', 'left']}
      leaves
      className="reader-toolbar"
      role="toolbar"
      aria-label="Tag passage"
      // Focus and selection stay in the text when a button is pressed with the mouse.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveAmongButtons}
    >
      <ToolbarButton title="Claim" keys="c" paint="claim" run={() => tagSelection(session, 'claim')} first />
      <ToolbarButton title="Actor" keys="a" paint="actor" run={() => tagSelection(session, 'actor')} />
      <ToolbarButton title="Recommendation" keys="r" paint="recommendation" run={() => tagSelection(session, 'recommendation')} />
      <ToolbarButton title="Code…" keys="t" run={() => useReading.setState({ picking: true })} />
      <span className="reader-toolbar-line" />
      <ToolbarButton title="Cite in memo" keys="m" run={() => void cite(session)} />
      {tagged ? <ToolbarButton title="Untag" keys="u" run={() => untag(session)} /> : null}
    </BesideText>
  )
}

interface ToolbarButtonProps {
  title: string
  keys: string
  run: () => void
  paint?: string
  first?: boolean
}

function ToolbarButton({ title, keys, run, paint, first = false }: ToolbarButtonProps) {
  return (
    <button type="button" className="reader-tool" data-paint={paint} tabIndex={first ? 0 : -1} onClick={run} aria-keyshortcuts={keys.toUpperCase()}>
      {title}
      <Keys keys={keys} />
    </button>
  )
}

/** Left and right go round the buttons, as in every toolbar. */
function moveAmongButtons(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  event.preventDefault()
  event.stopPropagation()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

/** True at once for what the mouse selected, after a pause for what the keys did. */
function useRested(offer: Offer, selection: unknown): boolean {
  const [rested, setRested] = useState<unknown>(null)
  useEffect(() => {
    if (offer !== 'soon') return
    const timer = setTimeout(() => setRested(selection), pause)
    return () => clearTimeout(timer)
  }, [offer, selection])
  return offer === 'now' || (offer === 'soon' && rested === selection)
}
