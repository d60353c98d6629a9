// The analyst's own code tree.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Code } from '../../shared/codes.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { deleteWithUndo } from './delete-with-undo.ts'
import { FilteredList } from './filtered-list.tsx'
import { RenameField } from './rename-field.tsx'

const remove = (codes: readonly Code[]): Promise<void> =>
  deleteWithUndo(codes, 'codes', (code) => code.name, (code) => api.codes.remove({ code: code.id }))

const preview = (code: Code): void => {
  useDesk.getState().select({ kind: 'code', id: code.id })
  useDesk.getState().show('inspector')
}

const depthOf = (code: Code, byId: Map<string, Code>): number => {
  let depth = 0
  for (let parent = code.parent; parent && depth < 20; parent = byId.get(parent)?.parent ?? null) depth += 1
  return depth
}

/** A code of a name that is still free, ready to be renamed. */
async function addCode(codes: readonly Code[]): Promise<Code | undefined> {
  const taken = new Set(codes.map((code) => code.name))
  let name = 'New code'
  for (let number = 2; taken.has(name); number += 1) name = `New code ${number}`
  return act(() => api.codes.create({ name }))
}

/** The tab `Codes`. */
export function CodeList() {
  const { data, isPending } = useCall('codes', 'list', {})
  const selection = useDesk((desk) => desk.selection)
  const [renaming, setRenaming] = useState<string | null>(null)
  const codes = data ?? []
  const byId = new Map(codes.map((code) => [code.id, code]))
  const add = async () => {
    const code = await addCode(codes)
    if (!code) return
    preview(code)
    setRenaming(code.id)
  }
  return (
    <FilteredList
      label="Codes"
      things="codes"
      rows={codes}
      loading={isPending}
      keyOf={(code) => code.id}
      textOf={(code) => code.name}
      searchable={(code) => [code.path, code.description]}
      current={selection?.kind === 'code' ? selection.id : null}
      rowHeight={32}
      onPreview={preview}
      onOpen={preview}
      onDelete={(chosen) => void remove(chosen)}
      onRename={(code) => setRenaming(code.id)}
      action={<IconButton icon={Plus} label="New code" onClick={() => void add()} />}
      empty={
        <div className="empty">
          <p>Your own codes stand beside claims, actors and recommendations; press T in the Reader to tag with one.</p>
          <Button look="outlined" onClick={() => void add()}>
            New code
          </Button>
        </div>
      }
    >
      {(code) =>
        renaming === code.id ? (
          <RenameField
            label="Name of the code"
            value={code.name}
            onEnd={(name) => {
              setRenaming(null)
              if (name !== null) void act(() => api.codes.update({ code: code.id, name }))
            }}
          />
        ) : (
          <span className="row-line code-row" style={{ paddingInlineStart: depthOf(code, byId) * 16 }}>
            <span className="code-swatch" style={{ background: `var(--code-${code.colour})` }} aria-hidden="true" />
            <span className="code-name">{code.name}</span>
            <span className="row-counts numbers">
              {code.uses}
              <span className="visually-hidden">{code.uses === 1 ? ' use' : ' uses'}</span>
            </span>
          </span>
        )
      }
    </FilteredList>
  )
}
