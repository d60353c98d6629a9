// The same claim met again: those that resemble the statement are offered, and the passage becomes evidence for one.
import { useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { roles, type Role, type SimilarItem } from '../../shared/items.ts'
import { Keys } from '../interface/keys.tsx'
import { useCall } from '../queries.ts'

/** The item that the passage is one more piece of evidence for, and how it bears on it. */
export interface Evidence {
  item: Id
  role: Role
}

/** The roles that evidence can have; mentions are for actors. */
const evidenceRoles: readonly Role[] = roles.filter((role) => role !== 'mentions')
const roleTitles: Record<Role, string> = { states: 'States it', supports: 'Supports it', contradicts: 'Contradicts it', mentions: 'Mentions it' }

interface EvidenceOfferProps {
  kind: 'claim' | 'recommendation'
  statement: string
  /** The item just made of the passage, which is not offered; undefined while the core is making it. */
  own: Id | null | undefined
  evidence: Evidence | null
  onChange: (evidence: Evidence | null) => void
}

/** Shows nothing while nothing resembles. Alt+E goes through what is offered, Alt+R through the roles. */
export function EvidenceOffer({ kind, statement, own, evidence, onChange }: EvidenceOfferProps) {
  const text = useDeferredValue(statement.slice(0, 2000))
  const { data } = useCall('items', 'suggestClaims', own === undefined ? null : { text, kind, except: own, limit: 3 })
  const offered = (data ?? []).filter(({ item }) => item !== own)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return
      const next = event.code === 'KeyE' ? nextEvidence(offered, evidence) : event.code === 'KeyR' && evidence ? nextRole(evidence) : undefined
      if (next === undefined) return
      event.preventDefault()
      event.stopPropagation()
      onChange(next)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  })
  const group = useRef<HTMLDivElement>(null)
  const chosen = evidence?.item ?? null
  const before = useRef(chosen)
  useLayoutEffect(() => {
    if (before.current === chosen) return
    before.current = chosen
    // The fields of the new item rest while another is chosen; the keyboard must not be left in them.
    const next = chosen ? group.current?.querySelector('[aria-pressed="true"]') : group.current?.parentElement?.querySelector('[role="combobox"]')
    if (next instanceof HTMLElement) next.focus()
  }, [chosen])
  if (offered.length === 0) return null
  return (
    <div ref={group} className="reader-evidence" role="group" aria-label={`${kind === 'claim' ? 'Claims' : 'Recommendations'} like this`}>
      <p>
        Met before? <span>Make this passage evidence for it</span> <Keys keys="Alt+E" />
      </p>
      {offered.map((similar) => (
        <Offered key={similar.item} similar={similar} evidence={evidence} onChange={onChange} />
      ))}
    </div>
  )
}

function Offered({ similar, evidence, onChange }: { similar: SimilarItem; evidence: Evidence | null; onChange: (next: Evidence | null) => void }) {
  const chosen = evidence?.item === similar.item ? evidence : null
  return (
    <div className="reader-evidence-item">
      <button
        type="button"
        aria-pressed={chosen !== null}
        onClick={() => onChange(chosen ? null : { item: similar.item, role: 'states' })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || chosen) return
          event.preventDefault()
          event.stopPropagation()
          onChange({ item: similar.item, role: 'states' })
        }}
      >
        <span className="visually-hidden">Evidence for </span>
        <b>{similar.statement}</b>
        <small>{[similar.detail, similar.passages === 1 ? '1 passage' : `${similar.passages} passages`].filter(Boolean).join(' · ')}</small>
      </button>
      {chosen ? (
        <div className="reader-evidence-roles" role="radiogroup" aria-label="The passage">
          {evidenceRoles.map((role) => (
            <button key={role} type="button" role="radio" aria-checked={chosen.role === role} onClick={() => onChange({ ...chosen, role })}>
              {roleTitles[role]}
            </button>
          ))}
          <Keys keys="Alt+R" />
        </div>
      ) : null}
    </div>
  )
}

function nextEvidence(offered: readonly SimilarItem[], evidence: Evidence | null): Evidence | null {
  const next = offered[offered.findIndex(({ item }) => item === evidence?.item) + 1]
  return next ? { item: next.item, role: 'states' } : null
}

function nextRole(evidence: Evidence): Evidence {
  const role = evidenceRoles[(evidenceRoles.indexOf(evidence.role) + 1) % evidenceRoles.length]
  return { ...evidence, role: role ?? 'states' }
}
