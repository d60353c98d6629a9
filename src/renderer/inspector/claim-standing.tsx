// How a claim stands: the sources for and against it with their grades, and the claims that contradict it.
import type { BearingSource } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useCall } from '../queries.ts'
import { reliabilityWords } from './words.ts'

/** Reliability stands here with the sources; the credibility of the claim is one of its fields. */
export function ClaimStanding({ claim }: { claim: Id }) {
  const { data } = useCall('board', 'standing', { claim })
  const links = useCall('links', 'of', { item: claim }).data ?? []
  const dissent = links.filter((link) => link.type === 'contradicts')
  if (!data || (data.sources.length === 0 && dissent.length === 0)) return null
  const independent = data.independent === 1 ? '1 independent source' : `${data.independent} independent sources`
  return (
    <section className="inspector-section" aria-label="Standing">
      <h3>Standing</h3>
      <p className="note">
        {independent}
        {data.grade ? ` · best reliability ${data.grade}` : ''}
        {data.evidenceAgainst > 0 ? ` · ${data.evidenceAgainst} against` : ''}
      </p>
      <ul>
        {data.sources.map((source) => (
          <SourceLine key={`${source.side} ${source.source}`} source={source} />
        ))}
        {dissent.map((link) => (
          <li key={link.id}>
            <button type="button" className="reference" onClick={() => useDesk.getState().select({ kind: 'item', id: link.item })}>
              <span className={`kind-dot kind-${link.kind}`} aria-hidden="true" />
              <span>{link.outward ? 'Contradicts' : 'Contradicted by'}: {link.statement}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SourceLine({ source: { source, title, reliability, side, alike } }: { source: BearingSource }) {
  return (
    <li>
      <button type="button" className="reference" onClick={() => useDesk.getState().select({ kind: 'source', id: source })}>
        <span>
          {side === 'for' ? 'For' : 'Against'}: {title || 'Untitled'}, {reliability ? `reliability ${reliability} (${reliabilityWords[reliability]})` : 'reliability not graded'}
          {alike ? ', near-identical to one above' : ''}
        </span>
      </button>
    </li>
  )
}
