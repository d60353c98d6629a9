// What the controls of a key judgment write around it, in the memo's language: English, German and French; else English.
import type { Confidence, Likelihood } from './judgments.ts'

interface JudgmentWords {
  leads: Record<Likelihood, string>
  closes: Record<Confidence, string>
}

const english: JudgmentWords = {
  leads: {
    'almost no chance': 'There is almost no chance that',
    remote: 'There is a remote chance that',
    'very unlikely': 'It is very unlikely that',
    'highly improbable': 'It is highly improbable that',
    unlikely: 'It is unlikely that',
    improbable: 'It is improbable that',
    'roughly even chance': 'There is a roughly even chance that',
    'roughly even odds': 'There are roughly even odds that',
    likely: 'It is likely that',
    probable: 'It is probable that',
    'very likely': 'It is very likely that',
    'highly probable': 'It is highly probable that',
    'almost certain': 'It is almost certain that',
    'nearly certain': 'It is nearly certain that',
  },
  closes: {
    low: 'We have low confidence in this judgment.',
    moderate: 'We have moderate confidence in this judgment.',
    high: 'We have high confidence in this judgment.',
  },
}

const german: JudgmentWords = {
  leads: {
    'almost no chance': 'So gut wie ausgeschlossen ist, dass',
    remote: 'Nur entfernt möglich ist, dass',
    'very unlikely': 'Sehr unwahrscheinlich ist, dass',
    'highly improbable': 'Höchst unwahrscheinlich ist, dass',
    unlikely: 'Unwahrscheinlich ist, dass',
    improbable: 'Wenig wahrscheinlich ist, dass',
    'roughly even chance': 'Etwa ebenso wahrscheinlich wie unwahrscheinlich ist, dass',
    'roughly even odds': 'Etwa gleich stehen die Chancen, dass',
    likely: 'Wahrscheinlich ist, dass',
    probable: 'Anzunehmen ist, dass',
    'very likely': 'Sehr wahrscheinlich ist, dass',
    'highly probable': 'Höchst wahrscheinlich ist, dass',
    'almost certain': 'So gut wie sicher ist, dass',
    'nearly certain': 'Nahezu sicher ist, dass',
  },
  closes: {
    low: 'Unser Vertrauen in diese Einschätzung ist gering.',
    moderate: 'Unser Vertrauen in diese Einschätzung ist mäßig.',
    high: 'Unser Vertrauen in diese Einschätzung ist hoch.',
  },
}

/** Verbs of doubt ask for the subjunctive, which the writer's own words take. */
const french: JudgmentWords = {
  leads: {
    'almost no chance': 'Il est presque exclu que',
    remote: 'Il n’est que vaguement possible que',
    'very unlikely': 'Il est très peu probable que',
    'highly improbable': 'Il est hautement improbable que',
    unlikely: 'Il est peu probable que',
    improbable: 'Il est improbable que',
    'roughly even chance': 'Il y a environ une chance sur deux que',
    'roughly even odds': 'Les chances sont à peu près égales que',
    likely: 'Il est probable que',
    probable: 'Il est vraisemblable que',
    'very likely': 'Il est très probable que',
    'highly probable': 'Il est hautement probable que',
    'almost certain': 'Il est presque certain que',
    'nearly certain': 'Il est quasi certain que',
  },
  closes: {
    low: 'Notre confiance dans cette appréciation est faible.',
    moderate: 'Notre confiance dans cette appréciation est moyenne.',
    high: 'Notre confiance dans cette appréciation est élevée.',
  },
}

const byLanguage: Record<string, JudgmentWords> = { de: german, fr: french }

/** The words for a BCP 47 tag. */
const wordsIn = (language: string): JudgmentWords => byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english

/** In French `que` loses its vowel before another. */
const joined = (lead: string, words: string): string =>
  lead.endsWith(' que') && /^[aeiouàâéèêëîïôœùû]/iu.test(words) ? `${lead.slice(0, -1)}’` : `${lead} `

/** What the likelihood writes before the words of a judgment, with the space between them; nothing without one. */
export function judgmentLead(likelihood: Likelihood | null, language: string, words: string): string {
  return likelihood === null ? '' : joined(wordsIn(language).leads[likelihood], words)
}

/** What the confidence writes behind it, a sentence of its own: it never shares one with a likelihood. */
export const judgmentClose = (confidence: Confidence | null, language: string): string => (confidence === null ? '' : wordsIn(language).closes[confidence])
