// What a workspace really holds, read through the contract, in the same words as the model.
import type { Api } from '../../../src/shared/api.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import type { Remote } from '../../../src/shared/remote.ts'
import { standingOf, textOf, type Model } from './model.ts'

/** Everything that can be compared, in a fixed order. */
export interface State {
  sources: { title: string; text: string }[]
  tags: string[]
  memos: { title: string; revision: number; words: string }[]
  history: { label: string; undone: boolean }[]
}

const inOrder = <T extends { title: string }>(list: T[]): T[] => list.toSorted((a, b) => (a.title < b.title ? -1 : 1))

/** How many of the newest commands are compared. */
const compared = 1000

/** The state that the model expects. */
export function expectedState(model: Model): State {
  const { titles, tags, memos } = standingOf(model)
  const standing = model.commands.length - model.undone
  return {
    sources: inOrder(titles.map((title) => ({ title, text: textOf(title).replaceAll('\n\n', '\n') }))),
    tags: tags.map((tag) => `${tag.title} ${tag.start}–${tag.end} ${tag.kind}`).toSorted(),
    memos: inOrder(memos.map((title) => ({ title, ...(model.bodies[title] ?? { revision: 0, words: '' }) }))),
    history: model.commands
      .map(({ label }, at) => ({ label, undone: at >= standing }))
      .toReversed()
      .slice(0, compared),
  }
}

/** A memo's document of one paragraph of words. */
export const documentOf = (words: string): string =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] }] })

const wordsOf = (document: string): string =>
  (JSON.parse(document) as DocumentNode).content?.flatMap((node) => node.content?.map((text) => text.text) ?? []).join('') ?? ''

/** Reads the state; `others` are the titles of sources that the campaign did not import. */
export async function storedState(api: Remote<Api>): Promise<State & { others: string[] }> {
  const sources = await api.sources.list({})
  const own = sources.filter((source) => source.title.startsWith('Text '))
  const texts = await Promise.all(
    own.map(async ({ id, title }) => ({ title, text: (await api.sources.text({ source: id })).text })),
  )
  const tags = await Promise.all(
    sources.map(async ({ id, title }) =>
      (await api.passages.list({ source: id })).map(
        (mark) => `${title} ${mark.segments.map(({ start, end }) => `${start}–${end}`).join()} ${mark.tags.map((tag) => tag.kind).join()}`,
      ),
    ),
  )
  const memos = await Promise.all((await api.memos.list({})).map(({ id }) => api.memos.get({ memo: id })))
  const history = await api.history.list({ limit: compared })
  return {
    sources: inOrder(texts),
    tags: tags.flat().toSorted(),
    memos: inOrder(memos.map(({ head, revision, document }) => ({ title: head.title, revision, words: wordsOf(document) }))),
    history: history.map(({ label, undone }) => ({ label, undone })),
    others: sources.filter((source) => !own.includes(source)).map((source) => source.title),
  }
}
