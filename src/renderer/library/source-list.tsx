// The tab `Sources`: the sources of the workspace as cards, or what is in the trash.
import { Plus, Table2 } from 'lucide-react'
import { runCommand } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { Menu, MenuItem, MenuLine } from '../interface/menu.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { clearLibraryFilter, useLibrary, useLibraryLayout } from './library-state.ts'
import { askToEmpty, showSource } from './source-actions.ts'
import { SourceCard } from './source-card.tsx'
import { FilterChips, FilterPanel, WordsField } from './source-filters.tsx'
import { Shelves } from './shelves.tsx'
import { SourceGrid } from './source-grid.tsx'
import { useShownSources } from './use-shown-sources.ts'

export function SourceList() {
  const shown = useShownSources()
  const { filter } = useLibraryLayout()
  const trashed = useLibrary((state) => state.trashed)
  const active = useDesk((desk) => desk.activeReader)
  const narrowed = Object.keys(filter).length > 0
  const empty = shown.total === 0
  return (
    <div className="library-list" data-library>
      <div className="library-filter">
        <WordsField />
        <FilterPanel />
        <IconButton icon={Table2} label="Open as a page" keys="Mod+Alt+L" onClick={() => runCommand('library.open-page')} />
        <AddMenu />
      </div>
      <FilterChips />
      <Shelves />
      {trashed && shown.total ? <TrashFoot /> : null}
      {shown.error ? <p className="empty" role="alert">{shown.error.message}</p> : null}
      {empty && !narrowed && !trashed ? <NoSources /> : null}
      {empty && narrowed ? <NothingFits /> : null}
      {empty && trashed && !narrowed ? <p className="empty">The trash is empty.</p> : null}
      {empty ? null : (
        <SourceGrid label={trashed ? 'Sources in the trash' : 'Sources'} shown={shown} rowHeight={60} current={active} onPreview={showSource}>
          {(place) => <SourceCard shown={shown} place={place} />}
        </SourceGrid>
      )}
      <ChosenBar least={2} />
    </div>
  )
}

function AddMenu() {
  return (
    <Menu trigger={<IconButton icon={Plus} label="Add sources" keys="Mod+O" />} label="Add sources" align="end">
      <MenuItem onSelect={() => runCommand('library.import')} keys="Mod+O">
        Import files…
      </MenuItem>
      <MenuItem onSelect={() => runCommand('library.importFolder')}>
        Import a folder…
      </MenuItem>
      <MenuItem onSelect={() => runCommand('library.importAddress')} keys="Mod+Alt+O">
        Import from a web address…
      </MenuItem>
      <MenuItem onSelect={() => runCommand('library.paste')} keys="Mod+Shift+V">
        Paste an article…
      </MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => runCommand('library.new-collection')}>New collection</MenuItem>
    </Menu>
  )
}

function NoSources() {
  return (
    <div className="empty">
      <p>Articles and documents that you import are kept here; drop files onto the window or choose them.</p>
      <Button look="outlined" onClick={() => runCommand('library.import')}>
        Import files…
      </Button>
    </div>
  )
}

function TrashFoot() {
  return (
    <div className="trash-foot">
      <span>Kept here until the trash is emptied.</span>
      <Button look="outlined" onClick={askToEmpty}>Empty trash…</Button>
    </div>
  )
}

/** Said where filters leave nothing. */
export function NothingFits() {
  return (
    <div className="empty">
      <p>No source fits these filters.</p>
      <Button look="outlined" onClick={clearLibraryFilter}>Clear filters</Button>
    </div>
  )
}
