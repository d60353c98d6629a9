// Builds the worked example in a new workspace that holds the bundled article, through the contract alone.
import type { Api } from '../../shared/api.ts'
import type { CheckRule } from '../../shared/checks.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { TagResult } from '../../shared/items.ts'
import type { SourceText } from '../../shared/sources.ts'
import { exampleActors, type ActorKey } from './example-actors.ts'
import { exampleMemo, type CitedKey } from './example-memo.ts'
import { exampleClaims, exampleCodes, exampleLinks, exampleRecommendations, type ClaimKey } from './example-statements.ts'

type ExampleApi = Pick<Api, 'sources' | 'items' | 'codes' | 'links' | 'passages' | 'memos' | 'checks' | 'workspace'>

const entriesOf = <K extends string, V>(record: Record<K, V>): [K, V][] => Object.entries(record) as [K, V][]
const need = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the worked example needs ${what}`)
  return value
}

function tagger(api: ExampleApi, { source, version, text }: SourceText) {
  return (quote: string, rest: Omit<Parameters<Api['items']['tag']>[0], 'source' | 'version' | 'spans'>): TagResult => {
    const start = text.indexOf(quote)
    if (start < 0) throw new Error(`the worked example needs “${quote}” in the article`)
    return api.items.tag({ source, version, spans: [{ start, end: start + quote.length }], ...rest })
  }
}

type Tag = ReturnType<typeof tagger>

function tagActors(api: ExampleApi, tag: Tag): Map<ActorKey, Id> {
  const ids = new Map<ActorKey, Id>()
  for (const [key, actor] of entriesOf(exampleActors)) {
    const changes = { actor: { actorKind: actor.kind, aliases: actor.aliases ?? [], role: actor.role ?? null } }
    const [first, ...others] = actor.mentions
    const item = first === undefined
      ? api.items.create({ kind: 'actor', statement: actor.name, changes }).id
      : tag(first, { kind: 'actor', changes: { statement: actor.name, ...changes } }).item
    for (const mention of others) tag(mention, { item })
    ids.set(key, item)
  }
  for (const [key, { memberOf }] of entriesOf(exampleActors)) {
    if (memberOf) api.links.create({ from: need(ids.get(key), key), to: need(ids.get(memberOf), memberOf), type: 'member of' })
  }
  return ids
}

function tagStatements(api: ExampleApi, tag: Tag, actors: Map<ActorKey, Id>) {
  const actor = (key: ActorKey): Id => need(actors.get(key), key)
  const tagged = new Map<CitedKey, TagResult>()
  for (const [key, { quote, statement, speaker, fields, evidence, comment }] of entriesOf(exampleClaims)) {
    const result = tag(quote, { kind: 'claim', changes: { statement, ...(comment ? { comment } : {}), claim: { ...fields, speaker: actor(speaker) } } })
    for (const more of evidence ?? []) tag(more.quote, { item: result.item, role: more.role })
    tagged.set(key, result)
  }
  const claim = (key: ClaimKey): Id => need(tagged.get(key), key).item
  for (const [key, { quote, statement, addressee, instrument, restsOn }] of entriesOf(exampleRecommendations)) {
    const recommendation = { addressee: actor(addressee), proponent: actor('author'), instrument, restsOn: restsOn.map(claim) }
    tagged.set(key, tag(quote, { kind: 'recommendation', changes: { statement, recommendation } }))
  }
  for (const { from, to, type, note } of exampleLinks) api.links.create({ from: claim(from), to: claim(to), type, ...(note ? { note } : {}) })
  return tagged
}

function tagCodes(api: ExampleApi, tag: Tag): void {
  const ids = new Map<string, Id>()
  for (const { path, description, quotes } of exampleCodes) {
    const names = path.split(' / ')
    const code = api.codes.create({ name: need(names.at(-1), path), parent: ids.get(names.slice(0, -1).join(' / ')) ?? null })
    api.codes.update({ code: code.id, description })
    ids.set(path, code.id)
    for (const quote of quotes) tag(quote, { kind: 'note', changes: { code: code.id } })
  }
}

function writeMemo(api: ExampleApi, tagged: Map<CitedKey, TagResult>, newId: () => Id): Id {
  const memo = api.memos.create({
    head: { title: 'Pressure before proposals', authors: 'Groundwork', audience: 'Policy director', date: '2025-12-03', tlp: 'CLEAR', language: 'en' },
  })
  const passageOf = (key: CitedKey) => {
    const { id, version, quote } = api.passages.get({ passage: need(tagged.get(key), key).passage })
    return { passage: id, version, quote }
  }
  api.memos.save({ memo: memo.id, revision: memo.revision, document: JSON.stringify(exampleMemo(passageOf, newId)) })
  setAside(api, memo.id)
  return memo.id
}

/** What the checks find of every memo on one article without a date; its last paragraph says so to the reader. */
const answers: Partial<Record<CheckRule, string>> = {
  'single source': 'The example has one article, and the memo says so at its end.',
  metadata: 'The article as it came to us gives no date.',
  'uncited judgment': 'The sentence is about this memo and not about the talks.',
}

function setAside(api: ExampleApi, memo: Id): void {
  const { document, head } = api.memos.get({ memo })
  for (const { key, rule } of api.checks.run({ memo, document, language: head.language })) {
    const reason = answers[rule]
    if (reason !== undefined) api.checks.setAside({ memo, finding: key, reason })
  }
}

/** Tags the bundled article through and writes the memo; throws when the article is not there as it was shipped. */
export function buildExample(api: ExampleApi, newId: () => Id): void {
  const source = need(api.sources.list({})[0], 'the bundled article').id
  api.sources.update({ source, reliability: 'B' })
  const tag = tagger(api, api.sources.text({ source }))
  const tagged = tagStatements(api, tag, tagActors(api, tag))
  tagCodes(api, tag)
  const memo = writeMemo(api, tagged, newId)
  api.workspace.saveDesk({
    desk: { readers: [{ source, offset: 0 }], activeReader: source, memos: [memo], activeMemo: memo, library: 'claims', welcomed: true },
  })
}
