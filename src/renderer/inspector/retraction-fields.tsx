// Whether a source was retracted: since when, and what is known of why.
import type { Retraction, Source } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { TextField } from '../interface/text-field.tsx'
import { act } from '../notices/notices.ts'
import { checkDate } from './metadata-text.ts'

/** Two fields; the note is there once there is a date. An emptied date takes the retraction back. */
export function RetractionFields({ source: { id, retraction } }: { source: Source }) {
  const save = (changed: Retraction | null) => act(() => api.sources.update({ source: id, retraction: changed }))
  return (
    <>
      <TextField
        labelled
        label="Retracted"
        className="quiet-field"
        value={retraction?.on ?? ''}
        placeholder="Not retracted"
        spellCheck={false}
        check={checkDate}
        onSave={(text) => save(text.trim() === '' ? null : { on: text.trim(), note: retraction?.note ?? '' })}
      />
      {retraction ? (
        <TextField
          labelled
          label="Reason"
          className="quiet-field"
          wraps
          value={retraction.note}
          placeholder="By whom and why"
          onSave={(note) => save({ on: retraction.on, note: note.trim().slice(0, 2000) })}
        />
      ) : null}
    </>
  )
}
