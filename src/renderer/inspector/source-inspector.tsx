// A source: metadata with where each value came from, grade, and what was captured.
import type { Id } from '../../shared/identifiers.ts'
import type { Metadata, Source } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { showInstant } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Select } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import { openOriginal, saveOriginal } from '../library/originals.ts'
import { markSources, restoreSources, trashSources } from '../library/source-actions.ts'
import { progressChoices } from '../library/source-words.ts'
import { CitedSentences } from '../memos/cited-sentences.tsx'
import { act } from '../notices/notices.ts'
import { PassageList } from '../passages/passage-list.tsx'
import { useCall } from '../queries.ts'
import { useSourceText } from '../reader/marks-query.ts'
import { Missing } from './inspector.tsx'
import { checkDate, metadataToText, textToMetadata } from './metadata-text.ts'
import { Foresee } from '../reviews/foresee.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { RetractionFields } from './retraction-fields.tsx'
import { SourceShelves } from './source-shelves.tsx'
import { metadataWords, reliabilityChoices } from './words.ts'

/** The Inspector of one source. */
export function SourceInspector({ source: id }: { source: Id }) {
  const { data: source, error } = useCall('sources', 'get', { source: id })
  if (error) return <Missing what="source" error={error} />
  if (source?.id !== id) return null
  if (source.trashedAt !== null) return <InTrash source={source} />
  const save = (metadata: Partial<Metadata>) => act(() => api.sources.update({ source: id, metadata }))
  const titleOrigin = source.provenance.title
  return (
    <>
      <header className="inspector-head">
        <span className="kind">{source.retraction ? 'Source · retracted' : 'Source'}</span>
      </header>
      <TextField label="Title" className="inspector-title quiet-field" wraps value={source.metadata.title} placeholder="No title" {...(titleOrigin ? { describedBy: 'title-origin' } : {})} onSave={(title) => save({ title: title.trim() })} />
      {titleOrigin ? (
        <span id="title-origin" className="field-origin title-origin">
          from {titleOrigin}
        </span>
      ) : null}
      <div className="fields">
        <Select
          labelled
          label="Reliability"
          value={source.reliability}
          none="Not judged"
          choices={reliabilityChoices}
          onChange={(reliability) => void act(() => api.sources.update({ source: id, reliability }))}
        />
        <Select labelled label="Progress" value={source.progress} choices={progressChoices} onChange={(progress) => progress && markSources([id], progress)} />
        {(['authors', 'containerTitle', 'issued', 'url', 'accessed', 'language'] as const).map((field) => (
          <MetadataField key={field} source={source} field={field} save={save} />
        ))}
        <RetractionFields source={source} />
      </div>
      <SourceShelves source={id} />
      <ReferenceFields source={source} />
      <PassageList of={{ source: id }} title={source.metadata.title || 'Untitled'} empty="No passage is tagged yet. Select a sentence in the Reader and press C, A, R or T." />
      <CitedSentences kind="source" id={id} />
      <Foresee key={id} source={source} />
      <Capture source={source} />
      <SetAsideLines source={source} />
      <div className="inspector-foot">
        <Button look="outlined" onClick={() => void openOriginal(id)}>
          Open original
        </Button>
        <Button look="outlined" onClick={() => void saveOriginal(id)}>
          Save original
        </Button>
        <Button look="danger" onClick={() => void trashSources([id])}>
          Move to trash
        </Button>
      </div>
    </>
  )
}

function InTrash({ source }: { source: Source }) {
  return (
    <div className="empty inspector-empty">
      <p>“{source.metadata.title || 'Untitled'}” is in the trash.</p>
      <Button look="outlined" onClick={() => void restoreSources([source.id])}>
        Restore
      </Button>
    </div>
  )
}

const placeholders: Record<string, string> = {
  authors: 'No author',
  containerTitle: 'Unknown',
  issued: 'No date',
  url: 'No address',
  accessed: 'Not noted',
  language: 'Unknown',
}

interface MetadataFieldProps {
  source: Source
  field: Exclude<keyof Metadata, 'title'>
  save: (metadata: Partial<Metadata>) => Promise<unknown>
}

function MetadataField({ source, field, save }: MetadataFieldProps) {
  const origin = source.provenance[field]
  const note = `${field}-origin`
  const isDate = field === 'issued' || field === 'accessed'
  return (
    <>
      <TextField
        labelled
        label={metadataWords[field]}
        className="quiet-field"
        wraps={!isDate}
        value={metadataToText(source.metadata, field)}
        placeholder={placeholders[field] ?? ''}
        spellCheck={false}
        {...(isDate ? { check: checkDate } : {})}
        {...(origin ? { describedBy: note } : {})}
        onSave={(text) => save(textToMetadata(field, text))}
      />
      {origin ? (
        <span id={note} className="field-origin">
          from {origin}
        </span>
      ) : null}
    </>
  )
}

const sizes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 })
const showSize = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${sizes.format(bytes / 1000)} kB` : `${sizes.format(bytes / 1_000_000)} MB`

function Capture({ source }: { source: Source }) {
  const facts: [string, string][] = [
    ['Captured', showInstant(source.capturedAt)],
    ['File', [source.fileName ?? 'pasted text', showSize(source.size)].join(', ')],
    ['Format', [source.mediaType, source.encoding].filter(Boolean).join(', ')],
    ['Length', `${counted(source.paragraphs, 'paragraph')}, ${counted(source.words, 'word')}`],
  ]
  return (
    <section className="inspector-section" aria-label="Captured">
      <h3>Original</h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>SHA-256</dt>
          <dd className="hash">{source.sha256}</dd>
        </div>
      </dl>
    </section>
  )
}

function SetAsideLines({ source }: { source: Source }) {
  const lines = useSourceText(source.id, source.version).data
  if (lines?.source !== source.id || lines.setAside.length === 0) return null
  return (
    <details className="inspector-section">
      <summary>
        {counted(lines.setAside.length, 'line')} left out of the reading text
      </summary>
      <ul className="set-aside">
        {lines.setAside.map((line, at) => (
          <li key={at}>
            <span>{line.text}</span>
            <small>{line.rule}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
