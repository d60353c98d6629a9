// A passage in its paragraph, with its tag, where it is cited, and ways to use it.
import { Quote, Unlink } from 'lucide-react'
import { useState } from 'react'
import { beyondParagraph } from '../../shared/beyond-paragraph.ts'
import type { Item, ItemKind, ItemPassage } from '../../shared/items.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { placeWords } from '../interface/place-words.ts'
import { Select } from '../interface/select.tsx'
import { TextField } from '../interface/text-field.tsx'
import { linkable } from '../links/linking.ts'
import { act, say } from '../notices/notices.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { quoteWindow } from './quote-window.ts'
import { roleChoices } from './words.ts'
import './passage-card.css'

const context = 140

interface PassageCardProps {
  passage: PassageDetail
  /** The tag under which the passage is shown; absent for a passage by itself. */
  tagged?: ItemPassage
  /** The item of that tag. */
  item?: Pick<Item, 'id' | 'kind'>
}

/** Draggable into a memo, or onto another item to link the two; a click on the words opens them in the Reader. */
export function PassageCard({ passage, tagged, item }: PassageCardProps) {
  const drag = item ? linkable(item.id) : {}
  const kind = item?.kind
  return (
    <article
      className="passage-card"
      aria-label={`Passage from ${passage.sourceTitle || 'a source'}`}
      draggable
      {...drag}
      onDragStart={(event) => {
        drag.onDragStart?.(event)
        event.dataTransfer.setData('application/x-groundwork-passage', passage.id)
        event.dataTransfer.setData('text/plain', passage.quote)
        event.dataTransfer.effectAllowed = item ? 'copyLink' : 'copy'
      }}
    >
      <PassageWords passage={passage} kind={kind} />
      <CitedIn passage={passage} />
      {tagged ? <TagFields tagged={tagged} isActor={kind === 'actor'} /> : null}
      <div className="passage-actions">
        <Button look="outlined" onClick={() => useDesk.getState().requestCitation(passage.id)}>
          <Quote size={14} strokeWidth={1.5} aria-hidden="true" />
          Cite
        </Button>
        {tagged ? <IconButton icon={Unlink} label="Untag" onClick={() => void untag(tagged.tag)} /> : null}
      </div>
    </article>
  )
}

async function untag(tag: string): Promise<void> {
  const done = await act(() => api.items.untag({ tag }).then(() => true))
  if (done) say('Untagged the passage', { title: 'Undo', run: () => void stepHistory('undo') })
}

function PassageWords({ passage, kind }: { passage: PassageDetail; kind: ItemKind | undefined }) {
  const [whole, setWhole] = useState(false)
  const pieces = quoteWindow(passage.paragraph, passage.paragraphSpans, whole ? null : context)
  const cut = passage.paragraph.length > pieces.reduce((sum, piece) => sum + piece.text.length, 0) - 4
  const open = () => useDesk.getState().openSource(passage.source, { passage: passage.id })
  return (
    <>
      <button type="button" className="passage-words" onClick={open} dir="auto">
        {pieces.map((piece, at) =>
          piece.marked ? (
            <mark key={at} className={`mark-${kind ?? 'note'}`}>
              {piece.text}
            </mark>
          ) : (
            <span key={at}>{piece.text}</span>
          ),
        )}
        {beyondParagraph(passage).map(({ before, words }, at) => (
          <span key={`beyond ${at}`}>
            {before}
            <mark className={`mark-${kind ?? 'note'}`}>{words}</mark>
          </span>
        ))}
      </button>
      <p className="passage-place">
        {passage.containerTitle ?? passage.sourceTitle}, {placeWords(passage)}
        {cut && !whole ? (
          <>
            {' · '}
            <button type="button" className="link-button" onClick={() => setWhole(true)}>
              Whole paragraph
            </button>
          </>
        ) : null}
      </p>
    </>
  )
}

function CitedIn({ passage }: { passage: PassageDetail }) {
  const count = passage.citedIn.length
  if (count === 0) return null
  return (
    <p className="passage-place">
      Cited in {count === 1 ? '1 memo' : `${count} memos`}:{' '}
      {passage.citedIn.map((memo, at) => (
        <span key={memo.memo}>
          {at > 0 ? ', ' : ''}
          <button type="button" className="link-button" onClick={() => useDesk.getState().openMemo(memo.memo)}>
            {memo.title || 'Untitled memo'}
          </button>
        </span>
      ))}
    </p>
  )
}

function TagFields({ tagged, isActor }: { tagged: ItemPassage; isActor: boolean }) {
  return (
    <div className="fields tag-fields">
      {isActor ? null : (
        <Select
          labelled
          label="Passage"
          value={tagged.role}
          choices={roleChoices}
          onChange={(role) => role && void act(() => api.items.setTag({ tag: tagged.tag, role }))}
        />
      )}
      <TextField
        labelled
        label="Remark"
        className="quiet-field"
        lines
        value={tagged.comment}
        placeholder="On this passage"
        onSave={(comment) => act(() => api.items.setTag({ tag: tagged.tag, comment }))}
      />
    </div>
  )
}
