// Over a list of passages: how many are chosen, and what can be done with them.
import { Download, FolderInput, Tags, Unlink } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { roles } from '../../shared/items.ts'
import { api } from '../api.ts'
import { IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Menu, MenuHeading, MenuItem } from '../interface/menu.tsx'
import { Picker, type PickerChoice } from '../interface/picker.tsx'
import { Popover } from '../interface/popover.tsx'
import { kindWords } from '../inspector/words.ts'
import { suggestItems } from '../links/known-items.ts'
import { act } from '../notices/notices.ts'
import { findCodes } from '../reader/code-options.ts'
import { makeCode } from '../reader/make-code.ts'
import { exportInHand, moveInHand, setRoleInHand, untagInHand } from './bulk-actions.ts'
import { choose, letGo, useChosen, usePassagesInHand, type BulkMenu, type ChoosingList } from './passages-in-hand.ts'
import './passages.css'

/** One line of the same height whether something is chosen or not, so that the list below never jumps. `listed`: the list has no boxes. */
export function BulkBar({ of, listed = false }: { of: ChoosingList; listed?: boolean }) {
  const chosen = useChosen(of.list)?.size ?? 0
  const all = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (all.current) all.current.indeterminate = chosen > 0 && chosen < of.lines.length
    // What held the focus went with the choice: the keyboard stays at the list.
    if (chosen === 0 && usedBar.current && document.activeElement === document.body) all.current?.focus()
    usedBar.current = chosen > 0
  }, [chosen, of.lines.length])
  const usedBar = useRef(false)
  return (
    <div className="bulk-bar" role="group" aria-label="Chosen passages">
      <label className="bulk-all">
        {listed ? null : (
          <input
            ref={all}
            type="checkbox"
            aria-label="Choose all passages"
            checked={chosen > 0 && chosen === of.lines.length}
            onChange={() => (chosen === of.lines.length ? letGo() : choose(of, of.lines.map((line) => line.tag)))}
          />
        )}
        <span className="numbers" role="status">
          {chosen > 0 ? `${chosen.toLocaleString()} chosen` : listed ? 'Shift or Ctrl choose several' : `Choose all ${of.lines.length.toLocaleString()}`}
        </span>
      </label>
      {chosen > 0 ? <BulkButtons count={chosen} /> : null}
    </div>
  )
}

/** One of the menus over what is chosen; keys open it, too. */
export const useBulkMenu = (menu: BulkMenu) => ({
  open: usePassagesInHand((state) => state.menu === menu),
  onOpenChange: (open: boolean) => usePassagesInHand.setState({ menu: open ? menu : null }),
})

function BulkButtons({ count }: { count: number }) {
  return (
    <span className="bulk-buttons">
      <MoveTo count={count} />
      <ReTag />
      <Menu {...useBulkMenu('export')} label="Export" align="end" trigger={<IconButton icon={Download} label="Export…" keys="Alt+X" />}>
        <MenuItem onSelect={() => void exportInHand('csv')}>As a table (CSV)</MenuItem>
        <MenuItem onSelect={() => void exportInHand('md')}>As text (Markdown)</MenuItem>
      </Menu>
      <IconButton icon={Unlink} label="Untag" keys="Delete" onClick={() => void untagInHand()} />
    </span>
  )
}

/** Another role, or another kind, for the passages in hand. */
export function ReTag() {
  return (
    <Menu {...useBulkMenu('retag')} label="Re-tag" align="end" trigger={<IconButton icon={Tags} label="Re-tag…" keys="Alt+K" />}>
      <MenuHeading>Role</MenuHeading>
      {roles.map((role) => (
        <MenuItem key={role} onSelect={() => void setRoleInHand(role)}>
          {role}
        </MenuItem>
      ))}
      <MenuHeading>Tag as</MenuHeading>
      {(['claim', 'actor', 'recommendation'] as const).map((kind) => (
        <MenuItem key={kind} onSelect={() => void moveInHand({ kind }, `to ${kind === 'actor' ? 'an actor' : `a ${kind}`} of their own`)}>
          {kindWords[kind]}
        </MenuItem>
      ))}
    </Menu>
  )
}

async function suggestTargets(text: string): Promise<PickerChoice[]> {
  const [codes, items] = await Promise.all([api.codes.list({}), suggestItems(text, null)])
  const found = findCodes(codes, text).slice(0, 5).map(({ id, path }) => ({ id: `code ${id}`, title: path, detail: 'Code' }))
  return [...found, ...items.slice(0, 8).map((item) => ({ ...item, id: `item ${item.id}` }))]
}

/** Gives the passages in hand to an item or a code. */
export function MoveTo({ count }: { count: number }) {
  const menu = useBulkMenu('move')
  const pick = ({ id: target, title }: PickerChoice) => {
    const [what, id = ''] = target.split(' ')
    menu.onOpenChange(false)
    void moveInHand(what === 'code' ? { code: id } : { item: id }, `to “${title.slice(0, 60)}”`)
  }
  const create = async (typed: string) => {
    const codes = await act(() => api.codes.list({}))
    const code = codes && (await makeCode(codes, typed))
    if (code) pick({ id: `code ${code}`, title: typed })
  }
  return (
    <Popover {...menu} label="Move to" align="end" className="bulk-move" trigger={<IconButton icon={FolderInput} label="Move to…" keys="Alt+M" />}>
      <Picker label={`Move ${counted(count, 'passage')} to`} value="" placeholder="Find an item or a code, or name a new code" suggest={suggestTargets} creates="code" onPick={pick} onCreate={(typed) => void create(typed)} />
    </Popover>
  )
}
