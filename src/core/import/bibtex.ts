// BibTeX: entries with fields in braces, quotation marks or as macros, and the accents of TeX.
import type { Name } from '../../shared/reference.ts'
import type { Work } from './reference-file.ts'

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  mastersthesis: 'thesis',
  phdthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  electronic: 'webpage',
  dataset: 'dataset',
  unpublished: 'manuscript',
  misc: 'document',
}

const variables: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  'container-title': ['journaltitle', 'journal', 'booktitle'],
  publisher: ['publisher', 'institution', 'school', 'organization'],
  'publisher-place': ['location', 'address'],
  volume: ['volume'],
  edition: ['edition'],
  DOI: ['doi'],
  URL: ['url', 'howpublished'],
  language: ['langid'],
  'collection-title': ['series'],
  ISBN: ['isbn'],
  ISSN: ['issn'],
}

/** The works of a BibTeX file. Entries that are not closed end the file. */
export function bibtexWorks(text: string): Work[] {
  const works: Work[] = []
  const macros = new Map<string, string>()
  const start = /@([a-zA-Z]+)\s*([{(])/g
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const kind = (found[1] ?? '').toLowerCase()
    const end = closing(text, start.lastIndex, found[2] === '(' ? ')' : '}')
    if (end < 0) break
    const body = text.slice(start.lastIndex, end)
    start.lastIndex = end + 1
    if (kind === 'comment' || kind === 'preamble') continue
    const fields = fieldsOf(kind === 'string' ? `,${body}` : body, macros)
    if (kind === 'string') for (const [key, value] of fields) macros.set(key, value)
    else works.push(workOf(kind, fields))
  }
  return works
}

/** Where what is opened before `from` closes; braces inside are balanced. -1 when it never does. */
function closing(text: string, from: number, close: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (character === close && depth === 0) return at
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
  }
  return -1
}

function fieldsOf(body: string, macros: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>()
  const key = /,\s*([a-zA-Z][\w-]*)\s*=\s*/g
  for (let found = key.exec(body); found; found = key.exec(body)) {
    const parts: string[] = []
    let at = key.lastIndex
    for (;;) {
      const opening = body.charAt(at)
      const end = opening === '{' ? closing(body, at + 1, '}') : opening === '"' ? closing(body, at + 1, '"') : -1
      if (end >= 0) parts.push(body.slice(at + 1, end))
      const bare = end >= 0 ? '' : (/^[^\s,#{}"]+/.exec(body.slice(at, at + 200))?.[0] ?? '')
      if (bare !== '') parts.push(macros.get(bare.toLowerCase()) ?? bare)
      at = end >= 0 ? end + 1 : at + bare.length
      const joint = /^\s*#\s*/.exec(body.slice(at, at + 100))?.[0]
      if (joint === undefined) break
      at += joint.length
    }
    key.lastIndex = at
    const name = (found[1] ?? '').toLowerCase()
    if (!fields.has(name)) fields.set(name, parts.join(''))
  }
  return fields
}

function workOf(kind: string, fields: ReadonlyMap<string, string>): Work {
  const work: Record<string, unknown> = { type: types[kind] }
  for (const [variable, names] of Object.entries(variables)) {
    const value = names.map((name) => fields.get(name)).find(Boolean)
    if (value) work[variable] = plainText(value)
  }
  const number = fields.get('number')
  if (number) work[kind === 'article' ? 'issue' : 'number'] = plainText(number)
  const pages = fields.get('pages')
  if (pages) work.page = plainText(pages).replace(/-+/g, '–')
  work.issued = fields.get('date') ?? [fields.get('year'), monthOf(fields.get('month'))].filter(Boolean).join('-')
  work.author = namesOf(fields.get('author'))
  work.editor = namesOf(fields.get('editor'))
  return work
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function monthOf(written: string | undefined): string {
  const named = months.indexOf((written ?? '').trim().slice(0, 3).toLowerCase()) + 1
  return named > 0 ? String(named) : (/^\d{1,2}$/.exec((written ?? '').trim())?.[0] ?? '')
}

function namesOf(written: string | undefined): Name[] {
  if (!written) return []
  return written.split(/\s+and\s+/i).flatMap((name): Name[] => {
    if (/^\{.*\}$/s.test(name.trim())) return [{ literal: plainText(name) }]
    const [family = '', ...rest] = name.split(',').map(plainText)
    if (rest.length > 0) return [{ family, given: rest.at(-1) ?? '' }]
    const words = family.split(' ').filter((word) => word !== '' && word !== 'others')
    if (words.length === 0) return []
    // The family name begins at its particle: “Ludwig van Beethoven”.
    const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && /^\p{Ll}/u.test(word))
    const first = particle > 0 ? particle : words.length - 1
    return first === 0 ? [{ literal: words.join(' ') }] : [{ given: words.slice(0, first).join(' '), family: words.slice(first).join(' ') }]
  })
}

const accents: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
}

const letters: Readonly<Record<string, string>> = { ss: 'ß', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', i: 'ı' }

/** A field without TeX: accents as letters, commands and braces left out, dashes and quotation marks as they print. */
function plainText(tex: string): string {
  return tex
    .replace(/\\(["'`^~=.])\s*\{?\\?([A-Za-z])\}?|\\([uvHckr])(?:\s+|\s*\{)\\?([A-Za-z])\}?/g, (_all, sign?: string, letter?: string, named?: string, other?: string) =>
      `${letter ?? other ?? ''}${accents[sign ?? named ?? ''] ?? ''}`,
    )
    .replace(/\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z])\s*(?:\{\})?/g, (_all, name: string) => letters[name] ?? '')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\\[a-zA-Z]+\*?\s*/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``|''/g, '"')
    .replace(/~/g, ' ')
    .replace(/[{}]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}
