// The worked example: what the bundled article claims and recommends, in an analyst's words, with the words it rests on.
import type { ClaimFields, RecommendationFields } from '../../shared/items.ts'
import type { ActorKey } from './example-actors.ts'

export interface ExampleClaim {
  quote: string
  statement: string
  speaker: ActorKey
  fields?: Partial<Omit<ClaimFields, 'speaker'>>
  /** Further words of the article that bear on it. */
  evidence?: { quote: string; role: 'supports' | 'contradicts' }[]
  comment?: string
}

export type ClaimKey =
  | 'noCompromise' | 'badFaith' | 'maximalist' | 'territory' | 'outline' | 'russianInput' | 'twoBites' | 'divisions' | 'rubio'
  | 'waiting' | 'soundElements' | 'couldEnd' | 'ceaseFire' | 'stall' | 'oil' | 'muscle' | 'obstacle' | 'victory'

export const exampleClaims: Record<ClaimKey, ExampleClaim> = {
  noCompromise: {
    quote: 'So far, no compromise version of a peace settlement has been found',
    statement: 'The talks in the Kremlin brought no compromise on a peace settlement',
    speaker: 'ushakov',
    fields: { credibility: 2, status: 'corroborated' },
    evidence: [{ quote: 'U.S. negotiators are leaving the Kremlin with little', role: 'supports' }],
  },
  badFaith: {
    quote: 'Putin has never negotiated in good faith since his first invasion of Ukraine in 2014',
    statement: 'Putin has not negotiated in good faith since 2014',
    speaker: 'author',
    fields: { stance: 'opposes', credibility: 3 },
    comment: 'A judgment of the author, stated as a fact.',
  },
  maximalist: {
    quote: 'he has consistently demanded maximalist aims to secure Ukrainian territory and erase its sovereignty',
    statement: 'Putin demands Ukrainian territory and the end of Ukraine’s sovereignty',
    speaker: 'author',
    fields: { credibility: 2 },
  },
  territory: {
    quote: 'Putin again offered nothing on the key issue of territory',
    statement: 'In Moscow Putin offered nothing on territory and security',
    speaker: 'author',
    fields: { credibility: 3 },
    comment: 'Early: “details of the Kremlin talks are only beginning to emerge”.',
  },
  outline: {
    quote: 'the U.S., Ukraine, and Europe reportedly hammered out elements of a possible deal to end the fighting',
    statement: 'The United States, Ukraine and Europe agreed on elements of a deal before Moscow',
    speaker: 'author',
    fields: { credibility: 3 },
  },
  russianInput: {
    quote: 'Witkoff put together an initial 28-point plan that had heavy Russian input if not authorship',
    statement: 'The first plan of 28 points had heavy Russian input',
    speaker: 'author',
    fields: { credibility: 3 },
  },
  twoBites: {
    quote: 'two bites at the negotiating apple: at the outset and in the actual talks, a tactical mistake',
    statement: 'The first plan let the Russian side negotiate twice',
    speaker: 'author',
    fields: { credibility: 3 },
  },
  divisions: {
    quote: 'divisions within the Trump Administration between those more supportive of Ukraine and those less so have been visible and lines of authority uncertain',
    statement: 'The Administration is divided, and it is not clear who leads the talks',
    speaker: 'author',
    fields: { credibility: 2 },
    evidence: [{ quote: 'negotiating in public and with itself', role: 'supports' }],
  },
  rubio: {
    quote: 'But he was not in Moscow for the critical talks with Putin',
    statement: 'Secretary Rubio led in Geneva and Florida but was not in Moscow',
    speaker: 'author',
    fields: { credibility: 2 },
  },
  waiting: {
    quote: 'The Kremlin has been in the happy position of sitting back, maintaining its maximalist demands, and waiting for new concessions',
    statement: 'The Kremlin keeps its demands and waits for concessions',
    speaker: 'author',
    fields: { credibility: 3 },
  },
  soundElements: {
    quote: 'a cease-fire line be the current frontline and that Ukraine gets security guarantees from Europe and the U.S.',
    statement: 'Trump has proposed a cease-fire on the current line, with Western security guarantees for Ukraine',
    speaker: 'trump',
    fields: { stance: 'supports', credibility: 2 },
  },
  couldEnd: {
    quote: 'negotiations could still end the war',
    statement: 'Negotiations can still end the war',
    speaker: 'author',
    fields: { credibility: 3 },
  },
  ceaseFire: {
    quote: 'perhaps more likely, an end to the war could simply be a cease-fire in place',
    statement: 'A cease-fire in place is a more likely end of the fighting than a comprehensive deal',
    speaker: 'author',
    fields: { credibility: 3, likelihood: 'likely', confidence: 'low' },
  },
  stall: {
    quote: 'Putin will continue to stall, obfuscate, and bluster, all the time killing Ukrainian civilians and slowly escalating his hybrid attacks on Europe',
    statement: 'Without new pressure Putin will go on stalling, and attacks on Europe will grow',
    speaker: 'author',
    fields: { credibility: 3, likelihood: 'very likely', confidence: 'moderate' },
  },
  oil: {
    quote: 'the recent oil sanctions have hit Russia’s economy',
    statement: 'The recent oil sanctions have hit Russia’s economy',
    speaker: 'author',
    fields: { credibility: 2 },
  },
  muscle: {
    quote: 'Chasing the Kremlin with new proposals without muscle to push through Kremlin rejectionism has been tried by the U.S. many times.',
    statement: 'Proposals without pressure have been tried many times and have failed',
    speaker: 'author',
    fields: { stance: 'opposes', credibility: 3 },
  },
  obstacle: {
    quote: 'Putin started the war and is the principal obstacle to ending it',
    statement: 'Putin is the principal obstacle to ending the war',
    speaker: 'author',
    fields: { stance: 'opposes', credibility: 3 },
  },
  victory: {
    quote: 'if the U.S., working with Europe, deploys its assets, Trump could end the war',
    statement: 'United and with their means in use, the United States and Europe can end the war',
    speaker: 'author',
    fields: { stance: 'supports', credibility: 4 },
  },
}

export interface ExampleRecommendation {
  quote: string
  statement: string
  addressee: ActorKey
  instrument: NonNullable<RecommendationFields['instrument']>
  restsOn: ClaimKey[]
}

export type RecommendationKey = 'decide' | 'stopConceding' | 'pressure' | 'enforce' | 'assets' | 'backUp' | 'oneLine'

export const exampleRecommendations: Record<RecommendationKey, ExampleRecommendation> = {
  decide: {
    quote: 'The Trump Administration must now decide how to respond to the Kremlin’s stonewalling',
    statement: 'Decide on an answer to the Kremlin’s stonewalling',
    addressee: 'administration',
    instrument: 'diplomacy',
    restsOn: ['noCompromise', 'territory'],
  },
  stopConceding: {
    quote: 'the U.S. will have to stop trying to find concessions that will satisfy Putin',
    statement: 'Stop looking for concessions that would satisfy Putin',
    addressee: 'us',
    instrument: 'diplomacy',
    restsOn: ['badFaith', 'waiting'],
  },
  pressure: {
    quote: 'it needs to strengthen its negotiating hand by imposing and sustaining new pressure on Russia',
    statement: 'Impose new pressure on Russia, and sustain it',
    addressee: 'us',
    instrument: 'other',
    restsOn: ['waiting', 'stall', 'muscle'],
  },
  enforce: {
    quote: 'with vigorous enforcement, could hit it further',
    statement: 'Enforce the oil sanctions with vigour',
    addressee: 'us',
    instrument: 'sanctions',
    restsOn: ['oil'],
  },
  assets: {
    quote: 'The Europeans could finally agree to use €140 billion of frozen Russian assets to support Ukraine',
    statement: 'Use the €140 billion of frozen Russian assets for Ukraine',
    addressee: 'europe',
    instrument: 'finance',
    restsOn: [],
  },
  backUp: {
    quote: 'The U.S. and Europeans could work together on security back-up for Ukraine and consider new and more weapons',
    statement: 'Plan the security back-up for Ukraine together, and consider new and more weapons',
    addressee: 'us',
    instrument: 'military aid',
    restsOn: ['territory'],
  },
  oneLine: {
    quote: 'the Trump Administration could stop careening between pressure on Ukraine and, less frequently, pressure on Russia',
    statement: 'Keep one line: pressure on Russia, not on Ukraine',
    addressee: 'administration',
    instrument: 'diplomacy',
    restsOn: ['divisions', 'obstacle'],
  },
}

/** Links between claims, each with a note where the reason is not plain. */
export const exampleLinks: { from: ClaimKey; to: ClaimKey; type: string; note?: string }[] = [
  { from: 'maximalist', to: 'badFaith', type: 'supports' },
  { from: 'territory', to: 'badFaith', type: 'supports' },
  { from: 'twoBites', to: 'russianInput', type: 'depends on' },
  { from: 'rubio', to: 'divisions', type: 'supports' },
  { from: 'waiting', to: 'stall', type: 'supports' },
  { from: 'couldEnd', to: 'obstacle', type: 'contradicts', note: 'Both are the author’s; the one holds if pressure changes the other.' },
  { from: 'victory', to: 'couldEnd', type: 'depends on' },
]

/** The code tree, parents before children, with the passages under each. */
export const exampleCodes: { path: string; description: string; quotes: string[] }[] = [
  { path: 'Tactics', description: 'How a side negotiates: pace, demands, drafts, and who speaks.', quotes: ['standard Kremlin negotiating tactics'] },
  { path: 'Tactics / Drafting', description: 'Who writes the text that is negotiated.', quotes: ['an initial 28-point plan'] },
  { path: 'Pressure', description: 'Means that raise the cost of not agreeing. Not: threats without means.', quotes: ['new pressure on Russia'] },
  { path: 'Pressure / Sanctions', description: 'Measures against trade, finance or persons, and their enforcement.', quotes: ['recent oil sanctions'] },
  { path: 'Settlement terms', description: 'What an end of the war would consist of: line, guarantees, sanctions relief.', quotes: ['language that acknowledges the reality of Russian occupation of some Ukrainian land without recognizing Russian annexation'] },
]
