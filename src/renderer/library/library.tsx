// The Library: what the workspace holds, by kind.
import { afterPaint } from '../after-paint.ts'
import { useCommands, type Command } from '../commands/command-registry.ts'
import { useDesk, type LibraryTab } from '../desk/desk-store.ts'
import { focusPane } from '../frame/pane-focus.ts'
import { FoundPassages } from '../found/found-passages.tsx'
import { Tabs, type Tab } from '../interface/tabs.tsx'
import { codeCommands } from './code-commands.ts'
import { CodeList } from './code-list.tsx'
import { importCommands } from './import-actions.ts'
import { ItemList } from './item-list.tsx'
import { MemoList } from './memo-list.tsx'
import { shelfCommands } from './shelf-commands.ts'
import { sourceCommands } from './source-commands.ts'
import { SourceList } from './source-list.tsx'
import './library.css'
import './library-page.css'

const kinds = { claims: 'claim', actors: 'actor', recommendations: 'recommendation' } as const

const tabs: Tab<LibraryTab>[] = [
  { value: 'sources', title: 'Sources' },
  { value: 'memos', title: 'Memos' },
  { value: 'codes', title: 'Codes' },
  { value: 'claims', title: <KindTitle kind="claim" title="Claims" /> },
  { value: 'actors', title: <KindTitle kind="actor" title="Actors" /> },
  { value: 'recommendations', title: <KindTitle kind="recommendation" title="Recommendations" /> },
]

function KindTitle({ kind, title }: { kind: string; title: string }) {
  return <span className={`kind-title kind-line-${kind}`}>{title}</span>
}

const commands: Command[] = [
  ...importCommands,
  ...codeCommands,
  ...sourceCommands,
  ...shelfCommands,
  ...tabs.map((tab): Command => ({
    name: `library.show-${tab.value}`,
    title: `Show ${tab.value}`,
    group: 'Find',
    keys: [],
    place: 'anywhere',
    run: () => {
      const desk = useDesk.getState()
      desk.showLibrary(tab.value)
      desk.show('library')
      afterPaint(() => focusPane('library'))
    },
  })),
]

/** The pane's content. */
export function Library() {
  const tab = useDesk((desk) => desk.library)
  const found = useDesk((desk) => desk.found)
  useCommands(commands)
  return (
    <>
      {found ? <FoundPassages /> : null}
      <div className="library-side" hidden={found}>
        <Tabs
          label="What to list"
          className="library"
          value={tab}
          onChange={(next) => useDesk.getState().showLibrary(next)}
          tabs={tabs}
        >
          {tab === 'sources' ? <SourceList /> : null}
          {tab === 'memos' ? <MemoList /> : null}
          {tab === 'codes' ? <CodeList /> : null}
          {tab === 'claims' || tab === 'actors' || tab === 'recommendations' ? <ItemList key={tab} kind={kinds[tab]} /> : null}
        </Tabs>
      </div>
    </>
  )
}
