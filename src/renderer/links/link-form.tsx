// The small form of a link that is being made: which items, what type, with a note.
import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemSummary } from '../../shared/items.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { Picker } from '../interface/picker.tsx'
import { Select } from '../interface/select.tsx'
import { kindWords } from '../inspector/words.ts'
import { useCall } from '../queries.ts'
import { suggestItems } from './known-items.ts'
import { suggestTypes, usualType } from './link-types.ts'
import { makeLink, useLinking, type LinkWish } from './linking.ts'

/** Shows while a link is being made. */
export function LinkLayer() {
  const wish = useLinking((state) => state.wish)
  return wish ? <LinkForm key={`${wish.from.join(' ')} ${wish.to}`} wish={wish} /> : null
}

/** In pixels: how near the form comes to the window's edges, and its size. */
const edge = 8
const size = { width: 320, height: 292 }

/** Enter links, Escape leaves all as it was. */
function LinkForm({ wish }: { wish: LinkWish }) {
  const items = useCall('items', 'list', {}).data
  const [from, setFrom] = useState(wish.from[0] ?? '')
  const [to, setTo] = useState(wish.to)
  const [chosenType, setType] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { form, close } = useForm()
  const itemOf = (id: Id | null) => items?.find((item) => item.id === id)
  const [one, other] = [itemOf(from), itemOf(to)]
  const type = chosenType ?? (one && other ? usualType(one.kind, other.kind) : 'supports')
  // Before the next key, which is the first letter of the other item's name.
  useLayoutEffect(() => {
    if (to === null) form.current?.querySelector<HTMLInputElement>('.link-form-to input')?.focus()
  }, [to, form])
  useEffect(() => {
    const field = items && to !== null ? form.current?.querySelector<HTMLInputElement>('.link-form-type input') : null
    field?.focus()
    // What is typed takes the place of the type that is proposed.
    field?.select()
  }, [items, to, form])
  const keep = () => {
    if (to === null || from === '') return
    close()
    void makeLink(from, to, type, note.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.defaultPrevented) keep()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const turn = () => {
    if (to === null) return
    setFrom(to)
    setTo(from)
  }
  const left = Math.max(edge, Math.min(wish.x, window.innerWidth - size.width - edge))
  const top = Math.max(edge, Math.min(wish.y + edge, window.innerHeight - size.height - edge))
  return (
    <div ref={form} popover="manual" role="dialog" aria-label="Link items" className="link-form" style={{ left, top, width: size.width }} tabIndex={-1} onKeyDown={onKeyDown}>
      {wish.from.length > 1 && wish.from.includes(from) ? (
        <Select label="Link from" value={from} choices={wish.from.map((id) => ({ value: id, title: nameOf(itemOf(id)) }))} onChange={(id) => id && setFrom(id)} />
      ) : (
        <LinkEnd item={one} />
      )}
      <div className="link-form-type">
        <Picker label="Type of link" value={type} suggest={suggestTypes} creates="type" onPick={({ id }) => setType(id)} onCreate={setType} />
        <IconButton icon={ArrowLeftRight} label="Turn the link round" disabled={to === null} onClick={turn} />
      </div>
      {to === null ? (
        <div className="link-form-to">
          <Picker label="Link to" value="" placeholder="Find the other item" suggest={(text) => suggestItems(text, from)} onPick={({ id }) => setTo(id)} />
        </div>
      ) : (
        <LinkEnd item={other} />
      )}
      <input className="text-field" aria-label="Note on the link" placeholder="Add a note" maxLength={20_000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="link-form-foot">
        <Button onClick={close}>Cancel</Button>
        <Button look="primary" disabled={to === null} onClick={keep}>
          Link
        </Button>
      </div>
    </div>
  )
}

const nameOf = (item: ItemSummary | undefined): string => (item ? `${kindWords[item.kind]}: ${item.statement}` : '')

function LinkEnd({ item }: { item: ItemSummary | undefined }) {
  return (
    <p className="link-form-end">
      {item ? <span className={`kind-dot kind-${item.kind}`} aria-hidden="true" /> : null}
      <span>{item?.statement ?? ''}</span>
    </p>
  )
}

/** Opens above everything, closes on a press elsewhere, and gives the keyboard back to where it was. */
function useForm() {
  const form = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  const close = () => {
    useLinking.setState({ wish: null })
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    before.current = document.activeElement
    const shown = form.current
    shown?.showPopover()
    shown?.focus({ preventScroll: true })
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !shown?.contains(event.target)) useLinking.setState({ wish: null })
    }
    window.addEventListener('pointerdown', onPress)
    return () => window.removeEventListener('pointerdown', onPress)
  }, [])
  return { form, close }
}
