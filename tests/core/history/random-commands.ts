// Every call that writes, with arguments chosen at random among what the workspace holds.
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { actorKinds, claimStatuses, confidences, instruments, itemKinds, likelihoods, recommendationStatuses, roles, stances } from '../../../src/shared/items.ts'
import { relations } from '../../../src/shared/code-queries.ts'
import { codeColours } from '../../../src/shared/codes.ts'
import { linkTypes } from '../../../src/shared/links.ts'
import { memoStatuses, tlpLabels } from '../../../src/shared/memos.ts'
import { progresses, reliabilities } from '../../../src/shared/sources.ts'
import { proposalKinds } from '../../../src/shared/suggestions.ts'
import type { Id } from '../../../src/shared/identifiers.ts'
import type { Core } from '../../../src/core/core.ts'
import type { Random } from '../../campaigns/random.ts'
import { aDocument } from '../a-core.ts'

/** What a command is chosen from. */
interface World {
  core: Core
  random: Random
  folder: string
  /** The source worked on, its current text, and everything there is to refer to. */
  source: { id: Id; version: number; text: string }
  ids: Record<'sources' | 'passages' | 'items' | 'actors' | 'claims' | 'notes' | 'codes' | 'memos' | 'tags' | 'links' | 'review' | 'collections' | 'trashed', Id[]>
}

const job = '00000000-0000-7000-8000-00000000000f'
const pieces = ['Witkoff', 'said', 'that', '🐟', '👩‍🚀', 'cafe\u0301', 'שלום', 'سلام', '和平', '\u0000', '\ud800', '“quoted”', 'should', 'never']

const words = ({ random }: World, most = 6): string => Array.from({ length: random.whole(1, most) }, () => random.oneOf(pieces)).join(' ')
const name = ({ random }: World): string => `${random.oneOf(['Ana', 'Bo', 'Cy', 'Witkoff', 'NATO'])} ${random.oneOf(['', 'I', 'II', '🐟'])}`.trim()
const maybe = <T>({ random }: World, value: () => T): T | undefined => (random.fraction() < 0.5 ? value() : undefined)
const orNull = <T>({ random }: World, value: () => T): T | null => (random.fraction() < 0.7 ? value() : null)

/** One of a kind of thing; an id that nothing has where there is none, which the core must refuse. */
function one(world: World, kind: keyof World['ids']): Id {
  const all = world.ids[kind]
  return all.length > 0 ? world.random.oneOf(all) : '00000000-0000-7000-8000-0000000000ff'
}
const some = (world: World, kind: keyof World['ids'], most = 5): Id[] =>
  [...new Set(Array.from({ length: world.random.whole(1, most) }, () => one(world, kind)))]

function spans({ random, source: { text } }: World) {
  const start = random.whole(0, Math.max(0, text.length - 2))
  const end = Math.min(text.length, start + random.whole(1, 14))
  const first = { start, end: Math.max(end, start + 1) }
  const later = first.end + random.whole(1, 10)
  return random.fraction() < 0.15 && later + 3 < text.length ? [first, { start: later, end: later + 3 }] : [first]
}
/** Sentences of a memo that rest on what changed. */
function toReview(world: World) {
  const memo = one(world, 'memos')
  const reviews = world.ids.memos.includes(memo) ? world.core.api.reviews.list({ memo }) : []
  const chosen = reviews.filter(() => world.random.fraction() < 0.5).concat(reviews.slice(0, 1))
  return { memo, reviews: chosen.map(({ citation, passage }) => ({ citation, passage })) }
}

const named = (world: World) => (world.random.fraction() < 0.5 ? { item: one(world, 'actors') } : { name: name(world) })

function changes(world: World, kind: (typeof itemKinds)[number]) {
  const { random } = world
  const common = {
    statement: maybe(world, () => words(world)),
    comment: maybe(world, () => words(world)),
    code: maybe(world, () => orNull(world, () => one(world, 'codes'))),
  }
  const fields = {
    claim: {
      claim: {
        speaker: maybe(world, () => orNull(world, () => one(world, 'actors'))),
        stance: maybe(world, () => orNull(world, () => random.oneOf(stances))),
        credibility: maybe(world, () => orNull(world, () => random.whole(1, 6))),
        likelihood: maybe(world, () => orNull(world, () => random.oneOf(likelihoods))),
        confidence: maybe(world, () => orNull(world, () => random.oneOf(confidences))),
        status: maybe(world, () => random.oneOf(claimStatuses)),
      },
    },
    actor: {
      actor: {
        actorKind: maybe(world, () => orNull(world, () => random.oneOf(actorKinds))),
        aliases: maybe(world, () => [name(world), name(world)]),
        role: maybe(world, () => orNull(world, () => words(world, 2))),
        affiliation: maybe(world, () => orNull(world, () => words(world, 2))),
      },
    },
    recommendation: {
      recommendation: {
        addressee: maybe(world, () => orNull(world, () => one(world, 'actors'))),
        proponent: maybe(world, () => orNull(world, () => one(world, 'actors'))),
        instrument: maybe(world, () => orNull(world, () => random.oneOf(instruments))),
        status: maybe(world, () => random.oneOf(recommendationStatuses)),
        restsOn: maybe(world, () => some(world, 'claims', 3)),
      },
    },
    note: {},
  }[kind]
  return random.fraction() < 0.7 ? { ...common, ...fields } : common
}

const place = (world: World) => ({ source: world.source.id, version: world.source.version, spans: spans(world) })
const decided = (world: World) => ({
  source: world.source.id,
  version: world.source.version,
  span: spans(world)[0],
  kind: world.random.oneOf(proposalKinds),
  rule: 'a rule',
})
const kindOf = (world: World, item: Id) =>
  world.ids.actors.includes(item) ? 'actor' : world.ids.claims.includes(item) ? 'claim' : world.ids.notes.includes(item) ? 'note' : 'recommendation'

function correctedBlocks({ random, source: { text } }: World) {
  return text.split('\n').flatMap((paragraph) => {
    if (random.fraction() < 0.05) return []
    const at = random.whole(0, paragraph.length)
    const changed = random.fraction() < 0.4 ? `${paragraph.slice(0, at)}${random.oneOf(pieces)} ${paragraph.slice(at + random.whole(0, 6))}` : paragraph
    return [{ kind: 'paragraph' as const, text: changed }]
  })
}

function aFile({ random, folder }: World): string {
  const path = join(folder, `${random.whole(1, 1e9)}.txt`)
  writeFileSync(path, `A file.\n\n${random.whole(1, 9)} fish swim.`)
  return path
}

const styleNamed = (title: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>${title}</title><id>${title}</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation></style>`

type Choose = (world: World) => unknown

/** The calls that write, by their full name, each with its arguments. */
export const writingCalls: Record<string, Choose> = {
  'sources.update': (world) => ({
    source: one(world, 'sources'),
    metadata: maybe(world, () => ({ title: words(world), issued: orNull(world, () => '2025-12'), authors: [{ literal: name(world) }] })),
    reference: maybe(world, () => ({ publisher: orNull(world, () => words(world, 2)), volume: orNull(world, () => '7') })),
    reliability: maybe(world, () => orNull(world, () => world.random.oneOf(reliabilities))),
  }),
  'sources.correct': (world) => ({ source: world.source.id, version: world.source.version, blocks: correctedBlocks(world) }),
  'sources.importText': (world) => ({ text: `${words(world)}\n\n${world.random.whole(1, 5)} fish.`, format: 'plain', title: words(world, 2) }),
  'sources.importFiles': (world) => ({ files: [world.core.files.stage(aFile(world)).id], job }),
  'sources.remove': (world) => ({ source: one(world, 'sources') }),
  'trash.put': (world) => ({ sources: some(world, 'sources', 2) }),
  'trash.restore': (world) => ({ sources: some(world, 'trashed', 3) }),
  'library.setProgress': (world) => ({ sources: some(world, 'sources'), progress: world.random.oneOf(progresses) }),
  'library.setGrade': (world) => ({ sources: some(world, 'sources'), reliability: orNull(world, () => world.random.oneOf(reliabilities)) }),
  'collections.create': (world) => ({ name: `${name(world)} ${world.random.whole(1, 99)}`, parent: world.ids.collections.length > 0 ? orNull(world, () => one(world, 'collections')) : null }),
  'collections.rename': (world) => ({ collection: one(world, 'collections'), name: `${name(world)} ${world.random.whole(1, 99)}` }),
  'collections.move': (world) => ({ collection: one(world, 'collections'), parent: orNull(world, () => one(world, 'collections')), before: orNull(world, () => one(world, 'collections')) }),
  'collections.remove': (world) => ({ collection: one(world, 'collections') }),
  'collections.add': (world) => ({ collection: one(world, 'collections'), sources: some(world, 'sources') }),
  'collections.take': (world) => ({ collection: one(world, 'collections'), sources: some(world, 'sources') }),
  'passages.create': place,
  'passages.setBounds': (world) => ({ passage: one(world, world.random.oneOf(['passages', 'passages', 'review'])), spans: spans(world) }),
  'passages.remove': (world) => ({ passage: one(world, 'passages') }),
  'passages.confirm': (world) => ({ passage: one(world, 'review') }),
  'items.tag': (world) => {
    const kind = world.random.oneOf(itemKinds)
    const item = one(world, 'items')
    const what = world.random.fraction() < 0.6 ? { kind, changes: maybe(world, () => changes(world, kind)) } : { item }
    const where = world.random.fraction() < 0.7 ? place(world) : { passage: one(world, 'passages') }
    return { ...where, ...what, role: maybe(world, () => world.random.oneOf(roles)) }
  },
  'items.complete': (world) => ({
    // Mostly the newest tag: then both are undone as one.
    tag: world.random.fraction() < 0.6 ? (world.ids.tags.at(-1) ?? one(world, 'tags')) : one(world, 'tags'),
    to: maybe(world, () => (world.random.fraction() < 0.5 ? { item: one(world, 'items') } : 'new')),
    role: maybe(world, () => world.random.oneOf(roles)),
    changes: maybe(world, () => changes(world, world.random.oneOf(['claim', 'claim', 'recommendation', 'actor', 'note']))),
    speaker: maybe(world, () => named(world)),
    addressee: world.random.fraction() < 0.2 ? named(world) : undefined,
    proponent: world.random.fraction() < 0.2 ? named(world) : undefined,
  }),
  'items.untag': (world) => ({ tag: one(world, 'tags') }),
  'items.setTag': (world) => ({ tag: one(world, 'tags'), role: maybe(world, () => world.random.oneOf(roles)), comment: maybe(world, () => words(world)) }),
  'items.moveTags': (world) => ({ tags: some(world, 'tags'), to: world.random.oneOf([{ item: one(world, 'items') }, { code: one(world, 'codes') }, { kind: world.random.oneOf(['claim', 'actor', 'recommendation']) }]) }),
  'items.setRoles': (world) => ({ tags: some(world, 'tags'), role: world.random.oneOf(roles) }),
  'items.untagMany': (world) => ({ tags: some(world, 'tags', 3) }),
  'items.create': (world) => {
    const kind = world.random.oneOf(itemKinds)
    return { kind, statement: kind === 'actor' ? name(world) : words(world), changes: maybe(world, () => changes(world, kind)) }
  },
  'items.update': (world) => {
    const item = one(world, 'items')
    return { item, changes: changes(world, kindOf(world, item)) }
  },
  'items.removeMany': (world) => ({ items: some(world, 'items', 2) }),
  'items.merge': (world) => ({ into: one(world, 'claims'), items: some(world, 'claims', 3) }),
  'items.remove': (world) => ({ item: one(world, 'items') }),
  'actors.tagMentions': (world) => ({ actor: one(world, 'actors'), mentions: [{ ...place(world), spans: [...spans(world), ...spans(world)] }] }),
  'actors.join': (world) => ({ actor: one(world, 'actors'), group: named(world), clearAffiliation: maybe(world, () => true) }),
  'actors.leave': (world) => {
    const actor = one(world, 'actors')
    const group = world.ids.actors.includes(actor) ? world.core.api.actors.ties({ actor }).memberOf[0]?.item : undefined
    return { actor, group: group ?? one(world, 'actors') }
  },
  'actors.split': (world) => ({ actor: one(world, 'actors'), into: named(world), aliases: [name(world)], tags: some(world, 'tags'), statements: some(world, 'claims') }),
  'actors.merge': (world) => ({ into: one(world, 'actors'), actors: some(world, 'actors', 3) }),
  'codes.create': (world) => ({ name: `${words(world, 2)} ${world.random.whole(1, 99)}`, parent: world.ids.codes.length > 0 ? orNull(world, () => one(world, 'codes')) : null, colour: maybe(world, () => world.random.oneOf(codeColours)) }),
  'codes.update': (world) => ({
    code: one(world, 'codes'),
    name: maybe(world, () => words(world, 2)),
    colour: maybe(world, () => world.random.oneOf(codeColours)),
    description: maybe(world, () => words(world)),
    shortcut: maybe(world, () => orNull(world, () => String(world.random.whole(1, 9)))),
  }),
  'codes.move': (world) => ({ code: one(world, 'codes'), parent: orNull(world, () => one(world, 'codes')), before: orNull(world, () => one(world, 'codes')) }),
  'codes.merge': (world) => ({ code: one(world, 'codes'), into: one(world, 'codes') }),
  'codes.setExample': (world) => ({ tag: one(world, 'tags'), example: world.random.fraction() < 0.7 }),
  'codeQueries.keep': (world) => ({ name: `Query ${world.random.whole(1, 4)}`, query: { a: { code: one(world, 'codes') }, relation: world.random.oneOf(relations), b: { kind: 'claim' }, source: null } }),
  'codeQueries.forget': (world) => ({ query: world.core.api.codeQueries.kept({})[0]?.id ?? one(world, 'tags') }),
  'codes.remove': (world) => ({ code: one(world, 'codes') }),
  'board.setAdviceStatus': (world) => ({ recommendations: some(world, 'items', 3), status: world.random.oneOf(recommendationStatuses) }),
  'board.setStatus': (world) => ({ claims: some(world, 'claims'), status: world.random.oneOf(claimStatuses) }),
  'links.create': (world) => ({ from: one(world, 'items'), to: one(world, 'items'), type: world.random.oneOf([...linkTypes, 'my own']), note: maybe(world, () => words(world)) }),
  'links.update': (world) => ({ link: one(world, 'links'), type: maybe(world, () => world.random.oneOf(linkTypes)), note: maybe(world, () => words(world)) }),
  'links.remove': (world) => ({ link: one(world, 'links') }),
  'memos.create': (world) => ({ head: maybe(world, () => ({ title: words(world) })) }),
  'memos.updateHead': (world) => ({ memo: one(world, 'memos'), head: { title: maybe(world, () => words(world)), tlp: orNull(world, () => world.random.oneOf(tlpLabels)), status: world.random.oneOf(memoStatuses) } }),
  'memos.save': (world) => {
    const memo = one(world, 'memos')
    const revision = world.ids.memos.includes(memo) ? world.core.api.memos.get({ memo }).revision : 0
    const cited = some(world, 'passages').map((id) => ({ id, quote: 'words' }))
    return { memo, revision, document: aDocument([`${words(world).replaceAll('\0', '')} [[0]].`, `More ${world.random.whole(1, 99)}.`], cited) }
  },
  'memos.remove': (world) => ({ memo: one(world, 'memos') }),
  'memos.setTarget': (world) => ({ memo: one(world, 'memos'), words: orNull(world, () => world.random.whole(1, 5000)) }),
  'memos.saveTemplate': (world) => ({ name: `Template ${world.random.whole(1, 3)}`, document: aDocument([words(world).replaceAll('\0', '')]) }),
  'memos.removeTemplate': (world) => ({ template: world.core.api.memos.templates({})[0]?.id ?? one(world, 'tags') }),
  'memos.nameVersion': (world) => {
    const memo = one(world, 'memos')
    const versions = world.ids.memos.includes(memo) ? world.core.api.memos.versions({ memo }) : []
    return { memo, version: orNull(world, () => versions[0]?.id ?? memo), name: words(world).replaceAll('\0', '') }
  },
  'reviews.accept': toReview,
  'reviews.keep': (world) => ({ ...toReview(world), reason: words(world) }),
  'reviews.takeUp': toReview,
  'checks.setAside': (world) => ({ memo: one(world, 'memos'), finding: `finding ${world.random.whole(1, 3)}`, reason: words(world) }),
  'checks.takeUp': (world) => ({ memo: one(world, 'memos'), finding: `finding ${world.random.whole(1, 3)}` }),
  'citations.addStyle': (world) => ({ text: styleNamed(`Style ${world.random.whole(1, 5)}`) }),
  'citations.removeStyle': (world) => ({ style: world.core.api.citations.styles({}).findLast(({ own }) => own)?.id ?? 'none' }),
  'search.save': (world) => ({ name: `Search ${world.random.whole(1, 4)}`, query: words(world) }),
  'search.forget': (world) => ({ search: world.core.api.search.saved({})[0]?.id ?? one(world, 'tags') }),
  'suggestions.accept': (world) => ({
    ...decided(world),
    statement: maybe(world, () => words(world)),
    actor: maybe(world, () => orNull(world, () => named(world))),
    proponent: maybe(world, () => orNull(world, () => named(world))),
    aliases: maybe(world, () => [name(world)]),
  }),
  'suggestions.reject': decided,
}

function worldOf(core: Core, random: Random, folder: string): World {
  const { api } = core
  const sources = api.sources.list({}).map(({ id }) => id)
  const chosen = sources.length > 0 ? random.oneOf(sources) : null
  const text = chosen === null ? null : api.sources.text({ source: chosen })
  const passages = sources.flatMap((source) => api.passages.list({ source }))
  const items = api.items.list({})
  const ofKind = (kind: string) => items.filter((item) => item.kind === kind).map(({ id }) => id)
  const someItem = items.length > 0 ? random.oneOf(items).id : null
  return {
    core,
    random,
    folder,
    source: { id: chosen ?? job, version: text?.version ?? 1, text: text?.text ?? 'Nothing here.' },
    ids: {
      sources,
      passages: passages.map(({ id }) => id),
      items: items.map(({ id }) => id),
      actors: ofKind('actor'),
      claims: ofKind('claim'),
      notes: ofKind('note'),
      codes: api.codes.list({}).map(({ id }) => id),
      collections: api.collections.list({}).map(({ id }) => id),
      trashed: api.library.order({ filter: {}, sort: { by: 'added', descending: true }, trashed: true }).sources.match(/.{36}/g) ?? [],
      memos: api.memos.list({}).map(({ id }) => id),
      tags: passages.flatMap(({ tags }) => tags.map(({ id }) => id)).toSorted(),
      links: items.flatMap(({ id }) => (id === someItem ? api.links.of({ item: id }) : [])).map(({ id }) => id),
      review: sources.flatMap((source) => api.passages.review({ source })).map(({ passage }) => passage),
    },
  }
}

/** What everything else needs comes more often. */
const oftener = ['items.tag', 'items.tag', 'items.create', 'codes.create', 'codes.create', 'links.create']

/** Rare ones take much away at once: the workspace would stay empty if they came as often as the others. */
const rarely = new Set(['sources.remove', 'trash.put', 'collections.remove', 'sources.importFiles', 'items.remove', 'items.removeMany', 'passages.remove', 'memos.remove', 'codes.remove', 'actors.merge'])

/** Runs one writing call chosen at random; answers its name, and whether the core refused it. */
export async function randomCommand(core: Core, random: Random, folder: string): Promise<{ call: string; refused: string | null }> {
  let call = random.fraction() < 0.25 ? random.oneOf(oftener) : random.oneOf(Object.keys(writingCalls))
  while (rarely.has(call) && random.fraction() < 0.7) call = random.oneOf(Object.keys(writingCalls))
  try {
    // As the wire carries it: without what is undefined.
    const args = JSON.parse(JSON.stringify(writingCalls[call]?.(worldOf(core, random, folder)))) as unknown
    await core.call(call, args)
    return { call, refused: null }
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'GroundworkError') throw thrown
    return { call, refused: thrown.message }
  }
}
