// What came of an import where not everything went in.
import { X } from 'lucide-react'
import type { ImportOutcome } from '../../shared/sources.ts'
import { useDesk } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { useImports, type ImportSummary } from './import-store.ts'

const parts = ({ imported, duplicates, failed, cancelled }: ImportSummary): string =>
  [
    `${imported.toLocaleString()} imported`,
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
        <ul className="report-list" tabIndex={0} aria-label="Files that were not imported">
          {report.remarks.map((outcome, at) => (
            <Remark key={`${outcome.name}-${at}`} outcome={outcome} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Remark({ outcome }: { outcome: ImportOutcome }) {
  const { source } = outcome
  return (
    <li className="report-line">
      <span className="report-name">{outcome.name}</span>
      {outcome.outcome === 'duplicate' ? (
        <span className="note">
          The same content is here already.{' '}
          {source ? (
            <button
              type="button"
              className="link-button"
              onClick={() => {
                useDesk.getState().select({ kind: 'source', id: source })
                useDesk.getState().openSource(source)
              }}
            >
              Show
            </button>
          ) : null}
        </span>
      ) : (
        <span className="note">{outcome.reason}</span>
      )}
    </li>
  )
}
