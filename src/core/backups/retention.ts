// Which backups are kept: the last five, and one of each of seven days and four weeks. A rule without side effects.

/** A backup as the rule sees it: `number` counts up as backups are made; `madeAt` is what the clock said. */
export interface Dated {
  number: number
  madeAt: string
}

const keptLast = 5
const keptDays = 7
const keptWeeks = 4
const day = 24 * 60 * 60 * 1000

const dayOf = (madeAt: string): string => madeAt.slice(0, 10)

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
const weekOf = (madeAt: string): string => String(Math.floor((Date.parse(dayOf(madeAt)) / day + 3) / 7))

/** The newest of each of the first `count` periods, going back in the order in which backups were made. */
function newestOfPeriods<B extends Dated>(newestFirst: readonly B[], periodOf: (madeAt: string) => string, count: number): B[] {
  const newest = new Map<string, B>()
  for (const backup of newestFirst) {
    const period = periodOf(backup.madeAt)
    if (!newest.has(period) && newest.size < count) newest.set(period, backup)
  }
  return [...newest.values()]
}

/**
 * The backups to keep, newest first. What is newest follows from the order in which they were made and never from the
 * clock, so that a clock that goes backwards or jumps ahead cannot push a new backup out. Never empty when there is one.
 */
export function backupsToKeep<B extends Dated>(backups: readonly B[]): B[] {
  const newestFirst = backups.toSorted((a, b) => b.number - a.number)
  const kept = new Set([
    ...newestFirst.slice(0, keptLast),
    ...newestOfPeriods(newestFirst, dayOf, keptDays),
    ...newestOfPeriods(newestFirst, weekOf, keptWeeks),
  ])
  return newestFirst.filter((backup) => kept.has(backup))
}

/** Whether a new backup is due: none yet, the newest a day old, or dated later than now, which no true clock says. */
export function isBackupDue(newest: string | null, now: string): boolean {
  if (newest === null) return true
  const age = Date.parse(now) - Date.parse(newest)
  return !(age >= 0 && age < day)
}
