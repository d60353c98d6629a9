// Cross-references: "Read More: …" lines that send a reader to another article of the same outlet.
import type { DraftBlock } from './reading.ts'

/** Cues that say nothing but "there is another article". Compared without case; a colon follows. */
const cues = [
  '(?:read|learn) more(?: (?:on|about|from|at|in) [^:：.!?]{1,60})?',
  '(?:see|find out) more',
  '(?:read|watch|listen) (?:also|next|now|too)',
  '(?:also|must) read',
  '(?:also|more to|what to) (?:read|watch)(?: next)?',
  'more (?:from|on|about|in) [^:：.!?]{1,60}',
  'more (?:stories|news|coverage|analysis|reading)(?: (?:on|about|from|in) [^:：.!?]{1,60})?',
  'related(?: (?:stories|story|articles?|posts?|coverage|content|reading|news|links?|videos?))?',
  'recommended(?: (?:stories|story|articles?|posts?|reading|for you))?',
  'you (?:may|might) (?:also )?like',
  'don[\'’]t miss',
  'lesen sie (?:auch|mehr|dazu)|mehr (?:zum thema|dazu)|siehe auch',
  '(?:[àa] )?lire (?:aussi|[ée]galement|plus)|voir aussi',
  '(?:lea|lee|leer|ver|vea) (?:tambi[ée]n|m[áa]s)|le puede interesar',
  'leggi anche|per approfondire',
  'lei?a (?:tamb[ée]m|mais)',
  'lees ook|lees meer',
  '(?:czytaj|zobacz|przeczytaj) (?:te[żz]|tak[żz]e|r[óo]wnie[żz]|wi[ęe]cej)',
  'читайте (?:также|також)|по теме|за темою',
]
const cue = new RegExp(`^(?:[►▶→»•*]\\s*)?(?:${cues.join('|')})\\s*[:：]\\s*(?=\\S)`, 'iu')

/** Cues that also begin ordinary sentences; they count only before a link that fills the rest of the line. */
const linkedCue = /^(?:read|watch|listen|more|see also|explore|go deeper|dive deeper|in depth)\s*[:：]\s*(?=\S)/iu

const longest = 200
const mostWords = 30

/** An abbreviation at the end (U.S., D.C., Inc.) does not end a sentence. */
const abbreviation = /(?:(?:\p{Lu}\.)+|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|vs)\.)$/u
const sentenceEnd = /[.。…;:,][)\]»”’"']*$/u
const sentenceBreak = /\p{Ll}[.!?][)\]»”’"']* \p{Lu}/u

/** True when a block is a cross-reference: short, a cue with a colon, then a title that is no sentence. */
export function crossReference(draft: DraftBlock): boolean {
  const text = draft.text.trim()
  if (text.length > longest || text.split(' ').length > mostWords) return false
  const weak = linkedCue.exec(text)?.[0]
  const opening = cue.exec(text)?.[0] ?? (linkFills(draft, weak) ? weak : undefined)
  if (opening === undefined) return false
  const title = text.slice(opening.length)
  return (!sentenceEnd.test(title) || abbreviation.test(title)) && !sentenceBreak.test(title)
}

function linkFills(draft: DraftBlock, opening: string | undefined): boolean {
  if (opening === undefined) return false
  const end = draft.text.trimEnd().length
  return draft.marks.some((mark) => mark.kind === 'link' && mark.start <= opening.length && mark.end >= end)
}
