// What a run of capitals is: a state, a body, a group, a person with or without an office, or nothing we know.
import nlp from 'compromise/two'
import type { ActorProposal } from '../../shared/suggestions.ts'
import { officeNouns, sayingVerbs, titleWords } from './cue-words.ts'
import { isAdjectiveOfPlace, isBodyWord, isCapital, isKnownBody, isKnownGroup, stateNamed } from './known-names.ts'
import type { NameRun, NameWord } from './name-runs.ts'

/** A mention: the words that name the actor, without office and adjectives before it. */
export interface NamedMention {
  start: number
  end: number
  name: string
  actorKind: NonNullable<ActorProposal['actorKind']>
  role: string | null
  rule: string
}

/** What stands around a run, within its sentence. */
export interface Surroundings {
  before: string
  after: string
  /** Surnames that the text uses alone, which says that what stands before them elsewhere is a given name. */
  loneNames: ReadonlySet<string>
}

const office = new RegExp(`\\b(?:${officeNouns})\\s+$`, 'u')
const apposition = new RegExp(`^, (?:an?|the|who|whose|(?:[\\p{L}’'-]+ ){0,4}(?:${officeNouns})\\b)`, 'u')
const saysAfter = new RegExp(`^,? (?:also |later |then )?(?:${sayingVerbs}|told|called)\\b`, 'u')
const saysBefore = new RegExp(`\\b(?:${sayingVerbs})\\s+$`, 'u')
const actsAfter = /^ (?:has|have|had|is|was|will|would|could|should|must|may|might|says|said|wants|wanted|refuses|refused|insists|hopes|believes|sees|responded|responds|announced|denied|warned|sent|signed|offered|rejected|demands|demanded)\b/u
const addressedBefore = /\b(?:message|signal|pressure|offer|appeal|call|told|tell|urge[sd]?) (?:to |on )?$/u

/** The mention that a run holds; null for none that the rules know. */
export function classifyName(run: NameRun, around: Surroundings): NamedMention | null {
  const words = run.words.filter((word) => !/^(?:Mr|Mrs|Ms)\.?$/u.test(word.text))
  return knownName(run, around) ?? bodyName(run) ?? personName(run, words, around) ?? acronym(run, around)
}

const nameOf = (words: readonly NameWord[]): string => words.map((word) => word.text).join(' ')
const spanOf = (words: readonly NameWord[]) => ({ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 })

function knownName(run: NameRun, { before, after }: Surroundings): NamedMention | null {
  const name = nameOf(run.words)
  const state = stateNamed(name)
  const at = spanOf(run.words)
  if (state) return { ...at, name: state, actorKind: 'state', role: null, rule: 'actor: name of a state' }
  if (isCapital(name)) {
    // A capital is a place until it acts or is spoken to.
    if (!actsAfter.test(after) && !addressedBefore.test(before)) return null
    return { ...at, name, actorKind: 'state', role: null, rule: 'actor: a capital that acts for its state' }
  }
  if (isKnownBody(name)) {
    if (name === 'Brussels' && !actsAfter.test(after)) return null
    return { ...at, name, actorKind: 'organisation', role: null, rule: 'actor: name of a known body' }
  }
  if (!isKnownGroup(name) || (name === 'West' && !/\bthe $/u.test(before))) return null
  return { ...at, name, actorKind: 'group', role: null, rule: 'actor: name of a group' }
}

function bodyName(run: NameRun): NamedMention | null {
  const { words } = run
  const last = words.at(-1) as NameWord
  const joined = words.findIndex(({ text }) => text === 'of' || text === 'for')
  const head = words[joined - 1]
  const named = words.length > 1 && (isBodyWord(last.text) || (head !== undefined && isBodyWord(head.text)))
  if (!named) return null
  return { ...spanOf(words), name: nameOf(words), actorKind: 'organisation', role: null, rule: `actor: a body, by the word “${isBodyWord(last.text) ? last.text : head?.text}”` }
}

function personName(run: NameRun, words: readonly NameWord[], around: Surroundings): NamedMention | null {
  const titled = titleLength(words)
  const name = words.slice(titled)
  const rank = words.slice(0, titled)
  if (name.length === 0 || name.length > 5 || name.some(isNoNameOfPerson)) return null
  const start = name[0] as NameWord
  const mention = { ...spanOf(name), name: nameOf(name).replace(/ (?:MP|MEP|KC|QC|PhD)$/u, ''), actorKind: 'person' as const }
  const hasTitle = rank.some(({ text }) => titleWords.has(text)) || words.length < run.words.length
  if (hasTitle) {
    const role = rank.length > 0 ? nameOf(rank) : null
    const keeps = /^(?:Baroness|Pope|King|Queen|Prince|Princess|Lord|Lady)$/u.test(nameOf(rank)) && name.length === 1
    if (keeps) return { ...mention, start: words[0]?.start ?? mention.start, name: nameOf(words), role: null, rule: `actor: a name after the title “${nameOf(rank)}”` }
    return { ...mention, role, rule: `actor: a name after the title “${role ?? run.words[0]?.text ?? ''}”` }
  }
  const givenByOffice = office.exec(around.before)?.[0].trim()
  if (givenByOffice && name.length <= 4) return { ...mention, role: givenByOffice, rule: `actor: a name after “${givenByOffice}”` }
  if (name.length < 2) return null
  const role = roleAfter(around.after)
  if (isGivenName(start.text) && !isPlace(nameOf(name))) return { ...mention, role, rule: 'actor: a given name and a surname' }
  if (isPlace(nameOf(name))) return null
  if (apposition.test(around.after)) return { ...mention, role, rule: 'actor: a name explained behind a comma' }
  if (saysAfter.test(around.after) || saysBefore.test(around.before)) return { ...mention, role, rule: 'actor: a name that speaks' }
  if (around.loneNames.has(name.at(-1)?.text ?? '')) return { ...mention, role, rule: 'actor: a name used again by its last word' }
  return null
}

/** How many words at the start of a run are an office, with the adjective or the state that belongs to it. */
function titleLength(words: readonly NameWord[]): number {
  let length = 0
  for (const [index, word] of words.entries()) {
    if (titleWords.has(word.text)) length = index + 1
    else if (word.text === 'of' && length === index && /^(?:State|Defence|Defense|Commerce|Energy|Finance|Justice)$/u.test(words[index + 1]?.text ?? '')) length = index + 2
    else if (index >= length && !isModifier(word.text)) break
  }
  return length
}

const isModifier = (word: string): boolean => isAdjectiveOfPlace(word) || stateNamed(word) !== null || isKnownBody(word) || word === 'State'

/** The office that is explained behind a comma: "an advisor to Vladimir Putin". */
function roleAfter(after: string): string | null {
  const found = new RegExp(`^, (?:an? |the )?((?:[\\p{L}’'-]+ ){0,4}(?:${officeNouns})\\b[^,.;:“”]{0,60})[,.;]`, 'u').exec(after)
  return found?.[1]?.trim() ?? null
}

const isNoNameOfPerson = ({ text }: NameWord): boolean =>
  isBodyWord(text) || stateNamed(text) !== null || isKnownBody(text) || isKnownGroup(text) || isCapital(text) ||
  isAdjectiveOfPlace(text) || text === 'of' || text === 'for' || text === 'the' || /\p{N}/u.test(text)

const unknownAcronyms = /^(?:GDP|CEO|CFO|TV|AI|IT|HR|PR|LNG|GMT|UTC|BST|EST|PM|AM|COVID|PDF|ID|OK|NGO|NGOS|MP|MEP|AWACS|GPS|ICBM|SUV|VAT|USD|EUR|DNA|HIV|AIDS|II|III|IV|VI|VII|MP3|KC|QC|PHD)$/iu

function acronym(run: NameRun, { before, after }: Surroundings): NamedMention | null {
  const [word] = run.words
  if (!word || run.words.length > 1 || !/^\p{Lu}{3,6}$/u.test(word.text) || unknownAcronyms.test(word.text)) return null
  if (!/\b[Tt]he $/u.test(before) && !saysAfter.test(after)) return null
  return { ...spanOf([word]), name: word.text, actorKind: 'organisation', role: null, rule: 'actor: an acronym that stands for a body' }
}

const tags = new Map<string, ReadonlySet<string>>()

/** What compromise's word list says of a name; remembered, since the same names come again and again. */
function tagsOf(name: string): ReadonlySet<string> {
  let known = tags.get(name)
  if (!known) {
    if (tags.size > 20_000) tags.clear()
    const [sentence] = nlp(name).json() as { terms: { tags: string[] }[] }[]
    known = new Set(sentence?.terms.flatMap((term) => term.tags) ?? [])
    tags.set(name, known)
  }
  return known
}

const isGivenName = (word: string): boolean => tagsOf(word).has('FirstName')
const isPlace = (name: string): boolean => tagsOf(name).has('Place')
