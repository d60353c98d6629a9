// A list of passages as a table for other programs and as a text to read. Pure.
import { asCsv } from '../exports/write-csv.ts'
import { escaped, escapedStart } from '../exports/write-markdown.ts'

/** One line of a list: what is quoted, from where, and what it is tagged as. Empty where a source says nothing. */
export interface ListedPassage {
  quote: string
  source: string
  container: string
  authors: string
  date: string
  paragraph: number
  kind: string
  item: string
  code: string
  role: string
  remark: string
}

const columns: readonly (readonly [string, (line: ListedPassage) => string])[] = [
  ['Quote', (line) => line.quote],
  ['Source', (line) => line.source],
  ['Published in', (line) => line.container],
  ['Author', (line) => line.authors],
  ['Date', (line) => line.date],
  ['Paragraph', (line) => String(line.paragraph)],
  ['Kind', (line) => line.kind],
  ['Item', (line) => line.item],
  ['Code', (line) => line.code],
  ['Role', (line) => line.role],
  ['Remark', (line) => line.remark],
]

/** The lines as a table. */
export function listAsCsv(lines: readonly ListedPassage[]): string {
  return asCsv([columns.map(([title]) => title), ...lines.map((line) => columns.map(([, of]) => of(line)))])
}

/** Words on one line of Markdown, none of them a sign of it. */
export const oneLine = (text: string): string => escapedStart(escaped(text.replaceAll(/\s+/gu, ' ').trim()))

/** A quotation for each line, with where it stands and what it is tagged as below it. */
export function listAsMarkdown(title: string, lines: readonly ListedPassage[]): string {
  const entries = lines.map((line) => {
    const where = [line.authors, line.source, line.container, line.date, `¶ ${line.paragraph}`].filter((part) => part !== '').map(oneLine)
    const said = line.item === line.quote ? '' : `: ${oneLine(line.item)}`
    const facts = [`${line.kind}${said}`, ...[line.code].filter(Boolean).map(oneLine), line.role]
    const remark = line.remark.trim() === '' ? [] : [`Remark: ${oneLine(line.remark)}`]
    return [`> ${oneLine(line.quote)}\n>\n> — ${where.join(', ')}`, `*${facts.join(' · ')}*`, ...remark].join('\n\n')
  })
  return `${[`# ${oneLine(title)}`, ...entries].join('\n\n')}\n`
}
