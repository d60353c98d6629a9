// Proposes every mention of an actor in one text or in all: read step by step, so that others are answered in between.
import type { Id } from '../../shared/identifiers.ts'
import { listedMentions, type ProposedMention, type ProposedMentions } from '../../shared/actors.ts'
import type { Block } from '../../shared/sources.ts'
import { sentencesOfBlock } from '../../shared/sentences.ts'
import type { Job } from '../jobs/jobs.ts'
import type { ActorsStore, ReadableText, TaggedSpan, WholeActor } from './actors-store.ts'
import { findNames, indexNames, type FoundName, type NamedActor, type NameIndex } from './find-names.ts'

/** How many UTF-16 code units of a sentence stand on either side of a mention at most. */
const surroundings = 140

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What names an actor has; initials stand only for a person's given names. */
export const namedActor = ({ item, name, aliases, actorKind }: WholeActor): NamedActor => ({
  item,
  names: [name, ...(JSON.parse(aliases) as string[])],
  person: actorKind === 'person' || actorKind === null,
})

interface Search {
  actor: Id
  index: NameIndex
  names: Map<Id, string>
}

/** Reads the texts; `job` hears how far it is and may stop it, which throws its reason. */
export async function findMentions(
  store: ActorsStore,
  { actor, source, folding }: { actor: Id; source: Id | null; folding: boolean },
  job: Job,
): Promise<ProposedMentions> {
  const actors = store.all()
  const search = { actor, index: indexNames(actors.map(namedActor), folding), names: new Map(actors.map(({ item, name }) => [item, name])) }
  const texts = store.texts(source)
  const answer: ProposedMentions = { actor, sources: [], total: 0, mentions: [] }
  for (const [done, text] of texts.entries()) {
    job.report(text.title, done, texts.length)
    const stored = store.text(text.source, text.version)
    if (stored) await readText(store, search, text, stored, answer, job)
    await breathe()
    job.signal.throwIfAborted()
  }
  return answer
}

async function readText(
  store: ActorsStore,
  search: Search,
  { source, version, title, language }: ReadableText,
  { text, blocks }: { text: string; blocks: string },
  answer: ProposedMentions,
  job: Job,
): Promise<void> {
  const found = await stepwise(findNames(text, search.index, search.actor, language), job)
  if (found.length === 0) return
  const tagged = tags(store.tagged(source))
  const left = found.flatMap((name) => {
    const over = tagged.over(name.start, name.end)
    return over.some((tag) => tag.item === search.actor) ? [] : [{ name, over }]
  })
  if (left.length === 0) return
  const at = answer.sources.push({ source, version, title }) - 1
  answer.total += left.length
  const sentenceAt = sentences(text, JSON.parse(blocks) as Block[], language)
  for (const { name, over } of left.slice(0, Math.max(0, listedMentions - answer.mentions.length))) {
    answer.mentions.push(describe(text, name, at, sentenceAt(name.start), doubtOf(search, name, over)))
  }
}

async function stepwise(steps: Generator<void, FoundName[]>, job: Job): Promise<FoundName[]> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breathe()
    job.signal.throwIfAborted()
  }
}

function doubtOf({ actor, names }: Search, { actors, within }: FoundName, over: TaggedSpan[]): string | null {
  const [tag] = over
  if (tag) return `Tagged with ${tag.name}`
  const other = actors.find((item) => item !== actor)
  if (other) return `Also a name of ${names.get(other) ?? 'another actor'}`
  return within ? `Part of “${within}”` : null
}

function describe(text: string, { start, end }: FoundName, source: number, sentence: { start: number; end: number }, doubt: string | null): ProposedMention {
  const from = Math.max(sentence.start, start - surroundings)
  const to = Math.min(sentence.end, end + surroundings)
  const before = wholeWords(text.slice(from, start), from > sentence.start, 'before')
  const after = wholeWords(text.slice(end, to), to < sentence.end, 'after')
  return { source, start, end, before, quote: text.slice(start, end), after, doubt }
}

/** A cut sentence is cut between words and says so with an ellipsis. */
function wholeWords(words: string, cut: boolean, side: 'before' | 'after'): string {
  if (!cut) return words
  return side === 'before' ? `…${words.replace(/^\S*/u, '')}` : `${words.replace(/\S*$/u, '')}…`
}

/** Finds the sentence that holds an offset; offsets must not go back. Only blocks that are asked for are read. */
function sentences(text: string, blocks: readonly Block[], language: string | null) {
  let block = 0
  let read = -1
  let spans: { start: number; end: number }[] = []
  return (offset: number): { start: number; end: number } => {
    while (block < blocks.length - 1 && (blocks[block]?.end ?? 0) <= offset) block += 1
    const held = blocks[block]
    if (!held) return { start: offset, end: offset }
    if (read !== block) {
      spans = sentencesOfBlock(text, held, language)
      read = block
    }
    return spans.find((span) => span.start <= offset && offset < span.end) ?? held
  }
}

/** The tagged spans that overlap a span, from a list in order of their starts. */
function tags(spans: readonly TaggedSpan[]) {
  const longest = spans.reduce((length, span) => Math.max(length, span.end - span.start), 0)
  return {
    over(start: number, end: number): TaggedSpan[] {
      let low = 0
      let high = spans.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((spans[middle]?.start ?? 0) < start - longest) low = middle + 1
        else high = middle
      }
      const over: TaggedSpan[] = []
      for (let at = low; at < spans.length; at += 1) {
        const span = spans[at]
        if (!span || span.start >= end) break
        if (span.end > start) over.push(span)
      }
      return over
    },
  }
}
