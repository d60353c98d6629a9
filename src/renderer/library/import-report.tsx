// What came of an import where not everything went in.
import { X } from 'lucide-react'
import type { ImportOutcome } from '../../shared/sources.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { useImports, type ImportSummary } from './import-store.ts'

const parts = ({ imported, updated, duplicates, failed, cancelled, remarks }: ImportSummary): string =>
  [
    imported > 0 || remarks.every(({ outcome }) => outcome !== 'updated' && outcome !== 'references') ? `${imported.toLocaleString()} imported` : '',
    updated > 0 ? `${updated.toLocaleString()} in a new version` : '',
    remarks.some(({ outcome }) => outcome === 'references') ? 'references attached' : '',
    duplicates > 0 ? `${duplicates.toLocaleString()} already here` : '',
    failed > 0 ? `${failed.toLocaleString()} left out` : '',
    cancelled ? 'cancelled' : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

/** A card that stays until it is put away. */
export function ImportReportCard({ report }: { report: ImportSummary }) {
  const close = () => useImports.getState().set({ report: null })
  return (
    <section className="float-card" aria-label="Import report" role="alert">
      <div className="float-card-head">
        <b>{parts(report)}</b>
        <IconButton icon={X} label="Dismiss" onClick={close} />
      </div>
      {report.remarks.length > 0 ? (
        <ul className="report-list" tabIndex={0} aria-label="What needs a word">
          {report.remarks.map((outcome, at) => (
            <Remark key={`${outcome.name}-${at}`} outcome={outcome} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Remark({ outcome: { name, outcome, source, reason } }: { outcome: ImportOutcome }) {
  const open = (id: string) => {
    useDesk.getState().select({ kind: 'source', id })
    useDesk.getState().openSource(id)
  }
  return (
    <li className="report-line">
      <span className="report-name">{name}</span>
      <span className="note">
        {outcome === 'duplicate' ? 'The same content is here already.' : reason}
        {source ? ' ' : null}
        {source ? (
          <button type="button" className="link-button" onClick={() => open(source)}>
            Show
          </button>
        ) : null}
      </span>
    </li>
  )
}
