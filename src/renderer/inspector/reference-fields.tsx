// What a citation needs of a source beyond its metadata: kind, DOI, publisher, volume, pages and the like.
import { cslTypes, type CslType, type Reference, type ReferenceChanges, type ReferenceField } from '../../shared/reference.ts'
import type { Source } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { Select, type Choice } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import { act } from '../notices/notices.ts'
import { namesToText, textToNames } from './name-text.ts'

const typeTitles: Partial<Record<CslType, string>> = {
  article: 'Preprint or working paper',
  'article-journal': 'Journal article',
  'article-magazine': 'Magazine article',
  'article-newspaper': 'Newspaper article',
  chapter: 'Chapter of a book',
  entry: 'Entry of a reference work',
  'entry-dictionary': 'Entry of a dictionary',
  'entry-encyclopedia': 'Entry of an encyclopedia',
  legal_case: 'Court decision',
  'paper-conference': 'Conference paper',
  personal_communication: 'Letter or e-mail',
  post: 'Post on a network',
  'post-weblog': 'Post on a blog',
  'review-book': 'Review of a book',
  webpage: 'Web page',
}

const sentenceCase = (type: string) => type.charAt(0).toUpperCase() + type.slice(1)

const typeChoices: Choice<CslType>[] = cslTypes
  .map((value) => ({ value, title: typeTitles[value] ?? sentenceCase(value) }))
  .toSorted((a, b) => a.title.localeCompare(b.title))

const words = {
  DOI: 'DOI',
  publisher: 'Publisher',
  'publisher-place': 'Place',
  volume: 'Volume',
  issue: 'Issue',
  page: 'Pages',
  edition: 'Edition',
  editor: 'Editors',
  recipient: 'Recipients',
  'collection-title': 'Series',
  'event-title': 'Event',
  genre: 'Genre',
  number: 'Number',
  ISBN: 'ISBN',
  ISSN: 'ISSN',
} as const satisfies Record<Exclude<ReferenceField, 'type'>, string>

type TextReference = keyof typeof words

const isNames = (field: TextReference): field is 'editor' | 'recipient' => field === 'editor' || field === 'recipient'

const textOf = (reference: Reference, field: TextReference): string =>
  isNames(field) ? namesToText(reference[field] ?? []) : (reference[field] ?? '')

function changeOf(field: TextReference, text: string): ReferenceChanges {
  const value = text.trim()
  if (value === '') return { [field]: null }
  return { [field]: isNames(field) ? textToNames(text) : value }
}

/** The section “Reference” of a source's Inspector; every field is corrected in place. */
export function ReferenceFields({ source }: { source: Source }) {
  const save = (reference: ReferenceChanges) => act(() => api.sources.update({ source: source.id, reference }))
  return (
    <details className="inspector-section">
      <summary>Reference</summary>
      <div className="fields reference-fields">
        <Select labelled label="Kind" value={source.reference.type ?? null} none="Not said" choices={typeChoices} onChange={(type) => void save({ type })} />
        <Origin source={source} field="type" />
        {(Object.keys(words) as TextReference[]).map((field) => (
          <ReferenceRow key={field} source={source} field={field} save={save} />
        ))}
      </div>
    </details>
  )
}

interface RowProps {
  source: Source
  field: TextReference
  save: (changes: ReferenceChanges) => Promise<unknown>
}

function ReferenceRow({ source, field, save }: RowProps) {
  return (
    <>
      <TextField
        labelled
        label={words[field]}
        className="quiet-field"
        wraps
        value={textOf(source.reference, field)}
        placeholder="—"
        spellCheck={false}
        {...(source.provenance[field] ? { describedBy: `${field}-origin` } : {})}
        onSave={(text) => save(changeOf(field, text))}
      />
      <Origin source={source} field={field} />
    </>
  )
}

function Origin({ source, field }: { source: Source; field: ReferenceField }) {
  const origin = source.provenance[field]
  return origin ? (
    <span id={`${field}-origin`} className="field-origin">
      from {origin}
    </span>
  ) : null
}
