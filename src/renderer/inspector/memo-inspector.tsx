// A memo: what stands at its head.
import type { Id } from '../../shared/identifiers.ts'
import { memoStatuses, tlpLabels, type MemoHead } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { showInstant } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Select } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import { deleteWithUndo } from '../library/delete-with-undo.ts'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { Missing } from './inspector.tsx'
import { checkDate } from './metadata-text.ts'

const tlpChoices = tlpLabels.map((value) => ({ value, title: `TLP:${value}` }))
const statusChoices = memoStatuses.map((value) => ({ value, title: value }))

/** The Inspector of one memo. */
export function MemoInspector({ memo: id }: { memo: Id }) {
  const { data: memo, error } = useCall('memos', 'get', { memo: id })
  const summary = useCall('memos', 'list', {}).data?.find((candidate) => candidate.id === id)
  if (error) return <Missing what="memo" error={error} />
  if (memo?.id !== id) return null
  const { head } = memo
  const save = (changes: Partial<MemoHead>) => act(() => api.memos.updateHead({ memo: id, head: changes }))
  const remove = () =>
    deleteWithUndo([head], 'memos', (gone) => gone.title || 'Untitled memo', async () => {
      await api.memos.remove({ memo: id })
      useDesk.getState().closeMemo(id)
    })
  return (
    <>
      <header className="inspector-head">
        <span className="kind">Memo</span>
      </header>
      <TextField label="Title" className="inspector-title quiet-field" wraps value={head.title} placeholder="Untitled memo" onSave={(title) => save({ title: title.trim() })} />
      <div className="fields">
        <TextField labelled label="To" className="quiet-field" wraps value={head.audience} placeholder="Nobody yet" onSave={(audience) => save({ audience })} />
        <TextField labelled label="From" className="quiet-field" wraps value={head.authors} placeholder="No author" onSave={(authors) => save({ authors })} />
        <TextField labelled label="Date" className="quiet-field" value={head.date ?? ''} placeholder="No date" check={checkDate} onSave={(date) => save({ date: date.trim() || null })} />
        <Select labelled label="Marking" value={head.tlp} none="None" choices={tlpChoices} onChange={(tlp) => void save({ tlp })} />
        <Select labelled label="Status" value={head.status} choices={statusChoices} onChange={(status) => status && void save({ status })} />
        <TextField labelled label="Language" className="quiet-field" value={head.language} required spellCheck={false} onSave={(language) => save({ language: language.trim() })} />
      </div>
      <p className="note numbers">
        {summary ? `${counted(summary.words, 'word')}, ${counted(summary.citations, 'citation')}. ` : ''}
        Saved {showInstant(memo.savedAt)}.
      </p>
      <div className="inspector-foot">
        <Button look="outlined" onClick={() => useDesk.getState().openMemo(id)}>
          Open
        </Button>
        <Button look="danger" onClick={() => void remove()}>
          Delete memo
        </Button>
      </div>
    </>
  )
}
