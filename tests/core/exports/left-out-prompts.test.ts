// Prompts of a template that nobody wrote over, on their way to paper.
import { expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aHead, bullets, doc, item, p } from './a-memo.ts'

const prompt = (text: string): DocumentNode => ({ type: 'prompt', attrs: { text } })
const convert = (...content: DocumentNode[]) => memoToPaper({ head: aHead(), document: doc(...content), passages: new Map(), size: 'a4' })

it('are left out and told of once', () => {
  const { paper, warnings } = convert(p('Said. ', prompt('The facts')), p(prompt('What follows')), p(prompt('What follows')))
  expect(paper.body).toMatchObject([{ kind: 'paragraph', content: [{ kind: 'text', text: 'Said. ' }] }])
  expect(warnings).toEqual(['3 prompts that were not written over are left out; the first is “The facts”.'])
  expect(convert(p(prompt('The facts'))).warnings).toEqual(['A prompt that was not written over is left out: “The facts”.'])
})

it('take the points of a list with them that are nothing else', () => {
  const only = p(prompt('An indicator'))
  expect(convert(p('Said.'), bullets(item(only), item(only))).paper.body.map(({ kind }) => kind)).toEqual(['paragraph'])
  const [list] = convert(bullets(item(p('One.')), item(only), item(p()), item(p('Two. ', prompt('More'))))).paper.body
  expect(list?.kind === 'list' && list.items.map((blocks) => blocks.length)).toEqual([1, 0, 1])
})
