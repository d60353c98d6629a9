// Section of the Inspector: every memo sentence that rests on a source, a passage or an item.
import type { restingKinds } from '../../shared/citations.ts'
import type { Id } from '../../shared/identifiers.ts'
import { useCall } from '../queries.ts'
import { openAtCitation } from './go-to-citation.ts'

/** How many sentences are shown at first. */
const few = 20

/** Nothing where no memo rests on it. */
export function CitedSentences({ kind, id }: { kind: (typeof restingKinds)[number]; id: Id }) {
  const found = useCall('citations', 'restingOn', { kind, id }).data ?? []
  if (found.length === 0) return null
  const several = new Set(found.map(({ memo }) => memo)).size > 1
  return (
    <section className="inspector-section" aria-label="Cited in">
      <h3>
        Cited in <span className="numbers">{found.length}</span>
      </h3>
      <ul>
        {found.slice(0, few).map(({ memo, title, citation, number, sentence }) => (
          <li key={`${memo} ${citation}`}>
            <button type="button" className="reference" onClick={() => void openAtCitation(memo, citation)}>
              <span>
                {sentence || `Citation ${number}`}
                {several ? <small>{title || 'Untitled memo'}</small> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > few ? <p className="note">and {found.length - few} more sentences</p> : null}
    </section>
  )
}
