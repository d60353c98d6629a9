// The words that the paper adds to the writer's own, by language.
import type { Template } from '../../shared/exports.ts'
import { calloutTitles, type CalloutKind } from '../../shared/judgments.ts'
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
  templates: Record<Template, string>
  untitledSource: string
  page: string
  paragraph: string
  locators: Record<LocatorLabel, string>
  /** The locator of more than one page. */
  pages: string
  openQuote: string
  closeQuote: string
  reliability: string
  reliabilities: Record<Reliability, string>
  accessed: string
  note: string
  notes: string
  citation: string
  citations: string
  changed: string
  gone: string
  goneWithoutWords: string
  contents: string
  asTable: string
  image: string
  evidence: string
  captured: string
  sha256: string
  backToNote: string
  evidenceOf: string
  keyJudgment: string
  retracted: string
  passage: string
  source: string
  callouts: Record<CalloutKind, string>
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
  templates: { memo: 'Memo', assessment: 'Assessment', brief: 'Brief' },
  untitledSource: 'Untitled source',
  page: 'Page {n} of {m}',
  paragraph: '¶',
  locators: { paragraph: '¶', page: 'p.', chapter: 'ch.', section: 'sec.' },
  pages: 'pp.',
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
  citation: 'Citation',
  citations: 'Citations',
  changed: 'The passage has changed since it was cited; these are the words that were cited.',
  gone: 'The passage was deleted after it was cited; its words were kept.',
  goneWithoutWords: 'The passage was deleted after it was cited.',
  contents: 'Contents',
  asTable: 'As a table',
  image: 'Image without a description',
  evidence: 'Evidence',
  captured: 'captured',
  sha256: 'SHA-256',
  backToNote: 'Back to the text',
  evidenceOf: 'Evidence',
  keyJudgment: 'Key judgment',
  retracted: 'retracted',
  passage: 'Passage',
  source: 'Source',
  callouts: calloutTitles,
}

const german: Labels = {
  to: 'An',
  from: 'Von',
  date: 'Datum',
  status: 'Stand',
  handling: 'Weitergabe',
  statuses: { draft: 'Entwurf', 'in review': 'In Prüfung', final: 'Endfassung' },
  sources: 'Quellen',
  noDate: 'o. D.',
  untitled: 'Vermerk ohne Titel',
  templates: { memo: 'Vermerk', assessment: 'Lagebeurteilung', brief: 'Kurzvorlage' },
  untitledSource: 'Quelle ohne Titel',
  page: 'Seite {n} von {m}',
  paragraph: 'Abs.',
  locators: { paragraph: 'Abs.', page: 'S.', chapter: 'Kap.', section: 'Abschn.' },
  pages: 'S.',
  openQuote: '„',
  closeQuote: '“',
  reliability: 'Zuverlässigkeit',
  reliabilities: {
    A: 'zuverlässig',
    B: 'in der Regel zuverlässig',
    C: 'ziemlich zuverlässig',
    D: 'in der Regel nicht zuverlässig',
    E: 'unzuverlässig',
    F: 'nicht zu beurteilen',
  },
  accessed: 'abgerufen am',
  note: 'Fußnote',
  notes: 'Fußnoten',
  citation: 'Nachweis',
  citations: 'Nachweise',
  changed: 'Die Stelle wurde geändert, seit sie zitiert wurde; dies ist der zitierte Wortlaut.',
  gone: 'Die Stelle wurde gelöscht, nachdem sie zitiert wurde; ihr Wortlaut blieb erhalten.',
  goneWithoutWords: 'Die Stelle wurde gelöscht, nachdem sie zitiert wurde.',
  contents: 'Inhalt',
  asTable: 'Als Tabelle',
  image: 'Bild ohne Beschreibung',
  evidence: 'Belege',
  captured: 'erfasst am',
  sha256: 'SHA-256',
  backToNote: 'Zurück zum Text',
  evidenceOf: 'Beleg',
  keyJudgment: 'Kernaussage',
  retracted: 'zurückgezogen',
  passage: 'Stelle',
  source: 'Quelle',
  callouts: { note: 'Hinweis', caution: 'Vorsicht', gap: 'Erkenntnislücke', alternative: 'Andere Sicht' },
}

const french: Labels = {
  to: 'À',
  from: 'De',
  date: 'Date',
  status: 'État',
  handling: 'Diffusion',
  statuses: { draft: 'Projet', 'in review': 'En relecture', final: 'Version finale' },
  sources: 'Sources',
  noDate: 's. d.',
  untitled: 'Note sans titre',
  templates: { memo: 'Note', assessment: 'Évaluation', brief: 'Synthèse' },
  untitledSource: 'Source sans titre',
  page: 'Page {n} sur {m}',
  paragraph: '§',
  locators: { paragraph: '§', page: 'p.', chapter: 'chap.', section: 'sect.' },
  pages: 'p.',
  openQuote: '«\u202f',
  closeQuote: '\u202f»',
  reliability: 'Fiabilité',
  reliabilities: {
    A: 'fiable',
    B: 'généralement fiable',
    C: 'assez fiable',
    D: 'généralement peu fiable',
    E: 'non fiable',
    F: 'impossible à évaluer',
  },
  accessed: 'consulté le',
  note: 'Note',
  notes: 'Notes',
  citation: 'Renvoi',
  citations: 'Renvois',
  changed: 'Le passage a été modifié depuis sa citation ; voici les mots cités.',
  gone: 'Le passage a été supprimé après sa citation ; ses mots ont été conservés.',
  goneWithoutWords: 'Le passage a été supprimé après sa citation.',
  contents: 'Sommaire',
  asTable: 'En tableau',
  image: 'Image sans description',
  evidence: 'Preuves',
  captured: 'capturé le',
  sha256: 'SHA-256',
  backToNote: 'Retour au texte',
  evidenceOf: 'Preuve',
  keyJudgment: 'Jugement clé',
  retracted: 'rétracté',
  passage: 'Passage',
  source: 'Source',
  callouts: { note: 'Remarque', caution: 'Réserve', gap: 'Lacune du renseignement', alternative: 'Autre lecture' },
}

const byLanguage: Record<string, Labels> = { en: english, de: german, fr: french }

/** The words for an ISO 639 language, in English where a language has none of its own yet. */
export function labelsIn(language: string): Labels {
  return Object.hasOwn(byLanguage, language) ? (byLanguage[language] ?? english) : english
}
