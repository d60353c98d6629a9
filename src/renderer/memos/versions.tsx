// The page of a memo's versions: the list, and beside it what changed between two of them.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { afterPaint } from '../after-paint.ts'
import { useDesk } from '../desk/desk-store.ts'
import { showInstant } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { GridList } from '../interface/grid-list.tsx'
import { Keys } from '../interface/keys.tsx'
import { TextField } from '../interface/text-field.tsx'
import { useCall } from '../queries.ts'
import { takeTyping } from './early-typing.ts'
import { Comparison } from './version-comparison.tsx'
import { nameVersion, restoreVersion, rowKey, rowTitle, useVersions, type VersionRow } from './versions-state.ts'
import './versions.css'

const titleOf = (title: string | undefined): string => title || 'Untitled memo'

export function VersionsTitle({ about }: { about: Id | null }) {
  const title = useCall('memos', 'list', {}).data?.find(({ id }) => id === about)?.title
  return `Versions of “${titleOf(title)}”`
}

export function Versions({ about }: { about: Id | null }) {
  const memo = useCall('memos', 'list', {}).data?.find(({ id }) => id === about)
  const versions = useCall('memos', 'versions', memo ? { memo: memo.id } : null)
  const rows = useMemo<VersionRow[]>(() => {
    if (!memo) return []
    return [{ id: null, savedAt: memo.savedAt, words: memo.words, name: null }, ...(versions.data ?? [])]
  }, [memo, versions.data])
  if (!about || versions.error || (versions.isFetched && !memo)) return <Gone about={about} />
  if (!memo || !versions.data) return null
  return <VersionsPage key={memo.id} memo={memo.id} title={titleOf(memo.title)} rows={rows} />
}

function Gone({ about }: { about: Id | null }) {
  useEffect(() => void takeTyping(), [])
  return (
    <div className="reader-empty" role="alert">
      <p>This memo no longer exists. Undo brings back one that was deleted, with its versions.</p>
      <Button look="outlined" onClick={() => useDesk.getState().closePage({ kind: 'versions', about })}>
        Close this tab
      </Button>
    </div>
  )
}

/** Which two rows are compared, the older first: two chosen ones, or a chosen one with the text as it stands. */
function comparedRows(rows: VersionRow[], chosen: VersionRow[]): [VersionRow, VersionRow] | null {
  const [now] = rows
  const places = chosen.map((one) => rows.findIndex((row) => rowKey(row) === rowKey(one))).filter((at) => at >= 0)
  const [newest, oldest] = [Math.min(...places), Math.max(...places)]
  const older = rows[oldest]
  const newer = places.length > 1 ? rows[newest] : now
  return older && newer && older !== newer ? [older, newer] : null
}

const focusField = (box: HTMLElement | null): void => box?.querySelector('input')?.focus()

/** Puts the keyboard into the field of the name, with what was typed before it was there; after Enter that is the name. */
function takeName(memo: Id, box: HTMLElement | null): void {
  focusField(box)
  const { title, text } = takeTyping()
  if (text !== null) void nameVersion(memo, null, title)
  else if (title !== '') document.execCommand('insertText', false, title)
}

function VersionsPage({ memo, title, rows }: { memo: Id; title: string; rows: VersionRow[] }) {
  const [keys, setKeys] = useState<string[]>([])
  const list = useRef<HTMLDivElement>(null)
  const name = useRef<HTMLDivElement>(null)
  const namingWanted = useVersions((state) => state.namingWanted)
  const answered = useRef(0)
  const [first] = useState(() => (rows[1] ? rowKey(rows[1]) : null))
  const known = rows.filter((row) => keys.includes(rowKey(row)))
  const chosen = known.length > 0 ? known : rows.slice(1, 2)
  const pair = comparedRows(rows, chosen)
  const one = chosen.length === 1 ? chosen[0] : undefined
  useEffect(() => {
    if (namingWanted > answered.current) {
      setKeys(['now'])
      afterPaint(() => takeName(memo, name.current))
    } else {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    }
    answered.current = namingWanted
  }, [memo, namingWanted])
  const restore = (row: VersionRow | undefined) => {
    if (row && row.id !== null) void restoreVersion(memo, row.id, rowTitle(row))
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 'r') return
    event.preventDefault()
    event.stopPropagation()
    restore(one)
  }
  return (
    <section className="versions-page" aria-label={`Versions of “${title}”`}>
      <div className="versions">
        <div className="versions-side">
          <div ref={list} className="versions-list" onKeyDownCapture={onKeyDownCapture}>
            <GridList
              label="Versions"
              rows={rows}
              keyOf={rowKey}
              textOf={rowTitle}
              rowHeight={52}
              current={first}
              onOpen={() => undefined}
              onRename={() => focusField(name.current)}
              onChoose={(rowsChosen) => setKeys(rowsChosen.map(rowKey))}
            >
              {(row) => <VersionLine row={row} />}
            </GridList>
          </div>
          <div ref={name} className="versions-name">
            {one ? (
              <TextField
                key={rowKey(one)}
                label="Name"
                labelled
                placeholder={one.id === null ? 'Name this version …' : 'Name it to keep it'}
                value={one.name ?? ''}
                onSave={(text) => nameVersion(memo, one.id, text)}
              />
            ) : (
              <p className="note">{counted(chosen.length, 'version')} chosen</p>
            )}
            <Button look="outlined" disabled={!one || one.id === null} onClick={() => restore(one)}>
              Restore <Keys keys="r" />
            </Button>
          </div>
        </div>
        {pair ? (
          <Comparison memo={memo} older={pair[0]} newer={pair[1]} />
        ) : (
          <p className="versions-none">
            {rows.length > 1
              ? 'Choose a version to see what changed since, or two with Shift or Ctrl to compare them.'
              : 'Each saved state of the text appears here. All of the last ten minutes are kept, then fewer; named ones for ever.'}
          </p>
        )}
      </div>
    </section>
  )
}

function VersionLine({ row }: { row: VersionRow }) {
  return (
    <div className={row.name === null ? 'version-line' : 'version-line is-named'}>
      <span className="version-title">{rowTitle(row)}</span>
      <span className="version-facts numbers">
        {row.name === null ? null : `${showInstant(row.savedAt)} · `}
        {counted(row.words, 'word')}
      </span>
    </div>
  )
}
