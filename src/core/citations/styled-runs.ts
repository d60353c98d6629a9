// What citeproc writes as HTML, as plain runs: nothing of it is ever given to a page as markup.
import type { RunLook, StyledRun } from '../../shared/citations.ts'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decoded = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
  })

/** The look that an opening tag puts on; null for a tag that only groups. */
function lookOf(tag: string): RunLook | null {
  const name = /^<([a-z]+)/i.exec(tag)?.[1]?.toLowerCase()
  if (name === 'i' || name === 'em') return 'italic'
  if (name === 'b' || name === 'strong') return 'bold'
  if (name === 'sup') return 'superscript'
  if (name === 'sub') return 'subscript'
  if (/small-caps/.test(tag)) return 'small-caps'
  if (/text-decoration:\s*underline/.test(tag)) return 'underline'
  return /font-style:\s*italic/.test(tag) ? 'italic' : null
}

/** The runs of one text; white space is one space, none at the ends. */
export function styledRuns(html: string): StyledRun[] {
  const runs: StyledRun[] = []
  const open: (RunLook | null)[] = []
  for (const part of html.match(/<\/?[a-z][^>]*>|[^<]+|</gi) ?? []) {
    if (part.startsWith('</')) {
      open.pop()
      // A label in the margin stands apart from its entry.
      if (/^<\/div/i.test(part)) append(runs, ' ', [])
    } else if (part.startsWith('<') && part.length > 1) open.push(lookOf(part))
    else append(runs, decoded(part).replace(/[\t\n\r ]+/g, ' '), [...new Set(open.filter((look) => look !== null))])
  }
  const [first, last] = [runs[0], runs.at(-1)]
  if (first) first.text = first.text.trimStart()
  if (last) last.text = last.text.trimEnd()
  return runs.filter(({ text }) => text !== '')
}

function append(runs: StyledRun[], text: string, looks: RunLook[]): void {
  const before = runs.at(-1)
  const joined = /\s$/.test(before?.text ?? ' ') ? text.trimStart() : text
  if (joined === '') return
  if (before && before.looks.join() === looks.join()) before.text += joined
  else runs.push({ text: joined, looks })
}

/** The words of runs. */
export const plainRuns = (runs: readonly StyledRun[]): string => runs.map(({ text }) => text).join('')
