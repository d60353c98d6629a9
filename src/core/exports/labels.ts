// The words that the paper adds to the writer's own, by language.
import type { LocatorLabel, memoStatuses } from '../../shared/memos.ts'
import type { Reliability } from '../../shared/sources.ts'

type Status = (typeof memoStatuses)[number]

/** `page` holds `{n}` and `{m}`; `openQuote` and `closeQuote` stand around a quotation in a note. */
export interface Labels {
  to: string
  from: string
  date: string
  status: string
  handling: string
  statuses: Record<Status, string>
  sources: string
  noDate: string
  untitled: string
  untitledSource: string
  page: string
  paragraph: string
  locators: Record<LocatorLabel, string>
  openQuote: string
  closeQuote: string
  reliability: string
  reliabilities: Record<Reliability, string>
  accessed: string
  note: string
  notes: string
  changed: string
  gone: string
  goneWithoutWords: string
}

const english: Labels = {
  to: 'To',
  from: 'From',
  date: 'Date',
  status: 'Status',
  handling: 'Handling',
  statuses: { draft: 'Draft', 'in review': 'In review', final: 'Final' },
  sources: 'Sources',
  noDate: 'n.d.',
  untitled: 'Untitled memo',
  untitledSource: 'Untitled source',
  page: 'Page {n} of {m}',
  paragraph: '¶',
  locators: { paragraph: '¶', page: 'p.', chapter: 'ch.', section: 'sec.' },
  openQuote: '“',
  closeQuote: '”',
  reliability: 'Reliability',
  reliabilities: {
    A: 'reliable',
    B: 'usually reliable',
    C: 'fairly reliable',
    D: 'not usually reliable',
    E: 'unreliable',
    F: 'cannot be judged',
  },
  accessed: 'accessed',
  note: 'Note',
  notes: 'Notes',
  changed: 'The passage has changed since it was cited; these are the words that were cited.',
  gone: 'The passage was deleted after it was cited; its words were kept.',
  goneWithoutWords: 'The passage was deleted after it was cited.',
}

const byLanguage: Record<string, Labels> = { en: english }

/** The words for an ISO 639 language, in English where a language has none of its own yet. */
export function labelsIn(language: string): Labels {
  return Object.hasOwn(byLanguage, language) ? (byLanguage[language] ?? english) : english
}
