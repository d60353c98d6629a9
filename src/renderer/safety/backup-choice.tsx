// The list of backups, one of which can be chosen.
import type { Backup } from '../../shared/backups.ts'
import { counted } from '../interface/counted.ts'

const reasons: Record<Backup['reason'], string> = {
  daily: 'made by itself',
  asked: 'made by you',
  migration: 'before an update of Groundwork',
}

const holdingsOf = ({ holdings }: Backup): string =>
  [
    counted(holdings.sources, 'source'),
    counted(holdings.passages, 'passage'),
    counted(holdings.items, 'item'),
    counted(holdings.memos, 'memo'),
  ].join(' · ')

const sizeOf = ({ size }: Backup): string =>
  size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000)).toLocaleString()} kB` : `${(size / 1_000_000).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`

interface BackupChoiceProps {
  backups: Backup[]
  chosen: string
  onChoose: (id: string) => void
}

/** Radio buttons, the newest first; the arrow keys move between them. */
export function BackupChoice({ backups, chosen, onChoose }: BackupChoiceProps) {
  return (
    <fieldset className="backup-list">
      <legend className="visually-hidden">Backups</legend>
      {backups.map((backup, at) => (
        <label key={backup.id} className="backup-row">
          <input
            type="radio"
            name="backup"
            {...(at === 0 ? { 'data-first-focus': true } : {})}
            checked={backup.id === chosen}
            onChange={() => onChoose(backup.id)}
          />
          <span className="backup-words">
            <b>
              <time dateTime={backup.madeAt}>{new Date(backup.madeAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</time>
            </b>
            <span className="note">{holdingsOf(backup)}</span>
          </span>
          <span className="note backup-reason">
            {reasons[backup.reason]}, {sizeOf(backup)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
