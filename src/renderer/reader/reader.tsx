// The Reader: tabs of open sources and other pages over the one that shows.
import { useMemo } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { codeQueryCommands } from '../code-queries/query-actions.ts'
import { runCommand, useCommands, type Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { foundCommands } from '../found/found-actions.ts'
import { Button } from '../interface/button.tsx'
import { useCall } from '../queries.ts'
import { CorrectPage } from './correct-page.tsx'
import { useCorrecting } from './correcting-store.ts'
import { gradeCommands } from './grade-commands.ts'
import { useNearMarks, useSourceText } from './marks-query.ts'
import { ReaderPage } from './reader-pages.tsx'
import { activePlace, closePlace, placeKey, placesOf, stepPlace } from './reader-places.ts'
import { panelId, ReaderTabs, tabId } from './reader-tabs.tsx'
import { TextPage } from './text-page.tsx'
import './reader.css'
import './reader-text.css'
import './margin.css'
import './beside-text.css'
import './highlights.css'

/** Everything inside the pane `Reader`. */
export function Reader() {
  const source = useDesk((desk) => desk.activeReader)
  const page = useDesk((desk) => desk.activePage)
  useCommands(useMemo(() => tabCommands(), []))
  const active = activePlace({ activeReader: source, activePage: page })
  if (!active) return <NothingOpen />
  return (
    <div className="reader">
      <ReaderTabs />
      <div id={panelId} className="reader-panel" role="tabpanel" aria-labelledby={tabId(active)}>
        {active.page ? <ReaderPage key={placeKey(active)} page={active.page} /> : <SourcePage source={active.source} />}
      </div>
    </div>
  )
}

function SourcePage({ source: id }: { source: Id }) {
  // Asked for before the text, so that highlights need not wait until the page stands.
  useNearMarks(id)
  const source = useCall('sources', 'get', { source: id })
  const known = source.data?.id === id ? source.data : null
  const text = useSourceText(id, known?.version ?? null)
  const correcting = useCorrecting((state) => state.source === id)
  const failed = source.error ?? text.error
  if (failed) return <Unreadable message={failed.message} source={id} />
  if (!known || !text.data) return null
  if (correcting) return <CorrectPage key={`${id} ${known.version}`} source={known} text={text.data} />
  return <TextPage key={`${id} ${known.version}`} source={known} text={text.data} />
}

function NothingOpen() {
  return (
    <div className="reader-empty">
      <p>Open a source in the Library to read it here.</p>
      <Button look="outlined" onClick={() => runCommand('library.import')}>
        Import files…
      </Button>
    </div>
  )
}

function Unreadable({ message, source }: { message: string; source: Id }) {
  return (
    <div className="reader-empty" role="alert">
      <p>{message}</p>
      <Button look="outlined" onClick={() => useDesk.getState().closeSource(source)}>
        Close this tab
      </Button>
    </div>
  )
}

function tabCommands(): Command[] {
  const several = () => placesOf(useDesk.getState()).length > 1
  const anything = () => activePlace(useDesk.getState()) !== null
  const close = () => {
    const active = activePlace(useDesk.getState())
    if (active) closePlace(active)
  }
  return [
    { name: 'reader.close', title: 'Close this tab of the Reader', group: 'Read', keys: ['Mod+W', 'Alt+W'], place: 'reader', enabled: anything, run: close },
    { name: 'reader.next-tab', title: 'Go to the next tab of the Reader', group: 'Read', keys: ['Alt+PageDown'], place: 'reader', enabled: several, run: () => stepPlace(1) },
    { name: 'reader.open-board', title: 'Open the claims board', group: 'Find', keys: ['Mod+Alt+B'], place: 'anywhere', run: () => useDesk.getState().openPage({ kind: 'board', about: null }) },
    { name: 'reader.previous-tab', title: 'Go to the previous tab of the Reader', group: 'Read', keys: ['Alt+PageUp'], place: 'reader', enabled: several, run: () => stepPlace(-1) },
    ...gradeCommands,
    ...codeQueryCommands,
    ...foundCommands,
  ]
}
