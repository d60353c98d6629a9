// The field of a note: its code.
import type { Item } from '../../shared/items.ts'
import { Select } from '../interface/select.tsx'
import { useCall } from '../queries.ts'
import type { ChangeItem } from './item-inspector.tsx'

/** Saves by itself. */
export function NoteFields({ item, change }: { item: Item; change: ChangeItem }) {
  const codes = useCall('codes', 'list', {}).data ?? []
  return (
    <Select
      labelled
      label="Code"
      value={item.code}
      none="No code"
      choices={codes.map((code) => ({ value: code.id, title: code.path }))}
      onChange={(code) => void change({ code })}
    />
  )
}
