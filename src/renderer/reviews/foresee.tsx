// Section of a source's Inspector: which sentences would come to review if the source were retracted, graded anew or deleted.
import { useState } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { Foreseen } from '../../shared/reviews.ts'
import type { Reliability, Source } from '../../shared/sources.ts'
import { counted } from '../interface/counted.ts'
import { Select, type Choice } from '../interface/select.tsx'
import { openAtCitation } from '../memos/go-to-citation.ts'
import { useCall } from '../queries.ts'
import { reliabilityChoices } from '../inspector/words.ts'
import { reviewKeyOf, reviewWords } from './review-words.ts'
import './reviews.css'

/** How many sentences are shown at first. */
const few = 20

type Wanted = 'retract' | 'remove' | `grade ${Reliability}` | 'grade none'

const changeOf = (wanted: Wanted): Foreseen => {
  if (wanted === 'retract' || wanted === 'remove') return { kind: wanted }
  return { kind: 'grade', reliability: wanted === 'grade none' ? null : (wanted.slice(6) as Reliability) }
}

function choicesFor({ reliability, retraction }: Source): Choice<Wanted>[] {
  const grades = reliabilityChoices
    .filter(({ value }) => value !== reliability)
    .map(({ value, title }): Choice<Wanted> => ({ value: `grade ${value}`, title: `its reliability were ${title}` }))
  return [
    ...(retraction ? [] : [{ value: 'retract', title: 'it were retracted' } as const]),
    { value: 'remove', title: 'it were deleted' },
    ...grades,
    ...(reliability === null ? [] : [{ value: 'grade none', title: 'its reliability were not judged' } as const]),
  ]
}

function Sentences({ source, wanted }: { source: Id; wanted: Wanted }) {
  const found = useCall('reviews', 'foresee', { source, change: changeOf(wanted) }).data
  if (!found) return null
  if (found.length === 0) return <p className="note">No sentence would come to review.</p>
  const several = new Set(found.map(({ memo }) => memo)).size > 1
  return (
    <>
      <p className="note" aria-live="polite">
        {counted(found.length, 'sentence')} would come to review.
      </p>
      <ul>
        {found.slice(0, few).map((review) => (
          <li key={reviewKeyOf(review)}>
            <button type="button" className="reference" onClick={() => void openAtCitation(review.memo, review.citation)}>
              <span>
                {review.sentence || `Citation ${review.number}`}
                <small className="foreseen-change">{reviewWords(review)}</small>
                {several ? <small>{review.title || 'Untitled memo'}</small> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > few ? <p className="note">and {found.length - few} more sentences</p> : null}
    </>
  )
}

/** Nothing where no memo rests on the source. Reads only: nothing is changed. */
export function Foresee({ source }: { source: Source }) {
  const [chosen, setChosen] = useState<Wanted | null>(null)
  const cited = useCall('citations', 'restingOn', { kind: 'source', id: source.id }).data ?? []
  if (cited.length === 0) return null
  const choices = choicesFor(source)
  const wanted = choices.find(({ value }) => value === chosen)?.value ?? null
  return (
    <section className="inspector-section foresee" aria-label="What would change if …">
      <h3>What would change if …</h3>
      <Select label="What would change if" value={wanted} none="choose a change" choices={choices} onChange={setChosen} />
      {wanted ? <Sentences source={source.id} wanted={wanted} /> : null}
    </section>
  )
}
