// The dossier of an actor: who it is, what it says, what is said of it and asked of it, where and when.
import { dossierLines, type Dossier, type DossierLine, type DossierSection } from '../../shared/actors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ActorFields } from '../../shared/items.ts'
import type { Block } from '../../shared/sources.ts'
import { groupBy } from '../group-by.ts'
import type { ActorsStore, WholeActor } from './actors-store.ts'
import { inMentioningParagraphs, inMentioningSentences } from './beside-mentions.ts'
import type { DossierStore } from './dossier-store.ts'

const section = (lines: DossierLine[]): DossierSection => ({ total: lines.length, lines: lines.slice(0, dossierLines) })

/** How many actors mentioned beside it a dossier names. */
const namedBeside = 30

/** What is said in sentences that mention the actor, and who is mentioned in the same paragraphs. */
function readBeside(actors: ActorsStore, store: DossierStore, actor: Id) {
  const mentions = groupBy(store.mentions(actor), (place) => place.source)
  const sources = [...mentions.keys()]
  const claims = groupBy(store.claimsBeside(sources, actor), (place) => place.source)
  const others = groupBy(store.actorsBeside(sources, actor), (place) => place.source)
  const passages = new Map<Id, Id>()
  const paragraphs = new Map<Id, number>()
  for (const [source, places] of mentions) {
    // A source with mentions alone need not be read.
    if (!claims.has(source) && !others.has(source)) continue
    const version = places[0]?.version ?? 0
    const stored = actors.text(source, version)
    if (!stored) continue
    const language = actors.texts(source)[0]?.language ?? null
    const text = { text: stored.text, blocks: JSON.parse(stored.blocks) as Block[], language, mentions: places }
    for (const [item, passage] of inMentioningSentences(text, claims.get(source) ?? [])) if (!passages.has(item)) passages.set(item, passage)
    for (const [item, count] of inMentioningParagraphs(text, others.get(source) ?? [])) paragraphs.set(item, (paragraphs.get(item) ?? 0) + count)
  }
  return { passages, paragraphs }
}

/** Everything known of the actor. */
export function dossierOf(actors: ActorsStore, store: DossierStore, whole: WholeActor): Dossier {
  const { item: actor, name, comment, actorKind, aliases, role, affiliation } = whole
  const { passages, paragraphs } = readBeside(actors, store, actor)
  return {
    actor,
    name,
    comment,
    fields: { actorKind: actorKind as ActorFields['actorKind'], aliases: JSON.parse(aliases) as string[], role, affiliation },
    memberOf: actors.memberOf(actor),
    members: actors.members(actor),
    says: section(store.says(actor)),
    saidOf: section(store.claimLines([...passages])),
    asked: section(store.asked(actor)),
    proposes: section(store.proposes(actor)),
    sources: store.sources(actor),
    beside: [...paragraphs]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, namedBeside)
      .flatMap(([item, count]) => {
        const known = actors.one(item)
        return known ? [{ item, name: known.name, paragraphs: count }] : []
      }),
  }
}
