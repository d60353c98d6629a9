// One reference of a citation being edited: what stands around it, where it points, its place among the others.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { locatorLabels, type Cite, type LocatorLabel } from '../../shared/memos.ts'
import { IconButton } from '../interface/button.tsx'
import { Select } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import { sourceName } from './citation-chip.ts'
import { usePassageBook } from './passage-book.ts'

interface CiteFieldsProps {
  cite: Cite
  /** Its place among the citation's references, from 0, and how many there are. */
  at: number
  of: number
  onChange: (cite: Cite) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

type LocatorChoice = LocatorLabel | 'own' | 'none'

const names: Record<Exclude<LocatorChoice, 'own'>, string> = {
  paragraph: 'Paragraph',
  page: 'Page',
  chapter: 'Chapter',
  section: 'Section',
  none: 'No locator',
}
const choicesFor = (paged: boolean) =>
  (['own', ...locatorLabels, 'none'] as const).map((value) => ({ value, title: value === 'own' ? (paged ? 'Its page' : 'Its paragraph') : names[value] }))

/** A locator without a value is none; a fresh one gets its value in the field beside it. */
function LocatorFields({ cite, paged, onChange }: Pick<CiteFieldsProps, 'cite' | 'onChange'> & { paged: boolean }) {
  const { locator } = cite
  const choice: LocatorChoice = locator === null ? 'own' : locator.value === '' ? 'none' : locator.label
  const choose = (next: LocatorChoice | null): void => {
    if (next === 'own' || next === null) onChange({ ...cite, locator: null })
    else if (next === 'none') onChange({ ...cite, locator: { label: 'paragraph', value: '' } })
    else onChange({ ...cite, locator: { label: next, value: locator?.value || '1' } })
  }
  return (
    <>
      <Select label="Locator" labelled value={choice} choices={choicesFor(paged)} onChange={choose} />
      {locator === null || locator.value === '' ? null : (
        <TextField
          label={`${names[locator.label]} number`}
          value={locator.value}
          required
          spellCheck={false}
          onSave={(value) => onChange({ ...cite, locator: { ...locator, value: value.trim().slice(0, 100) } })}
        />
      )}
    </>
  )
}

/** The fields of one reference; every change is kept at once and undone like typing. */
export function CiteFields({ cite, at, of, onChange, onMove, onRemove }: CiteFieldsProps) {
  const known = usePassageBook((book) => book.details.get(cite.passage))
  return (
    <fieldset className="cite-fields">
      <legend>
        {known ? sourceName(known) : 'Deleted passage'}: “{cite.quote}”
      </legend>
      <div className="cite-order">
        <IconButton icon={ArrowUp} label="Move up" disabled={at === 0} onClick={() => onMove(-1)} />
        <IconButton icon={ArrowDown} label="Move down" disabled={at === of - 1} onClick={() => onMove(1)} />
        <IconButton icon={X} label="Remove from this citation" onClick={onRemove} />
      </div>
      <TextField
        label="Before"
        labelled
        placeholder="see"
        value={cite.prefix}
        onSave={(value) => onChange({ ...cite, prefix: value.slice(0, 1000) })}
      />
      <TextField
        label="After"
        labelled
        placeholder="emphasis added"
        value={cite.suffix}
        onSave={(value) => onChange({ ...cite, suffix: value.slice(0, 1000) })}
      />
      <LocatorFields cite={cite} paged={typeof known?.pages === 'string'} onChange={onChange} />
      <label className="cite-check">
        <input
          type="checkbox"
          checked={cite.suppressAuthor}
          onChange={(event) => onChange({ ...cite, suppressAuthor: event.target.checked })}
        />
        Leave out the author
      </label>
    </fieldset>
  )
}
