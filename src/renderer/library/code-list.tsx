// The analyst's own code tree.
import { BookOpen, ChevronRight, Plus } from 'lucide-react'
import type { DragEvent, HTMLAttributes, KeyboardEvent } from 'react'
import type { Code } from '../../shared/codes.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { Keys } from '../interface/keys.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { addCode, moveCode, previewCode, showCodebook } from './code-commands.ts'
import { setActiveCode, setOpen, useCodeTree } from './code-tree-store.ts'
import { deleteWithUndo } from './delete-with-undo.ts'
import { FilteredList } from './filtered-list.tsx'
import { RenameField } from './rename-field.tsx'
import { dropPlace, openRows, placesOf, zoneOf, type CodeRowPlace } from './tree-moves.ts'

const remove = (codes: readonly Code[]): Promise<void> =>
  deleteWithUndo(codes, 'codes', (code) => code.name, (code) => api.codes.remove({ code: code.id }))

/** The tab `Codes`. */
export function CodeList() {
  const { data, isPending } = useCall('codes', 'list', {})
  const selection = useDesk((desk) => desk.selection)
  const { closed, renaming, over } = useCodeTree()
  const codes = data ?? []
  const rows = openRows(codes, closed)
  const places = placesOf(codes, closed)
  return (
    <FilteredList
      label="Codes"
      things="codes"
      role="treegrid"
      rows={rows}
      all={codes}
      loading={isPending}
      keyOf={(code) => code.id}
      textOf={(code) => code.name}
      searchable={(code) => [code.path, code.description]}
      current={selection?.kind === 'code' ? selection.id : null}
      rowHeight={32}
      rowProps={(code) => ({ ...treeProps(places.get(code.id)), ...dragProps(codes, code), 'data-drop': over?.code === code.id ? over.zone : undefined })}
      onKey={(event, code, shown, go) => treeKey(event, code, shown, places.get(code.id), go)}
      onActive={setActiveCode}
      onPreview={previewCode}
      onOpen={previewCode}
      onDelete={(chosen) => void remove(chosen)}
      onRename={(code) => useCodeTree.setState({ renaming: code.id })}
      action={
        <>
          <IconButton icon={BookOpen} label="Show the codebook" onClick={showCodebook} />
          <IconButton icon={Plus} label="New code" onClick={() => void addCode(null)} />
        </>
      }
      empty={
        <div className="empty">
          <p>Your own codes stand beside claims, actors and recommendations; press T in the Reader to tag with one.</p>
          <Button look="outlined" onClick={() => void addCode(null)}>
            New code
          </Button>
        </div>
      }
    >
      {(code) => (renaming === code.id ? <Naming code={code} /> : <CodeRow code={code} place={places.get(code.id)} />)}
    </FilteredList>
  )
}

function Naming({ code }: { code: Code }) {
  return (
    <RenameField
      label="Name of the code"
      value={code.name}
      onEnd={(name) => {
        useCodeTree.setState({ renaming: null })
        if (name !== null) void act(() => api.codes.update({ code: code.id, name }))
      }}
    />
  )
}

function CodeRow({ code, place }: { code: Code; place: CodeRowPlace | undefined }) {
  const open = place?.open
  const below = code.total - code.uses
  return (
    <span className="row-line code-row" style={{ paddingInlineStart: Math.min(12, (place?.level ?? 1) - 1) * 16 }}>
      <span
        className="code-twist"
        data-open={open}
        aria-hidden="true"
        onClick={(event) => {
          if (open === undefined) return
          event.stopPropagation()
          setOpen(code.id, !open)
        }}
      >
        {open === undefined ? null : <ChevronRight size={14} strokeWidth={1.5} />}
      </span>
      <span className="code-swatch" style={{ background: `var(--code-${code.colour})` }} aria-hidden="true" />
      <span className="code-name">{code.name}</span>
      {code.shortcut ? <Keys keys={code.shortcut} /> : null}
      <span className="row-counts numbers" title={below > 0 ? `${code.uses} here, ${code.total} with the codes below` : undefined}>
        {code.uses}
        <span className="visually-hidden">{code.uses === 1 ? ' use' : ' uses'}</span>
        {below > 0 ? <span className="code-total"> / {code.total}</span> : null}
        {below > 0 ? <span className="visually-hidden"> with the codes below</span> : null}
      </span>
    </span>
  )
}

const treeProps = (place: CodeRowPlace | undefined): HTMLAttributes<HTMLElement> =>
  place ? { 'aria-level': place.level, 'aria-expanded': place.open, 'aria-posinset': place.position, 'aria-setsize': place.of } : {}

/** Arrow left closes or goes to the parent, arrow right opens or goes to the first code below. */
function treeKey(event: KeyboardEvent, code: Code, shown: readonly Code[], place: CodeRowPlace | undefined, go: (row: number) => void): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (event.key === 'ArrowLeft') {
    const parent = shown.findIndex(({ id }) => id === code.parent)
    if (place?.open) setOpen(code.id, false)
    else if (parent >= 0) go(parent)
    return true
  }
  if (event.key !== 'ArrowRight') return false
  if (place?.open === false) setOpen(code.id, true)
  else if (place?.open) go(shown.indexOf(code) + 1)
  return true
}

const zoneUnder = (event: DragEvent) => {
  const box = event.currentTarget.getBoundingClientRect()
  return zoneOf((event.clientY - box.top) / box.height)
}

function dragProps(codes: readonly Code[], code: Code): HTMLAttributes<HTMLElement> {
  const placeFor = (event: DragEvent) => {
    const { dragged } = useCodeTree.getState()
    const zone = zoneUnder(event)
    const place = dragged && dropPlace(codes, dragged, code.id, zone)
    return dragged && place ? { dragged, place, zone } : null
  }
  return {
    draggable: true,
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', code.path)
      useCodeTree.setState({ dragged: code.id })
    },
    onDragOver: (event) => {
      const drop = placeFor(event)
      const { over } = useCodeTree.getState()
      if (drop) event.preventDefault()
      if (drop && (over?.code !== code.id || over.zone !== drop.zone)) useCodeTree.setState({ over: { code: code.id, zone: drop.zone } })
      else if (!drop && over) useCodeTree.setState({ over: null })
    },
    onDrop: (event) => {
      const drop = placeFor(event)
      useCodeTree.setState({ dragged: null, over: null })
      if (!drop) return
      event.preventDefault()
      void moveCode(drop.dragged, drop.place)
    },
    onDragEnd: () => useCodeTree.setState({ dragged: null, over: null }),
  }
}
