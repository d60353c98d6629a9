// Front matter: the simple `key: value` lines between two `---` at the head of a Markdown file.
import type { Name } from '../../shared/sources.ts'
import { partialDate } from './partial-date.ts'
import type { Findings } from './reading.ts'

const rule = 'front matter'
const mostLines = 200

/** Keys, in lower case, that say the same thing in different generators. */
type TextField = 'title' | 'issued' | 'url' | 'language' | 'containerTitle' | 'DOI'

const keys: Readonly<Record<string, TextField | 'authors'>> = {
  title: 'title',
  doi: 'DOI',
  author: 'authors',
  authors: 'authors',
  by: 'authors',
  date: 'issued',
  published: 'issued',
  pubdate: 'issued',
  issued: 'issued',
  url: 'url',
  link: 'url',
  source: 'url',
  canonical_url: 'url',
  lang: 'language',
  language: 'language',
  publication: 'containerTitle',
  publisher: 'containerTitle',
  site: 'containerTitle',
  'container-title': 'containerTitle',
}

/** A Markdown text without its front matter, what that said, and its lines as they stood; `lines` is '' without any. */
export interface FrontMatter {
  body: string
  findings: Findings
  lines: string
}

/**
 * Splits front matter off. Only scalars and flat lists are read, no other YAML; what is more is kept in `lines`.
 * A text whose first `---` does not begin lines of that form is left whole: it is a rule, not front matter.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const whole = { body: text, findings: {}, lines: '' }
  if (!text.startsWith('---')) return whole
  const lines = text.split('\n', mostLines)
  if (lines[0]?.trimEnd() !== '---') return whole
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  const inner = lines.slice(1, end)
  if (end < 0 || !inner.every(fits) || !inner.some((line) => entry.test(line))) return whole
  const head = lines.slice(0, end + 1).join('\n')
  return { body: text.slice(head.length + 1), findings: findingsOf(inner), lines: inner.join('\n').trim() }
}

const entry = /^([A-Za-z_][\w-]*)\s*:(?:\s+(.*))?$/
const listEntry = /^\s*-\s+(.*)$/

function fits(line: string): boolean {
  return line.trim() === '' || /^\s*#/.test(line) || /^\s/.test(line) || entry.test(line) || listEntry.test(line)
}

function findingsOf(lines: readonly string[]): Findings {
  const values = new Map<string, string[]>()
  let current: string[] = []
  for (const line of lines) {
    const [, key, value = ''] = entry.exec(line) ?? []
    if (key !== undefined) {
      current = scalars(value)
      if (!values.has(key.toLowerCase())) values.set(key.toLowerCase(), current)
    } else {
      const item = listEntry.exec(line)?.[1]
      if (item !== undefined) current.push(...scalars(item))
    }
  }
  const findings: Findings = {}
  for (const [key, found] of values) if (Object.hasOwn(keys, key)) addFinding(findings, keys[key], found)
  return findings
}

function addFinding(findings: Findings, field: (typeof keys)[string] | undefined, values: readonly string[]): void {
  const [first] = values
  if (field === undefined || first === undefined || findings[field]) return
  if (field === 'authors') findings.authors = { value: values.map((literal): Name => ({ literal })), rule }
  else if (field === 'issued') {
    const issued = partialDate(first)
    if (issued) findings.issued = { value: issued, rule }
  } else if (field !== 'url' || /^https?:\/\//i.test(first)) findings[field] = { value: first, rule }
}

/** A plain or quoted scalar, or the scalars of a list in brackets; nothing for block scalars and empty values. */
function scalars(value: string): string[] {
  const text = value.trim()
  if (/^\[.*\]$/.test(text)) return (text.slice(1, -1).match(/"[^"]*"|'[^']*'|[^,]+/g) ?? []).flatMap(scalars)
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(text)
  const unquoted = quoted?.[1]?.replace(/\\(.)/g, '$1') ?? quoted?.[2]?.replaceAll("''", "'")
  const plain = unquoted ?? text.replace(/\s+#.*$/, '')
  return plain.trim() === '' || /^[|>&*!{][+-]?/.test(plain) ? [] : [plain.trim()]
}
