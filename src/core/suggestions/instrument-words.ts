// Which instrument a recommendation means, guessed by its words; a guess that the analyst corrects.
import type { RecommendationFields } from '../../shared/items.ts'

type Instrument = NonNullable<RecommendationFields['instrument']>

const wordsOf: Record<Exclude<Instrument, 'other'>, RegExp> = {
  sanctions: /\b(?:sanction\w*|embargo\w*|price cap|blacklist\w*|suspect ships|frozen|freez\w*|pressure)\b/giu,
  'military aid': /\b(?:weapons?|arms|ammunition|missiles?|air defen[cs]e|troops|security (?:guarantees?|back-up)|frigates?|military|deterrence)\b/giu,
  diplomacy: /\b(?:negotiat\w+|talks|mediat\w+|summit|envoys?|ambassadors?|cease-?fire|diploma\w+|concessions|agree|peace)\b/giu,
  finance: /\b(?:billion|million|funds?|funding|loans?|lend\w*|assets|budgets?|invest\w*|tax\w*|subsid\w*|pays?|finance|price|money|bank)\b/giu,
  law: /\b(?:laws?|legislat\w+|courts?|prosecut\w+|regulat\w+|bans?|banned|bill|fined?|fines|licen[cs]\w+|require\w*|lawyer)\b/giu,
  trade: /\b(?:tariffs?|exports?|imports?|trade|quotas?|customs)\b/giu,
  intelligence: /\b(?:intelligence|surveillance|evidence|monitor\w*|share data)\b/giu,
  communication: /\b(?:publish\w*|inform\w*|messages?|guidance|report\w*|campaign|transparen\w+|be told|registry)\b/giu,
}

/** The instrument with the most words in a sentence, the first of the list among equals; null without any. */
export function instrumentOf(sentence: string): Instrument | null {
  let best: { instrument: Instrument; count: number } | null = null
  for (const [instrument, pattern] of Object.entries(wordsOf) as [Instrument, RegExp][]) {
    const count = sentence.match(pattern)?.length ?? 0
    if (count > (best?.count ?? 0)) best = { instrument, count }
  }
  return best?.instrument ?? null
}
