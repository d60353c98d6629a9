// The title bar: workspace, search, history, export.
import { useCommandKeys } from '../commands/use-command-keys.ts'
import { HistoryPopover } from '../history/history-popover.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { ExportButton } from './export-button.tsx'
import { WindowMenu } from './window-menu.tsx'
import { WorkspaceMenu } from './workspace-menu.tsx'

/** The bar over the panes. */
export function TitleBar() {
  const searchKeys = useCommandKeys('search.focus')
  return (
    <header className="title-bar">
      <div className="title-bar-start">
        <WorkspaceMenu />
      </div>
      <SearchBox keys={searchKeys} />
      <div className="title-bar-end">
        <HistoryPopover />
        <WindowMenu />
        <ExportButton />
      </div>
    </header>
  )
}
