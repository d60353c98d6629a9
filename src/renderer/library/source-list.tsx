// Sources: title, where from, and how much was tagged in them.
import { Plus } from 'lucide-react'
import type { SourceSummary } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { runCommand } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusPane } from '../frame/pane-focus.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Menu, MenuItem } from '../interface/menu.tsx'
import { useCall } from '../queries.ts'
import { deleteWithUndo } from './delete-with-undo.ts'
import { FilteredList } from './filtered-list.tsx'

const open = (source: SourceSummary): void => {
  const desk = useDesk.getState()
  desk.select({ kind: 'source', id: source.id })
  desk.openSource(source.id)
}

/** Removes sources; citations keep their quotations. */
export const removeSources = (sources: readonly { id: string; title: string }[]): Promise<void> =>
  deleteWithUndo(sources, 'sources', (source) => source.title, async (source) => {
    await api.sources.remove({ source: source.id })
    useDesk.getState().closeSource(source.id)
  })

/** The tab `Sources`. */
export function SourceList() {
  const { data, isPending } = useCall('sources', 'list', {})
  const active = useDesk((desk) => desk.activeReader)
  return (
    <FilteredList
      label="Sources"
      things="sources"
      rows={data ?? []}
      loading={isPending}
      keyOf={(source) => source.id}
      textOf={(source) => source.title}
      searchable={(source) => [source.title, source.containerTitle, source.issued, ...source.authors.map((name) => `${name.given ?? ''} ${name.family ?? ''} ${name.literal ?? ''}`)]}
      current={active}
      rowHeight={68}
      onPreview={open}
      onOpen={(source) => {
        open(source)
        requestAnimationFrame(() => focusPane('reader'))
      }}
      onDelete={(sources) => void removeSources(sources)}
      action={<AddMenu />}
      empty={<NoSources />}
    >
      {(source) => <SourceRow source={source} />}
    </FilteredList>
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

function SourceRow({ source }: { source: SourceSummary }) {
  const origin = [source.containerTitle, source.issued ? showPartialDate(source.issued) : null].filter(Boolean).join(' · ')
  return (
    <>
      <span className="row-title">{source.title || 'Untitled'}</span>
      <span className="row-line">
        <span className="row-detail">{origin || 'no publisher, no date'}</span>
        <TagCounts source={source} />
      </span>
    </>
  )
}

function TagCounts({ source }: { source: SourceSummary }) {
  const { claims, actors, recommendations } = source
  if (claims + actors + recommendations === 0) return <span className="row-detail">untagged</span>
  const words = [counted(claims, 'claim'), counted(actors, 'actor'), counted(recommendations, 'recommendation')].join(', ')
  return (
    <span className="row-counts numbers">
      <span className="visually-hidden">{words}</span>
      <span aria-hidden="true">
        <span className="kind-claim">{claims}</span> · <span className="kind-actor">{actors}</span> ·{' '}
        <span className="kind-recommendation">{recommendations}</span>
      </span>
    </span>
  )
}
