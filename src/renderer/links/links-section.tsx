// The links of an item in the Inspector: both ways, with type and note, and a field to add one.
import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { Link } from '../../shared/links.ts'
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import { useCommands, type Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { Picker, type PickerChoice } from '../interface/picker.tsx'
import { TextField } from '../interface/text-field.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { suggestItems } from './known-items.ts'
import { suggestTypes } from './link-types.ts'
import { dropItem, linkable } from './linking.ts'
import './links.css'

/** `L` goes to the field; it takes the other item, then the type. */
export function LinksSection({ item }: { item: Id }) {
  const { data } = useCall('links', 'of', { item })
  const section = useRef<HTMLElement>(null)
  useCommands(
    useMemo(() => {
      const run = () => {
        useDesk.getState().show('inspector')
        afterPaint(() => section.current?.querySelector<HTMLElement>('.link-add input')?.focus())
      }
      return [{ name: 'item.link', title: 'Link the selected item…', group: 'Tag', keys: ['l', 'Alt+L'], place: 'anywhere', run }] satisfies Command[]
    }, []),
  )
  return (
    <section ref={section} className="inspector-section" aria-label="Links" {...dropItem(item)}>
      <h3>Links <span className="numbers">{data?.length ?? ''}</span></h3>
      <ul className="links">{(data ?? []).map((link) => <LinkLine key={link.id} link={link} />)}</ul>
      <AddLink item={item} />
    </section>
  )
}

function LinkLine({ link }: { link: Link }) {
  const change = (changes: { type?: string; note?: string }) => act(() => api.links.update({ link: link.id, ...changes }))
  return (
    <li className="link-line">
      <span className="link-way">{link.outward ? 'This' : 'The other one'}</span>
      <Picker label="Type of link" value={link.type} suggest={suggestTypes} creates="type" onPick={({ id }) => change({ type: id })} onCreate={(type) => change({ type })} />
      <IconButton icon={X} label={`Remove the link to ${link.statement}`} onClick={() => void act(() => api.links.remove({ link: link.id }))} />
      <button type="button" className="reference" {...linkable(link.item)} onClick={() => useDesk.getState().select({ kind: 'item', id: link.item })}>
        <span className={`kind-dot kind-${link.kind}`} aria-hidden="true" />
        <span>{link.statement}</span>
      </button>
      <TextField label="Note on the link" className="quiet-field" wraps value={link.note} placeholder="Add a note" onSave={(note) => change({ note })} />
    </li>
  )
}

function AddLink({ item }: { item: Id }) {
  const [target, setTarget] = useState<PickerChoice | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const suggest = useMemo(() => (text: string) => suggestItems(text, item), [item])
  useEffect(() => {
    if (target) place.current?.querySelector('input')?.focus()
  }, [target])
  const link = (type: string) => {
    setTarget(null)
    if (target) void act(() => api.links.create({ from: item, to: target.id, type }))
  }
  return (
    <div ref={place} className="link-add">
      {target ? (
        <Picker key="type" label={`How it is linked to ${target.title}`} value="" placeholder="supports, contradicts, or your own type" suggest={suggestTypes} creates="type" onPick={({ id }) => link(id)} onCreate={link} />
      ) : (
        <Picker key="item" label="Link to" value="" placeholder="Link to…" suggest={suggest} onPick={setTarget} />
      )}
    </div>
  )
}
