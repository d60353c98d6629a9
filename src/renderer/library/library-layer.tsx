// Dialogs of the Library: into which collection, and what emptying the trash takes along.
import { useState } from 'react'
import { api } from '../api.ts'
import { actAtLength } from '../frame/long-change.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Dialog } from '../interface/dialog.tsx'
import { Picker } from '../interface/picker.tsx'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { sourcesInHand, useLibrary } from './library-state.ts'
import { suggestCollections } from './suggest-collections.ts'
import { putInto } from './use-held-collection.ts'

/** Whichever dialog is asked for. */
export function LibraryLayer() {
  const { collecting, emptying } = useLibrary()
  return (
    <>
      {collecting ? <CollectDialog /> : null}
      {emptying ? <EmptyDialog /> : null}
    </>
  )
}

function CollectDialog() {
  const [sources] = useState(sourcesInHand)
  const close = () => useLibrary.setState({ collecting: false })
  const put = (collection: { id: string; name: string }) => {
    close()
    void putInto(collection, sources)
  }
  const make = async (name: string) => {
    const made = await act(() => api.collections.create({ name }))
    if (made) put(made)
  }
  return (
    <Dialog title={`Add ${counted(sources.length, 'source')} to a collection`} onClose={close}>
      <div className="dialog-body" ref={(body) => body?.querySelector('input')?.focus()}>
        <Picker label="Collection" value="" placeholder="Name of a collection" creates="collection" suggest={suggestCollections} onPick={({ id, title }) => put({ id, name: title })} onCreate={(name) => void make(name)} />
      </div>
      <div className="dialog-foot">
        <Button onClick={close}>Cancel</Button>
      </div>
    </Dialog>
  )
}

function EmptyDialog() {
  const losses = useCall('trash', 'losses', {}).data
  const close = () => useLibrary.setState({ emptying: false })
  if (!losses) return null
  const empty = async () => {
    close()
    const done = await actAtLength('Emptying the trash', (job) => api.trash.empty({ sources: losses.sources, job }))
    if (done) say(`Deleted ${counted(done.sources, 'source')} for good`)
  }
  return (
    <Dialog title="Empty the trash" onClose={close}>
      <div className="dialog-body">
        <p>{counted(losses.sources, 'source')} with {counted(losses.passages, 'passage')} will be deleted for good, with the original {losses.sources === 1 ? 'file' : 'files'}. This cannot be undone.</p>
        {losses.memos.length === 0 ? <p className="note">No memo cites them.</p> : (
          <>
            <p className="note">These memos cite them. Their citations keep the quotations, but no longer open the source:</p>
            <ul className="losses">
              {losses.memos.map(({ memo, title, citations }) => (
                <li key={memo}>
                  <span>{title || 'Untitled memo'}</span>
                  <span className="numbers">{counted(citations, 'citation')}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="dialog-foot">
        <Button onClick={close}>Cancel</Button>
        <Button look="outlined" className="button-danger" onClick={() => void empty()}>Delete for good</Button>
      </div>
    </Dialog>
  )
}
