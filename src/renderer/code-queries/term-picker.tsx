// A field that picks what passages are tagged with: a fixed kind, a code or an item.
import type { Term } from '../../shared/code-queries.ts'
import { api } from '../api.ts'
import { Picker, type PickerChoice } from '../interface/picker.tsx'
import { suggestItems } from '../links/known-items.ts'
import { findCodes } from '../reader/code-options.ts'
import { nameIt, termKey, termOf, useCodeQueries } from './code-queries-store.ts'

const kinds: PickerChoice[] = [
  { id: 'kind claim', title: 'Claims', detail: 'All' },
  { id: 'kind actor', title: 'Actors', detail: 'All' },
  { id: 'kind recommendation', title: 'Recommendations', detail: 'All' },
]

async function suggestTerms(text: string): Promise<PickerChoice[]> {
  const [codes, items] = await Promise.all([api.codes.list({}), text === '' ? [] : suggestItems(text, null)])
  const found = findCodes(codes, text).slice(0, 8).map(({ id, path, total }) => ({ id: `code ${id}`, title: path, detail: String(total) }))
  const fitting = kinds.filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()))
  return [...found, ...fitting, ...items.map((item) => ({ ...item, id: `item ${item.id}` }))]
}

interface TermPickerProps {
  label: string
  term: Term | null
  /** What the core calls the term; until it answers, what was picked. */
  title: string | null
  placeholder: string
  onPick: (term: Term | null) => void
}

/** Enter on an emptied field takes the term out. */
export function TermPicker({ label, term, title, placeholder, onPick }: TermPickerProps) {
  const picked = useCodeQueries((state) => (term ? state.titles[termKey(term)] : undefined))
  return (
    <Picker
      label={label}
      value={term ? (picked ?? title ?? '') : ''}
      placeholder={placeholder}
      suggest={suggestTerms}
      onPick={(choice) => {
        nameIt(choice.id, choice.title)
        onPick(termOf(choice.id))
      }}
      onClear={() => onPick(null)}
    />
  )
}

async function suggestSources(text: string): Promise<PickerChoice[]> {
  const { hits } = await api.search.everything({ text: text === '' ? 'kind:source' : `kind:source in:title ${text}`, limit: 8 })
  return hits.map(({ ref, title }) => ({ id: ref, title: title || 'Untitled' }))
}

/** Narrows to one source. */
export function SourcePicker({ source, onPick }: { source: string | null; onPick: (source: string | null) => void }) {
  const title = useCodeQueries((state) => (source ? state.titles[source] : undefined))
  const pick = (choice: PickerChoice) => {
    nameIt(choice.id, choice.title)
    onPick(choice.id)
  }
  return <Picker label="Source" value={source ? (title ?? 'One source') : ''} placeholder="Any source" suggest={suggestSources} onPick={pick} onClear={() => onPick(null)} />
}
