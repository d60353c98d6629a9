// Dates as documents write them, as far as they are beyond doubt.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as `2025`, `2025-12` or `2025-12-02` (ISO 8601), in the calendar day that the document names; null when it
 * is no date or could be read two ways, as 12/02/2025 can.
 */
export function partialDate(written: string): string | null {
  const text = written.trim()
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d-])/.exec(text)
  if (iso) return joined(iso[1], iso[2], iso[3])
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (compact) return joined(compact[1], compact[2], compact[3])
  const dayFirst = /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/.exec(text)
  if (dayFirst) return joined(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])
  const monthFirst = /(?:^|[\s,])([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})(?!\d)/.exec(text)
  return monthFirst ? joined(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]) : null
}

function monthNumber(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
}

function joined(year: string | undefined, month?: string, day?: string): string | null {
  const y = Number(year)
  if (y < 1000 || y > 2999) return null
  if (month === undefined) return String(y)
  const m = Number(month)
  if (m < 1 || m > 12) return null
  const yearAndMonth = `${y}-${String(m).padStart(2, '0')}`
  if (day === undefined) return yearAndMonth
  const d = Number(day)
  const daysInMonth = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return d >= 1 && d <= daysInMonth ? `${yearAndMonth}-${String(d).padStart(2, '0')}` : null
}
