// The window: three panes and the Inspector, between a title bar and a status bar.
import { useEffect, useState, type ReactNode } from 'react'
import { MentionsDialog } from './actors/mentions-dialog.tsx'
import { subscribe } from './api.ts'
import { useCommands } from './commands/command-registry.ts'
import { handleKeys } from './commands/key-handler.ts'
import { keepDesk, restoreDesk } from './desk/desk-persistence.ts'
import type { Pane } from './desk/desk-store.ts'
import { FirstStep } from './frame/first-step.tsx'
import { ErrorNotices } from './frame/notices-view.tsx'
import { Panes } from './frame/panes.tsx'
import { ShortcutsHelp } from './frame/shortcuts-help.tsx'
import { StatusBar } from './frame/status-bar.tsx'
import { TitleBar } from './frame/title-bar.tsx'
import { followMenu, windowCommands } from './frame/window-commands.ts'
import { Inspector } from './inspector/inspector.tsx'
import { TooltipProvider } from './interface/tooltip.tsx'
import { ImportLayer } from './library/import-layer.tsx'
import { Library } from './library/library.tsx'
import { MemoPane } from './memos/memo-pane.tsx'
import { showError } from './notices/notices.ts'
import { followChanges } from './queries.ts'
import { Reader } from './reader/reader.tsx'
import { followTheme } from './theme/theme.ts'

const contents: Record<Pane, ReactNode> = {
  library: <Library />,
  inspector: <Inspector />,
  reader: <Reader />,
  memo: <MemoPane />,
}

/** The whole page. */
export function App() {
  const ready = useDeskRestored()
  useEffect(followChanges, [])
  useEffect(handleKeys, [])
  useEffect(() => subscribe((event) => event.name === 'command' && followMenu(event.data.name)), [])
  useCommands(windowCommands)
  if (!ready) return null
  return (
    <TooltipProvider>
      <div className="window">
        <TitleBar />
        <Panes contents={contents} />
        <FirstStep />
        <StatusBar />
      </div>
      <ErrorNotices />
      <ImportLayer />
      <MentionsDialog />
      <ShortcutsHelp />
    </TooltipProvider>
  )
}

/** Puts the desk back before anything shows, so that nothing jumps; a desk that cannot be read is an empty one. */
function useDeskRestored(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let ends: (() => void)[] = []
    let gone = false
    restoreDesk()
      .catch(showError)
      .finally(() => {
        if (gone) return
        ends = [keepDesk(), followTheme()]
        setReady(true)
      })
    return () => {
      gone = true
      for (const end of ends) end()
    }
  }, [])
  return ready
}
