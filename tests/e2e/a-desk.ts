// A desk with work on it: the bundled article tagged, a second source, own codes and a memo that cites.
import type { Page } from 'playwright-core'
import type { Item, TagResult } from '../../src/shared/items.ts'
import { aCite, type Memo } from '../../src/shared/memos.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import type { ImportReport, SourceSummary, SourceText } from '../../src/shared/sources.ts'
import { call } from './a-window.ts'

/** What was laid on the desk, by name. */
export interface Desk {
  source: string
  claim: string
  actor: string
  recommendation: string
  memo: string
  code: string
}

const claims = [
  ['So far, no compromise version of a peace settlement has been found', 'No compromise on a peace settlement was found in Moscow'],
  ['Putin has never negotiated in good faith since his first invasion of Ukraine in 2014', 'Putin has never negotiated in good faith'],
  ['it appears Putin again offered nothing on the key issue of territory', 'Putin offered nothing on territory'],
] as const
const actors = ['Yuri Ushakov', 'Vladimir Putin', 'Steve Witkoff', 'Jared Kushner', 'Marco Rubio'] as const
const recommendations = ['needs to strengthen its negotiating hand by imposing and sustaining new pressure on Russia'] as const

/** Runs a call of the contract. */
type Ask = <T>(name: string, args?: unknown) => Promise<T>

/** Lays it all on the desk through the contract, as the page itself would. */
export function layDesk(page: Page): Promise<Desk> {
  return layThrough((name, args) => call(page, name, args))
}

async function layThrough(ask: Ask): Promise<Desk> {
  const [source] = await ask<SourceSummary[]>('sources.list')
  if (!source) throw new Error('the bundled article is missing')
  const { text, version } = await ask<SourceText>('sources.text', { source: source.id })
  const spanOf = (words: string) => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`the article does not say “${words}”`)
    return { source: source.id, version, spans: [{ start, end: start + words.length }] }
  }
  const tag = (words: string, rest: object) => ask<TagResult>('items.tag', { ...spanOf(words), ...rest })

  const speaker = await tag(actors[0], { kind: 'actor', changes: { actor: { role: 'adviser to the Kremlin', actorKind: 'person', aliases: ['Ushakov'] } } })
  for (const name of actors.slice(1)) await tag(name, { kind: 'actor' })
  const tagged: TagResult[] = []
  for (const [words, statement] of claims) tagged.push(await tag(words, { kind: 'claim', changes: { statement } }))
  const [claim] = tagged as [TagResult, ...TagResult[]]
  await ask<Item>('items.update', {
    item: claim.item,
    changes: { claim: { speaker: speaker.item, credibility: 2, likelihood: 'very likely', confidence: 'moderate', status: 'corroborated' } },
  })
  const recommendation = await tag(recommendations[0], { kind: 'recommendation', changes: { recommendation: { instrument: 'sanctions', restsOn: [claim.item] } } })
  const code = await ask<{ id: string }>('codes.create', { name: 'Negotiation', colour: 'teal' })
  await ask('codes.create', { name: 'Good faith', parent: code.id, colour: 'plum' })
  await ask('codes.create', { name: 'Territory', colour: 'orange' })
  await ask<ImportReport>('sources.importText', {
    text: 'Oil sanctions and Russian export revenue\n\nExports fell in the autumn. Prices followed.',
    format: 'plain',
    title: 'Oil sanctions and Russian export revenue',
  })
  const memo = await layMemo(ask, claim.passage)
  return { source: source.id, claim: claim.item, actor: speaker.item, recommendation: recommendation.item, memo, code: code.id }
}

/** Puts a desk under the page, which shows it. The page as it is goes first: it keeps its own desk when it goes. */
export async function showDesk(page: Page, { source, memo }: { source?: string; memo: string }): Promise<void> {
  const { origin } = new URL(page.url())
  const readers = source === undefined ? [] : [{ source, offset: 0 }]
  const desk = { readers, activeReader: source ?? null, memos: [memo], activeMemo: memo, welcomed: true }
  // What a page sends as it goes may come after this: then it is said once more.
  for (let times = 0; times < 3; times += 1) {
    await page.goto('about:blank')
    const answer = await page.context().request.post(`${origin}/api/workspace.saveDesk`, { data: { desk }, headers: { 'content-type': 'application/json', origin } })
    if (!answer.ok()) throw new Error(`the desk could not be laid: ${await answer.text()}`)
    await page.goto(origin)
    if ((await call<{ activeMemo: string | null }>(page, 'workspace.desk')).activeMemo === memo) return
  }
  throw new Error('another desk was kept in the place of the one that was laid')
}

/** Lays the desk and opens its article beside its memo. */
export async function openDesk(page: Page): Promise<Desk> {
  const { origin } = new URL(page.url())
  // A page that is there would draw each step anew, for nobody.
  await page.goto('about:blank')
  const ask: Ask = async (name, args = {}) => {
    const answer = await (await page.request.post(`${origin}/api/${name}`, { data: args, headers: { origin } })).json()
    if ('error' in answer) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
    return answer.value
  }
  const desk = await layThrough(ask)
  await ask('workspace.saveDesk', {
    desk: { readers: [{ source: desk.source, offset: 0 }], activeReader: desk.source, memos: [desk.memo], activeMemo: desk.memo, welcomed: true },
  })
  await page.goto(origin)
  await page.getByRole('textbox', { name: 'Memo body' }).locator('.cite').waitFor()
  return desk
}

async function layMemo(ask: Ask, passage: string): Promise<string> {
  const { quote, version } = await ask<PassageDetail>('passages.get', { passage })
  const memo = await ask<Memo>('memos.create', {
    head: { title: 'Pressure before proposals', audience: 'Policy director', date: '2025-12-02', tlp: 'AMBER' },
  })
  const words = (text: string) => ({ type: 'text', text })
  const citation = { type: 'citation', attrs: { id: '01900000-0000-7000-8000-000000000001', cites: [aCite(passage, version, quote)] } }
  const document = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [words('What happened')] },
      { type: 'paragraph', content: [words('Five hours in the Kremlin produced no agreed text.'), citation] },
      { type: 'paragraph', content: [words('Pressure should come before proposals, and the assets should be settled first.')] },
    ],
  }
  await ask('memos.save', { memo: memo.id, revision: memo.revision, document: JSON.stringify(document) })
  return memo.id
}

/** Tags words of the desk's article, which must say them, with an item or what else `items.tag` takes. */
export async function tagWords(page: Page, { source }: Desk, what: string, rest: object): Promise<TagResult> {
  const { text, version } = await call<SourceText>(page, 'sources.text', { source })
  const start = text.indexOf(what)
  if (start < 0) throw new Error(`the article does not say “${what}”`)
  return call<TagResult>(page, 'items.tag', { source, version, spans: [{ start, end: start + what.length }], ...rest })
}
