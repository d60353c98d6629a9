// Tables for other programs. Pure.

/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, "CSV Injection"; the
 * wide forms are read as signs by spreadsheets of East Asian locales).
 */
const startsFormula = /^[\s\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

const cell = (text: string): string => `"${(startsFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** RFC 4180 with a byte order mark, by which spreadsheets know UTF-8; the first row is the head. */
export const asCsv = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
