// Instants in the words of the user's locale.

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString()

/** An ISO instant as the hour today, as day and hour this year, else with the year. */
export function showInstant(instant: string, now = new Date(), locale?: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
  if (sameDay(at, now)) return at.toLocaleTimeString(locale, time)
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  if (at.getFullYear() === now.getFullYear()) return at.toLocaleString(locale, { ...day, ...time })
  return at.toLocaleDateString(locale, { ...day, year: 'numeric' })
}

/** A date that may lack day or month (`2025`, `2025-12`, `2025-12-02`), as precise as it is. */
export function showPartialDate(date: string, locale?: string): string {
  const [year = '', month, day] = date.split('-')
  if (!month) return year
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  return at.toLocaleDateString(locale, {
    year: 'numeric',
    month: day ? 'short' : 'long',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  })
}
