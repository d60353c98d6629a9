// Recommendations: what somebody should, must, needs to or could do, is called on to do, or is told to do outright.
import type { RecommendationProposal } from '../../shared/suggestions.ts'
import { trimSpan } from '../../shared/selectors.ts'
import type { Roster } from './actor-mentions.ts'
import { agentNouns } from './cue-words.ts'
import { instrumentOf } from './instrument-words.ts'
import type { Sentence } from './sentences.ts'
import { lastNamed } from './speakers.ts'
import { asStatement } from './statement-words.ts'

/** A cue found in a sentence: where it stands, and to whom it speaks. */
interface Cue {
  words: string
  addressee: string | null
}

const modal = /\b(should|must|ought to|needs? to|(?:will )?ha(?:s|ve) to|will need to|would do well to|had better|could)\b(?:,? (?:therefore|now|also|first|at last|finally|at least|immediately|urgently|still|then|instead|not|\p{L}+ly))*\s+(\p{L}+)(?:\s+(\p{L}+))?/gu
const questioning = /\b(?:whether|how|why|what|who|which|where|when|if|unless|had|had prices|than|as if)\b[^,;:“”"]*$/iu
const agents = new RegExp(`\\b(?:${agentNouns})\\b`, 'iu')
const called = new RegExp(`\\b(calls? (?:up)?on|called (?:up)?on|urge[sd]?|calling on|appeal(?:s|ed)? to) (?!for\\b)([^.;:“”"]{2,90}?) to \\p{Ll}`, 'u')
const recommends = /\b(recommend(?:s|ed)?|propos(?:e|es|ed)|demand(?:s|ed)?) that\b/u
const vital = /\b[Ii]t is (?:now |therefore |also )?(essential|vital|important|imperative|necessary|crucial|urgent|time)\b(?: for [^.;:]{2,60})?,? (?:that|to)\b/u
const imperative =
  /^(?:Adopt|Agree|Allow|Allocate|Appoint|Avoid|Ban|Begin|Build|Close|Commission|Continue|Coordinate|Create|Cut|Define|Develop|Double|End|Enforce|Ensure|Establish|Expand|Extend|Fund|Give|Impose|Improve|Increase|Introduce|Invest|Keep|Launch|Limit|Maintain|Make|Mandate|Open|Offer|Prepare|Press|Prioriti[sz]e|Prohibit|Protect|Provide|Publish|Raise|Reduce|Reform|Reject|Remove|Repeal|Replace|Require|Restore|Review|Scrap|Send|Set|Share|Simplify|Stop|Strengthen|Support|Suspend|Tighten|Train|Update|Withdraw|Work) (?!(?:and|for|of|in|from|among|is|was|has|to|will|at)\b)\p{Ll}/u

/** Verbs that say what may happen rather than what is asked: "could end", "must be". */
const happenings = /^(?:be|become|have|happen|mean|take|end|lead|see|face|lose|win|cost|fall|rise|hit|get|go|come|turn|prove|seem|look|cause|make|simply|well|soon|only|even|hardly|not|explain|suffer|choke|hurt|trigger)$/u
/** Verbs with which a thing, not a person, is told to change. */
const courses = /^(?:begin|start|include|be|cover|remain|focus|aim|apply|end|stop|continue|reflect|go|contain|follow)$/u
const participle = /(?:ed|en|wn|ne|de|ld|nt|ut|ght|told|set|put|made|paid|held|met|cut|given|sent|built|kept|led|read|found|done)$/u

/**
 * The recommendation that a sentence makes; null for none. `before` is whom the sentence before addressed, if it did:
 * "it needs to" then means the same.
 */
export function recommendationIn(text: string, sentence: Sentence, roster: Roster, before: string | null = null): RecommendationProposal | null {
  if (/\?["”’]?$/u.test(sentence.text) || /^(?:Should|Had|Were) /u.test(sentence.text)) return null
  const cue = byCalling(sentence, roster) ?? byJudging(sentence, roster) ?? byModal(text, sentence, roster, before) ?? byImperative(sentence)
  if (!cue) return null
  const span = spanOf(text, sentence)
  const words = text.slice(span.start, span.end)
    return {
    kind: 'recommendation',
    ...span,
    statement: asStatement(words),
    addressee: cue.addressee,
    proponent: null,
    cue: cue.words,
    instrument: instrumentOf(words),
    rule: cue.words === 'imperative' ? 'recommendation in the imperative' : `recommendation with “${cue.words}”`,
  }
}

/** The sentence without what joins it to the one before: "And, especially, …", "Instead, …". */
function spanOf(text: string, sentence: Sentence) {
  const joint = /^(?:[“"«])?(?:(?:And|But|So|Yet)(?:, \p{L}+,)?|Instead,|Therefore,|Finally,|First,|Second,|Third,|Then,|Moreover,|Nevertheless,|Otherwise,)\s+/u.exec(sentence.text)
  const opened = /^[“"«]/u.exec(sentence.text)?.[0].length ?? 0
  const start = sentence.start + Math.max(joint?.[0].length ?? 0, opened)
  return trimSpan(text, { start, end: sentence.end }) ?? sentence
}

function byCalling(sentence: Sentence, roster: Roster): Cue | null {
  const found = called.exec(sentence.text)
  if (!found) return null
  const from = sentence.start + found.index + (found[1]?.length ?? 0)
  const [addressed] = roster.mentionsIn(from, from + (found[2]?.length ?? 0) + 2)
  return { words: found[1] ?? '', addressee: addressed?.actor ?? null }
}

function byJudging(sentence: Sentence, roster: Roster): Cue | null {
  const found = vital.exec(sentence.text) ?? recommends.exec(sentence.text)
  if (!found) return null
  const from = sentence.start + found.index + found[0].length
  const [addressed] = roster.mentionsIn(from, Math.min(sentence.end, from + 60))
  return { words: vital.test(sentence.text) ? `it is ${found[1]}` : (found[1] ?? ''), addressee: addressed?.actor ?? null }
}

function byModal(text: string, sentence: Sentence, roster: Roster, before: string | null): Cue | null {
  for (const found of sentence.text.matchAll(modal)) {
    const [, words = '', verb = '', next = ''] = found
    const lead = sentence.text.slice(0, found.index)
    if (questioning.test(lead) || /\b(?:not|never|n[’']t|no longer)\s*$/u.test(lead) || (verb === 'have' && participle.test(next))) continue
    const subject = subjectOf(text, sentence, found.index, roster)
    if (holds(words, verb, next, subject, sentence.text, found.index)) return { words, addressee: /^(?:it|they)$/iu.test(subject.words) ? (before ?? subject.addressee) : subject.addressee }
  }
  return null
}

interface Subject {
  addressee: string | null
  /** Whether the subject can act: an actor, people, or a pronoun for them. */
  acts: boolean
  words: string
}

/** The subject of a verb that begins at `at` within the sentence: what stands between the last break and the verb. */
function subjectOf(text: string, sentence: Sentence, at: number, roster: Roster): Subject {
  const lead = sentence.text.slice(0, at)
  const broken = [...lead.matchAll(/[,;:“”"—–(]\s*|\bthat\s+|\b(?:and|but|so) (?=(?:the|it|they|we|he|she)\b)/gu)].at(-1)
  let from = broken ? broken.index + broken[0].length : 0
  // "the U.S., working with Europe, should": behind a comma that only explains, the subject stands before it.
  if (lead.slice(from).trim() === '' && broken) from = 0
  const words = lead.slice(from).trim()
  const named = roster.mentionsIn(sentence.start + from, sentence.start + at)
  const actor = named.find((mention) => !/\b(?:of|in|on|for|with|from|by|to|at|against)\s+(?:the\s+)?$/u.test(text.slice(sentence.start + from, mention.start)) && !/^[’']s?\s/u.test(text.slice(mention.end, mention.end + 3)))
  if (actor) return { addressee: actor.actor, acts: true, words }
  if (/^(?:it|he|she|they)\b/iu.test(words)) {
    return { addressee: lastNamed(roster, sentence.start, /^(?:he|she)\b/iu.test(words)), acts: true, words }
  }
  return { addressee: null, acts: agents.test(words), words }
}

function holds(cue: string, verb: string, next: string, subject: Subject, sentence: string, at: number): boolean {
  const passive = verb === 'be' && participle.test(next)
  if (/^(?:there|this|that|nobody|no one)$/iu.test(subject.words) && cue !== 'must') return false
  if (cue === 'could') return subject.acts && !/^(?:it|he|she|they|we|you)$/iu.test(subject.words) && !/\bif\b/iu.test(sentence) && !happenings.test(verb)
  if (/^(?:have|has) to$/u.test(cue) && /\b(?:would|may|might|do|does|did|used to)\s*$/u.test(sentence.slice(0, at))) return false
  if (cue === 'must' && verb === 'be' && !passive) return false
  return subject.acts ? verb !== 'have' || !next.endsWith('ed') : passive || courses.test(verb)
}

function byImperative(sentence: Sentence): Cue | null {
  return imperative.test(sentence.text) && !sentence.text.endsWith(':') ? { words: 'imperative', addressee: null } : null
}
