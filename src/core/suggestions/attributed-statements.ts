// Statements with a speaker: reported speech, quotations, "according to", and nouns that hold a statement.
import type { Span } from '../../shared/passages.ts'
import { trimSpan } from '../../shared/selectors.ts'
import type { ClaimProposal } from '../../shared/suggestions.ts'
import type { Roster } from './actor-mentions.ts'
import { bareSayingVerbs, isDenial, sayingNouns, sayingVerbs } from './cue-words.ts'
import { quotationsOf, type Quotation } from './quotations.ts'
import type { Sentence } from './sentences.ts'
import { asStatement, withoutStop } from './statement-words.ts'
import { ownerBefore, speakerAfter, speakerBefore, type Speaker } from './speakers.ts'

/** What the rules of one block read. `sentences` are those of the block, in order. */
export interface BlockReading {
  text: string
  block: Span
  sentences: readonly Sentence[]
  roster: Roster
}

const withThat = new RegExp(`\\b(${sayingVerbs}|told [^.;:“”"]{2,60}?|is fond of saying|rejected the (?:suggestion|claim|idea)|dismissed the (?:suggestion|claim|idea)) that\\s+`, 'gu')
const withoutThat = new RegExp(`\\b(${bareSayingVerbs})(?: (?:on|in) [^,.;“”"]{3,40}?)? (?=(?:the|a|an|it|he|she|they|we|no|its|his|her|their|early|\\p{Lu})[\\p{L}]*)`, 'gu')
const holding = new RegExp(`\\b(${sayingNouns}) that\\s+`, 'gu')
const behind = new RegExp(`^(.{12,}?),? (?:according to|(?:as )?reported by) `, 'u')
const sayBehind = new RegExp(`, ((?:[^,“”"]{2,70}) (${sayingVerbs}))(?: (?:on|in|at|during|last) [^,]{2,40})?[.!]?$`, 'u')
const sayInside = new RegExp(`, ([^,“”"]{2,60}?) (${sayingVerbs}),\\s+`, 'u')

/** The statements of a block, in order; none lies within another. */
export function attributedStatements(reading: BlockReading): ClaimProposal[] {
  const quoted = quotedStatements(reading)
  const reported = reading.sentences.flatMap((sentence) => reportedStatements(reading, sentence))
  const kept: ClaimProposal[] = []
  for (const claim of [...reported.filter((claim) => !within(claim, quoted)), ...quoted].toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (!kept.some((other) => claim.start < other.end && other.start < claim.end)) kept.push(claim)
  }
  return kept
}

const within = (claim: Span, others: readonly Span[]): boolean =>
  others.some((other) => claim.start >= other.start && claim.end <= other.end)

function claimOf(text: string, span: Span, speaker: Speaker, cue: string, rule: string): ClaimProposal | null {
  const whole = trimSpan(text, span)
  if (!whole) return null
  const words = text.slice(whole.start, whole.end)
  const kept = withoutStop(words)
  if (kept.split(/\s+/u).length < 3) return null
  return { kind: 'claim', start: whole.start, end: whole.start + kept.length, statement: asStatement(kept), speaker: speaker.name, cue, stance: isDenial(cue.split(' ')[0] ?? '') ? 'opposes' : null, rule }
}

function reportedStatements({ text, roster }: BlockReading, sentence: Sentence): ClaimProposal[] {
  if (sentence.text.endsWith('?')) return []
  const found = [
    byAccordingTo(text, roster, sentence),
    ...byVerb(text, roster, sentence, withThat, 'that'),
    ...byNoun(text, roster, sentence),
    ...byVerb(text, roster, sentence, withoutThat, null),
    bySpeakerBehind(text, roster, sentence),
    bySpeakerInside(text, roster, sentence),
    byHearsay(text, sentence),
  ]
  return found.filter((claim) => claim !== null).slice(0, 1)
}

function byVerb(text: string, roster: Roster, sentence: Sentence, pattern: RegExp, that: 'that' | null): (ClaimProposal | null)[] {
  return [...sentence.text.matchAll(pattern)].map((match) => {
    const at = sentence.start + match.index
    const cue = (match[1] ?? '').replace(/^told .*/u, 'told')
    const speaker = speakerBefore(text, roster, sentence.start, at)
    if (!speaker || negated(text.slice(sentence.start, at))) return null
    const span = { start: at + match[0].length, end: clauseEnd(sentence, match.index + match[0].length) }
    if (!that && text.slice(span.start, span.end).split(/\s+/u).length < 4) return null
    return claimOf(text, span, speaker, cue, `statement with “${cue}${that ? ' that' : ''}”`)
  })
}

const negated = (lead: string): boolean => /\b(?:not|never|if|whether|would|could|might)\s+(?:\p{L}+\s+)?$/u.test(lead)

/** A statement ends with its sentence, or where the sentence goes on about who confirmed it. */
function clauseEnd(sentence: Sentence, from: number): number {
  const rest = sentence.text.slice(from)
  const stop = /(?:;|, according to |, who |, which he |, she |, he ).*$/u.exec(rest)
  return sentence.start + from + (stop && stop.index > 12 ? stop.index : rest.length)
}

function byNoun(text: string, roster: Roster, sentence: Sentence): (ClaimProposal | null)[] {
  return [...sentence.text.matchAll(holding)].map((match) => {
    const at = sentence.start + match.index
    const owner = ownerBefore(text, roster, sentence.start, at)
    const start = at + match[0].length
    return owner && claimOf(text, { start, end: nounEnd(sentence, match.index + match[0].length) }, owner, match[1] ?? '', `statement held by the noun “${match[1]}”`)
  })
}

/** "His claim that X was false has been rejected": what is said of the claim is no part of it. */
function nounEnd(sentence: Sentence, from: number): number {
  const rest = sentence.text.slice(from)
  const verdict = /\s(?:has|have|had|was|is|were) (?:been |not )*(?:rejected|dismissed|denied|disputed|contradicted|accepted|confirmed|met)\b.*$/u.exec(rest)
  return verdict ? sentence.start + from + verdict.index : clauseEnd(sentence, from)
}

function byAccordingTo(text: string, roster: Roster, sentence: Sentence): ClaimProposal | null {
  const front = /^(?:[^,]{0,30}, )?[Aa]ccording to ([^,“”"]{2,120}), /u.exec(sentence.text)
  if (front) {
    const at = sentence.start + sentence.text.indexOf('ccording to ') + 'ccording to '.length
    const speaker = speakerAfter(text, roster, at, sentence.start + front[0].length) ?? { name: null }
    return claimOf(text, { start: sentence.start + front[0].length, end: sentence.end }, speaker, 'according to', 'statement with “according to”')
  }
  const back = behind.exec(sentence.text)
  if (!back) return null
  const speaker = speakerAfter(text, roster, sentence.start + back[0].length, sentence.end)
  const end = sentence.start + (back[1]?.length ?? 0)
  return speaker && claimOf(text, { start: sentence.start, end }, speaker, 'according to', 'statement with “according to”')
}

function bySpeakerBehind(text: string, roster: Roster, sentence: Sentence): ClaimProposal | null {
  const found = sayBehind.exec(sentence.text)
  const cue = found?.[2]
  if (!found || !cue || /[“”"]/u.test(sentence.text.slice(0, 1))) return null
  const verbAt = sentence.start + found.index + 2 + (found[1]?.length ?? 0) - cue.length
  const speaker = speakerBefore(text, roster, sentence.start + found.index, verbAt)
  return speaker && claimOf(text, { start: sentence.start, end: sentence.start + found.index }, speaker, cue, `statement before “${cue}”`)
}

function bySpeakerInside(text: string, roster: Roster, sentence: Sentence): ClaimProposal | null {
  const found = sayInside.exec(sentence.text)
  const cue = found?.[2]
  if (!found || !cue || /[“”"]/u.test(sentence.text.slice(0, 1))) return null
  const speaker = speakerBefore(text, roster, sentence.start + found.index, sentence.start + found.index + 3 + (found[1]?.length ?? 0))
  return speaker && claimOf(text, { start: sentence.start + found.index + found[0].length, end: sentence.end }, speaker, cue, `statement around “${cue}”`)
}

function byHearsay(text: string, sentence: Sentence): ClaimProposal | null {
  const cue = /\b(reportedly|allegedly)\b/u.exec(sentence.text)?.[1]
  if (!cue) return null
  // Behind a dash that closes what was put in between, the clause with the hearsay begins.
  const start = sentence.start + sentence.text.slice(0, sentence.text.indexOf(cue)).lastIndexOf('—') + 1
  return claimOf(text, { start, end: sentence.end }, { name: null }, cue, `hearsay with “${cue}”`)
}

function quotedStatements(reading: BlockReading): ClaimProposal[] {
  let speaking: Speaker | null = null
  return quotationsOf(reading.text, reading.block).flatMap((quotation) => {
    const found = attributionOf(reading, quotation)
    // A quotation that goes on in the same paragraph is by the same speaker.
    const said = found ?? (speaking ? { speaker: speaking, cue: 'said', rule: 'quotation that goes on in its paragraph' } : null)
    if (found) speaking = found.speaker
    const claim = said && claimOf(reading.text, quotation.span, said.speaker, said.cue, said.rule)
    return claim ? [claim] : []
  })
}

interface Attribution {
  speaker: Speaker
  cue: string
  rule: string
}

/** Who a quotation is by: named after it ("…,” said X; ,” was how X summed up"), or before it (X said: “…). */
function attributionOf({ text, block, roster }: BlockReading, { outer }: Quotation): Attribution | null {
  const after = text.slice(outer.end, Math.min(block.end, outer.end + 220)).split(/(?<=[.!?])\s+(?=[\p{Lu}“"])/u)[0] ?? ''
  const inverted = new RegExp(`^,? ((?:${sayingVerbs})|was how|is how)\\s+`, 'u').exec(after)
  if (inverted) {
    const from = outer.end + inverted[0].length
    const speaker = speakerAfter(text, roster, from, outer.end + after.length)
    const cue = inverted[1]?.endsWith('how') ? (/\b(summed up|put it|described|saw|answered)\b/u.exec(after)?.[1] ?? 'said') : (inverted[1] ?? 'said')
    if (speaker) return { speaker, cue, rule: `quotation before “${cue}”` }
  }
  const straight = new RegExp(`^,? [^“”"]{1,120}?\\b(${sayingVerbs}|told)\\b`, 'u').exec(after)
  if (straight) {
    const cue = straight[1] ?? 'said'
    const speaker = speakerBefore(text, roster, outer.end, outer.end + straight[0].length - cue.length)
    if (speaker) return { speaker, cue, rule: `quotation before “${cue}”` }
  }
  return attributionBefore(text, block, roster, outer)
}

function attributionBefore(text: string, block: Span, roster: Roster, outer: Span): Attribution | null {
  const from = Math.max(block.start, outer.start - 220)
  const before = text.slice(from, outer.start)
  const found = new RegExp(`\\b(${sayingVerbs}|told|put it)\\b([^.!?“”"]{0,60}?)[,:]?\\s*$`, 'u').exec(before)
  if (!found || (found[2] && found[2].length > 2 && !/[,:]\s*$/u.test(before))) return null
  const cue = found[1] ?? 'said'
  const speaker = speakerBefore(text, roster, from, from + found.index)
  return speaker && { speaker, cue, rule: `quotation after “${cue}”` }
}
