// RIS: one tag a line, a work from TY to ER.
import type { Name } from '../../shared/reference.ts'
import type { Work } from './reference-file.ts'

const types: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  ABST: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  RPRT: 'report',
  GOVDOC: 'report',
  THES: 'thesis',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'post-weblog',
  HEAR: 'hearing',
  LEGAL: 'legislation',
  STAT: 'legislation',
  BILL: 'bill',
  CASE: 'legal_case',
  PCOMM: 'personal_communication',
  DATA: 'dataset',
  UNPB: 'manuscript',
  STAND: 'standard',
  GEN: 'document',
}

/** Tags in order of trust for each variable. */
const variables: Readonly<Record<string, readonly string[]>> = {
  title: ['TI', 'T1', 'CT', 'BT'],
  'container-title': ['T2', 'JO', 'JF', 'JA', 'J2'],
  publisher: ['PB'],
  'publisher-place': ['CY'],
  volume: ['VL'],
  issue: ['IS'],
  edition: ['ET'],
  DOI: ['DO'],
  URL: ['UR', 'L2'],
  language: ['LA'],
  number: ['M1'],
  'collection-title': ['T3'],
  issued: ['DA', 'PY', 'Y1'],
}

/** The works of a RIS file. */
export function risWorks(text: string): Work[] {
  const works: Work[] = []
  let tags = new Map<string, string[]>()
  for (const line of text.split(/\r\n?|\n/)) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9])  ?- ?(.*)$/.exec(line) ?? []
    if (tag === undefined) continue
    if (tag === 'ER') {
      works.push(workOf(tags))
      tags = new Map()
    } else if (value.trim() !== '') tags.set(tag, [...(tags.get(tag) ?? []), value.trim()])
  }
  return works
}

function workOf(tags: ReadonlyMap<string, string[]>): Work {
  const work: Record<string, unknown> = { type: types[tags.get('TY')?.[0]?.toUpperCase() ?? ''] }
  for (const [variable, names] of Object.entries(variables)) {
    work[variable] = names.map((name) => tags.get(name)?.[0]).find(Boolean)
  }
  // A date is written as 2025/03/07/ with empty parts left in.
  if (typeof work.issued === 'string') work.issued = work.issued.replace(/\/+.*?$/, (rest) => (/^(?:\/\d+)*/.exec(rest)?.[0] ?? '')).replaceAll('/', '-')
  const [first, last] = [tags.get('SP')?.[0], tags.get('EP')?.[0]]
  if (first) work.page = last && last !== first && !first.includes('-') ? `${first}–${last}` : first
  const serial = tags.get('SN')?.[0]
  if (serial) work[/^[\dX-]{9}$/i.test(serial) ? 'ISSN' : 'ISBN'] = serial
  work.author = ['AU', 'A1'].flatMap((tag) => tags.get(tag) ?? []).map(nameOf)
  work.editor = ['ED', 'A2'].flatMap((tag) => tags.get(tag) ?? []).map(nameOf)
  return work
}

function nameOf(written: string): Name {
  const [family = '', given = ''] = written.split(',').map((part) => part.trim())
  return family !== '' && given !== '' ? { family, given } : { literal: written.replace(/,$/, '') }
}
