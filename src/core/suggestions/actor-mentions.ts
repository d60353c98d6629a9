// Actors of a text: every mention, resolved to the one actor it is of, and one proposal for each actor.
import type { ActorProposal } from '../../shared/suggestions.ts'
import { classifyName, type NamedMention } from './classify-name.ts'
import { isBodyWord } from './known-names.ts'
import { nameRuns, type NameRun } from './name-runs.ts'
import type { Sentence } from './sentences.ts'

/** A mention of a known actor. `actor` is the name it is listed under. */
export interface Mention {
  start: number
  end: number
  actor: string
}

interface Actor {
  name: string
  actorKind: NamedMention['actorKind']
  role: string | null
  rule: string
  /** The fullest mention so far. */
  span: { start: number; end: number }
  written: string
  aliases: Set<string>
}

/** Who is named in a text, filled sentence by sentence. */
export interface Roster {
  /** Reads the names of a sentence; in the second reading every surname is known. */
  read(sentence: Sentence): void
  /** Mentions within a span, in order. */
  mentionsIn(start: number, end: number): Mention[]
  isPerson(actor: string): boolean
  proposals(): ActorProposal[]
}

const lastWord = (name: string): string => name.split(' ').at(-1) ?? name

export function createRoster(text: string, loneNames: ReadonlySet<string>): Roster {
  const actors = new Map<string, Actor>()
  /** Surnames, acronyms and last words of bodies, to the actor that had them last. */
  const shortNames = new Map<string, string>()
  const mentions: Mention[] = []

  function keep(found: NamedMention, run: NameRun): string {
    const name = fullNameOf(found)
    const written = text.slice(found.start, found.end)
    const known = actors.get(name)
    if (!known) {
      const fresh = { ...found, name, span: { start: found.start, end: found.end }, written, aliases: new Set<string>() }
      actors.set(name, fresh)
    } else if (known.role === null) known.role = found.role
    const actor = actors.get(name) as Actor
    if (written !== actor.name) actor.aliases.add(written)
    if (found.actorKind === 'person' || found.actorKind === 'organisation') rememberShort(name, found, run)
    return name
  }

  /** "President Putin" is Vladimir Putin once he was named so; a later full name takes over an earlier surname. */
  function fullNameOf(found: NamedMention): string {
    const { name, actorKind } = found
    if (actorKind !== 'person' || actors.has(name)) return shortNames.get(name) ?? name
    const surname = lastWord(name)
    if (!name.includes(' ')) return shortNames.get(name) ?? name
    const before = actors.get(surname)
    if (before?.actorKind === 'person') takeOver(before, name, found)
    return name
  }

  function takeOver(before: Actor, name: string, found: NamedMention): void {
    actors.delete(before.name)
    for (const mention of mentions) if (mention.actor === before.name) mention.actor = name
    before.aliases.add(before.name)
    actors.set(name, { ...before, name, rule: found.rule, role: before.role ?? found.role, span: { start: found.start, end: found.end }, written: name })
  }

  function rememberShort(name: string, found: NamedMention, run: NameRun): void {
    if (name.includes(' ')) shortNames.set(lastWord(name), name)
    const inBrackets = /^[’']?s? ?\(((?:the )?\p{Lu}[\p{L}\p{N}]{1,9})\)/u.exec(text.slice(run.end, run.end + 20))?.[1]
    if (found.actorKind === 'organisation' && inBrackets && /\p{Lu}.*\p{Lu}/u.test(inBrackets)) {
      shortNames.set(inBrackets, name)
      actors.get(name)?.aliases.add(inBrackets)
    }
  }

  /** A name that only its short form gives away: a surname, an acronym explained before, "the Administration". */
  function shortMention(run: NameRun): Mention | null {
    const [word] = run.words
    const name = word && run.words.length === 1 ? shortNames.get(word.text) : undefined
    if (!word || !name) return null
    if (isBodyWord(word.text) && !/\b[Tt]he $/u.test(text.slice(Math.max(0, word.start - 5), word.start))) return null
    if (!actors.get(name)?.name.includes(word.text)) return { start: word.start, end: word.end, actor: name }
    actors.get(name)?.aliases.add(word.text)
    return { start: word.start, end: word.end, actor: name }
  }

  return {
    read(sentence) {
      for (const run of nameRuns(sentence, text)) {
        const short = shortMention(run)
        if (short) {
          mentions.push(short)
          continue
        }
        const around = {
          before: text.slice(sentence.start, run.start),
          after: text.slice(run.end, sentence.end).replace(/^[’']s?\b/u, ''),
          loneNames,
        }
        const found = classifyName(run, around)
        if (found) mentions.push({ start: found.start, end: found.end, actor: keep(found, run) })
        // "U.S. Special Envoy Steve Witkoff", "Trump Administration": what stands before the name acts too.
        for (const inner of innerNames(run, found, around, loneNames)) mentions.push({ start: inner.start, end: inner.end, actor: keep(inner, run) })
      }
    },
    mentionsIn: (start, end) => inOrder(mentions, start, end),
    isPerson: (actor) => actors.get(actor)?.actorKind === 'person',
    proposals: () => [...actors.values()].map(proposalOf),
  }
}

/** States and bodies named within the office before a person's name. */
function innerNames(run: NameRun, found: NamedMention | null, around: { before: string; after: string }, loneNames: ReadonlySet<string>): NamedMention[] {
  if (run.words.length < 2 || (found && found.actorKind !== 'person')) return []
  const [first] = run.words
  if (!first || (found && first.start >= found.start)) return []
  const inner = classifyName({ words: [first], start: first.start, end: first.end }, { ...around, after: '', loneNames })
  return inner && (inner.actorKind === 'state' || inner.actorKind === 'organisation') ? [inner] : []
}

function inOrder(mentions: readonly Mention[], start: number, end: number): Mention[] {
  // Mentions are read in the order of the text, so that the first one is found by halving.
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found: Mention[] = []
  for (let at = Math.max(0, low - 3); at < mentions.length && (mentions[at]?.start ?? end) < end + 80; at += 1) {
    const mention = mentions[at] as Mention
    if (mention.start >= start && mention.end <= end) found.push(mention)
  }
  return found.toSorted((a, b) => a.start - b.start)
}

function proposalOf(actor: Actor): ActorProposal {
  const { name, actorKind, role, rule, span } = actor
  const aliases = [...actor.aliases].filter((alias) => alias !== name && alias.length > 1)
  return { kind: 'actor', ...span, name, actorKind, role, rule, aliases }
}

/** Adds the capitalised words that stand alone in some sentences: surnames, once a full name was given. */
export function addLoneNames(alone: Set<string>, sentences: readonly Sentence[], text: string): void {
  for (const sentence of sentences) {
    for (const run of nameRuns(sentence, text)) if (run.words.length === 1) alone.add(run.words[0]?.text ?? '')
  }
}
