// A new memo from a template: those that come along, then the analyst's own; and a memo kept as a template.
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import { builtInTemplates } from '../../shared/memo-templates.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { Dialog } from '../interface/dialog.tsx'
import { GridList } from '../interface/grid-list.tsx'
import { Keys } from '../interface/keys.tsx'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { writeDocument } from './document-opening.ts'
import { catchTyping, takeTyping } from './early-typing.ts'
import { openSession, sessionOf } from './open-memos.ts'

/** Which dialog of templates shows. */
export const useTemplates = create<{ shown: 'choose' | 'save' | null }>(() => ({ shown: null }))

const close = (): void => useTemplates.setState({ shown: null })

interface Row {
  choice: string
  title: string
  about: string
  own: Id | null
}

async function newMemoFrom(template: string): Promise<void> {
  // Gone before the next key, which the dialog would otherwise give back to where the keyboard was before it.
  flushSync(close)
  catchTyping()
  const made = await act(() => api.memos.create({ template }))
  if (!made) return void takeTyping()
  sessionOf(made.id, { isNew: true })
  useDesk.getState().openMemo(made.id)
}

async function remove({ own, title }: Row): Promise<void> {
  if (own === null) return say('The templates that come along stay.')
  const removed = await act(() => api.memos.removeTemplate({ template: own }))
  if (removed === null) say(`Deleted the template “${title}”`, { title: 'Undo', run: () => void act(() => api.history.undo({})) })
}

function ChooseTemplate() {
  const own = useCall('memos', 'templates', {}).data ?? []
  const list = useRef<HTMLDivElement>(null)
  // The dialog puts the focus on its first control as it opens; the list is what one came for.
  useEffect(() => {
    const frame = requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const [chosen, setChosen] = useState<string>(builtInTemplates[1]?.name ?? '')
  const rows: Row[] = [
    ...builtInTemplates.map(({ name, title, about }) => ({ choice: name, title, about, own: null })),
    ...own.map(({ id, name }) => ({ choice: id, title: name, about: 'Your own template.', own: id })),
  ]
  return (
    <Dialog title="New memo from a template" onClose={close}>
      <div ref={list} className="templates">
        <GridList
          label="Templates"
          rows={rows}
          keyOf={({ choice }) => choice}
          textOf={({ title }) => title}
          rowHeight={52}
          current={chosen}
          onOpen={({ choice }) => void newMemoFrom(choice)}
          onPreview={({ choice }) => setChosen(choice)}
          onDelete={([row]) => row && void remove(row)}
          onChoose={([row]) => row && setChosen(row.choice)}
        >
          {({ title, about }) => (
            <>
              <span className="row-title">{title}</span>
              <span className="row-detail">{about}</span>
            </>
          )}
        </GridList>
      </div>
      <div className="dialog-foot">
        <Button onClick={close}>Cancel</Button>
        <Button look="primary" onClick={() => void newMemoFrom(chosen)}>
          New memo <Keys keys="Enter" />
        </Button>
      </div>
    </Dialog>
  )
}

async function save(memo: Id, name: string): Promise<void> {
  const editor = openSession(memo)?.editor()
  if (!editor) return
  const kept = await act(() => api.memos.saveTemplate({ name, document: writeDocument(editor.state.doc) }))
  if (kept) say(`Kept as the template “${kept.name}”`)
}

function SaveTemplate({ memo }: { memo: Id }) {
  const [name, setName] = useState(() => openSession(memo)?.store.getState().head?.title ?? '')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    close()
    void save(memo, name.trim().slice(0, 200))
  }
  return (
    <Dialog title="Save as template" onClose={close}>
      <form onSubmit={onSubmit}>
        <div className="dialog-body stacked-field">
          <label htmlFor="template-name">Name</label>
          <input
            id="template-name"
            data-first-focus
            className="text-field"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
            aria-describedby="template-note"
          />
          <p id="template-note" className="note">
            Its text is kept as it stands, without citations and comments.
          </p>
        </div>
        <div className="dialog-foot">
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            Save template
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The dialog that shows, if one does. */
export function TemplateDialogs() {
  const shown = useTemplates((state) => state.shown)
  const memo = useDesk((desk) => desk.activeMemo)
  if (shown === 'choose') return <ChooseTemplate />
  return shown === 'save' && memo ? <SaveTemplate memo={memo} /> : null
}
