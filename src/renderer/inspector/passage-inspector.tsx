// A passage: its item when it has one tag, else what it is tagged as.
import { Unlink } from 'lucide-react'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageTag } from '../../shared/passages.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { linkable } from '../links/linking.ts'
import { CitedSentences } from '../memos/cited-sentences.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { Missing } from './inspector.tsx'
import { ItemInspector } from './item-inspector.tsx'
import { PassageCard } from './passage-card.tsx'
import { kindWords } from './words.ts'

/** The Inspector of one passage. */
export function PassageInspector({ passage: id }: { passage: Id }) {
  const { data: passage, error } = useCall('passages', 'get', { passage: id })
  if (error) return <Missing what="passage" error={error} />
  if (passage?.id !== id) return null
  const [only, another] = passage.tags
  if (only && !another) return <ItemInspector item={only.item} passage={id} />
  return (
    <>
      <header className="inspector-head">
        <span className="kind">Passage</span>
      </header>
      <PassageCard passage={passage} {...(only ? { item: { id: only.item, kind: only.kind } } : {})} />
      <section className="inspector-section" aria-label="Tagged as">
        <h3>Tagged as</h3>
        {passage.tags.length === 0 ? <p className="note">Not tagged. Press C, A, R or T in the Reader.</p> : null}
        <ul>
          {passage.tags.map((tag) => (
            <TagLine key={tag.id} tag={tag} />
          ))}
        </ul>
      </section>
      <CitedSentences kind="passage" id={id} />
    </>
  )
}

function TagLine({ tag }: { tag: PassageTag }) {
  return (
    <li className="tag-line">
      <button type="button" className="reference" {...linkable(tag.item)} onClick={() => useDesk.getState().select({ kind: 'item', id: tag.item })}>
        <span className={`kind-dot kind-${tag.kind}`} aria-hidden="true" />
        <span>
          {tag.label}
          <small>
            {kindWords[tag.kind]} · {tag.role}
          </small>
        </span>
      </button>
      <IconButton icon={Unlink} label={`Untag ${tag.label}`} onClick={() => void act(() => api.items.untag({ tag: tag.id }))} />
    </li>
  )
}
