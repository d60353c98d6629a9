// The passages of a code or of a source in the Inspector.
import { Star as StarIcon } from 'lucide-react'
import { useState } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageDetail, PassageLine, PassageList as ListOf } from '../../shared/passages.ts'
import { setExample } from '../codes/examples.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { kindWords } from '../inspector/words.ts'
import { useCall } from '../queries.ts'
import { ChosenList } from './chosen-list.tsx'

const step = 50
const none: PassageLine[] = []
const noExamples: readonly Id[] = []

interface PassageListProps {
  of: ListOf
  title: string
  /** What to say where there is none. */
  empty: string
}

/** A click on the words shows the item and goes to the passage in its source. */
export function PassageList({ of, title, empty }: PassageListProps) {
  const list = JSON.stringify(of)
  const lines = useCall('passages', 'lines', { of }).data ?? none
  const [shown, setShown] = useState(step)
  const described = useCall('passages', 'describe', { passages: lines.slice(0, shown).map((line) => line.passage) }).data
  const examples = useCall('codes', 'examples', 'code' in of ? { code: of.code } : null).data ?? noExamples
  const details = new Map(described?.map((passage) => [passage.id, passage]))
  return (
    <section className="inspector-section" aria-label="Passages">
      <h3>
        Passages <span className="numbers">{lines.length.toLocaleString()}</span>
      </h3>
      {lines.length === 0 ? <p className="note">{empty}</p> : null}
      <ChosenList list={list} title={title} lines={lines} step={step} onShown={setShown} nameOf={(line) => details.get(line.passage)?.quote ?? 'a passage'}>
        {(line) => (
          <div className="passage-entry">
            <Line line={line} passage={details.get(line.passage)} inSource={'source' in of} />
            {'code' in of ? <Star tag={line.tag} chosen={examples.includes(line.tag)} /> : null}
          </div>
        )}
      </ChosenList>
    </section>
  )
}

/** The codebook shows chosen examples first. */
function Star({ tag, chosen }: { tag: Id; chosen: boolean }) {
  return (
    <IconButton
      icon={StarIcon}
      label={chosen ? 'No longer an example of this code' : 'Choose as an example of this code'}
      keys="*"
      className="passage-star"
      aria-pressed={chosen}
      data-example={tag}
      onClick={() => void setExample(tag, !chosen)}
    />
  )
}

function Line({ line, passage, inSource }: { line: PassageLine; passage: PassageDetail | undefined; inSource: boolean }) {
  const tag = passage?.tags.find((each) => each.id === line.tag)
  if (!passage || !tag) return <span className="passage-line passage-line-waiting" />
  const open = () => {
    useDesk.getState().select({ kind: 'item', id: tag.item })
    useDesk.getState().openSource(passage.source, { passage: passage.id })
  }
  const place = `${inSource ? '' : `${passage.containerTitle ?? passage.sourceTitle}, `}¶ ${passage.paragraphNumber}`
  const said = tag.label === passage.quote ? null : tag.label
  return (
    <button type="button" className="passage-line" onClick={open}>
      <span className="passage-line-quote" dir="auto">
        {passage.quote}
      </span>
      <small>
        <span className={`kind-dot kind-${tag.kind}`} aria-hidden="true" />
        {[kindWords[tag.kind], tag.role, place].join(' · ')}
      </small>
      {said ? <small className="passage-line-item">{said}</small> : null}
      {tag.comment ? <small className="passage-line-remark">{tag.comment}</small> : null}
    </button>
  )
}
