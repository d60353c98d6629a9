// The window: three panes and the Inspector, between a title bar and a status bar.
import { useEffect, useState, type ReactNode } from 'react'
import { ActorLayer } from './actors/actor-layer.tsx'
import type { OpeningProblem } from '../shared/shell.ts'
import { api, subscribe } from './api.ts'
import { useCommands } from './commands/command-registry.ts'
import { handleKeys } from './commands/key-handler.ts'
import { keepDesk, restoreDesk } from './desk/desk-persistence.ts'
import type { Pane } from './desk/desk-store.ts'
import { FirstStep } from './frame/first-step.tsx'
import { ErrorNotices } from './frame/notices-view.tsx'
import { LongChanges } from './frame/long-changes.tsx'
import { Panes } from './frame/panes.tsx'
import { About } from './frame/about.tsx'
import { ShortcutsHelp } from './frame/shortcuts-help.tsx'
import { StatusBar } from './frame/status-bar.tsx'
import { TitleBar } from './frame/title-bar.tsx'
import { followMenu, windowCommands } from './frame/window-commands.ts'
import { Inspector } from './inspector/inspector.tsx'
import { TooltipProvider } from './interface/tooltip.tsx'
import { ImportLayer } from './library/import-layer.tsx'
import { LibraryLayer } from './library/library-layer.tsx'
import { followTags } from './library/follow-tags.ts'
import { Library } from './library/library.tsx'
import { LinkLayer } from './links/link-form.tsx'
import { MemoPane } from './memos/memo-pane.tsx'
import { showError } from './notices/notices.ts'
import { bulkCommands } from './passages/bulk-actions.ts'
import { followChanges } from './queries.ts'
import { followMarks } from './reader/marks-query.ts'
import { Reader } from './reader/reader.tsx'
import { OpeningScreen } from './safety/opening-screen.tsx'
import { SafetyLayer } from './safety/safety-layer.tsx'
import { followTheme } from './theme/theme.ts'

const contents: Record<Pane, ReactNode> = {
  library: <Library />,
  inspector: <Inspector />,
  reader: <Reader />,
  memo: <MemoPane />,
}

/** The whole page. */
export function App() {
  const { ready, problem } = useDeskRestored()
  useEffect(followChanges, [])
  useEffect(followTags, [])
  useEffect(followMarks, [])
  useEffect(handleKeys, [])
  useEffect(() => subscribe((event) => event.name === 'command' && followMenu(event.data.name)), [])
  useCommands(windowCommands)
  useCommands(bulkCommands)
  if (problem) return <OpeningScreen problem={problem} />
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
      <LibraryLayer />
      <SafetyLayer />
      <LongChanges />
      <ActorLayer />
      <LinkLayer />
      <About />
      <ShortcutsHelp />
    </TooltipProvider>
  )
}

/** Puts the desk back before anything shows, so that nothing jumps; a desk that cannot be read is an empty one. */
function useDeskRestored(): { ready: boolean; problem: OpeningProblem | null } {
  const [ready, setReady] = useState(false)
  const [problem, setProblem] = useState<OpeningProblem | null>(null)
  useEffect(() => {
    let ends: (() => void)[] = []
    let gone = false
    restoreDesk()
      .catch(async (thrown: unknown) => {
        // Only now, so that a start that goes well asks nothing more.
        const found = await api.shell.opening({}).catch(() => null)
        if (found && !gone) setProblem(found)
        else showError(thrown)
      })
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
  return { ready, problem }
}
