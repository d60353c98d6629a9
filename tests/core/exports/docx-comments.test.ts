// Comments in Word documents: around their words, with replies, and nowhere else.
import { expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { paperToDocx } from '../../../src/core/exports/write-docx.ts'
import { paperToHtml } from '../../../src/core/exports/write-html.ts'
import { aHead, anId, doc, marked, p } from './a-memo.ts'
import { wordsIn, zipParts } from './read-docx.ts'

const remark = (text: string) => ({ text, at: '2026-11-26T12:00:00.000Z' })
const about = (n: number) => ({ type: 'comment', attrs: { id: anId(n, 'k') } })
const document = {
  ...doc(p('One ', marked('two', about(1)), marked(' three', about(1), about(2), 'bold'), '.'), p(marked('Four', about(2)), ' five.')),
  attrs: {
    comments: [
      { id: anId(1, 'k'), ...remark('Is that so?'), resolved: null, replies: [remark('It is.')] },
      { id: anId(2, 'k'), ...remark('Settled <b>\nlong ago'), resolved: '2026-11-26T13:00:00.000Z', replies: [] },
      { id: anId(3, 'k'), ...remark('Its words are gone'), resolved: null, replies: [] },
    ],
  },
}
const { paper, warnings } = memoToPaper({ head: aHead(), document, passages: new Map(), size: 'a4' })

it('stand around their words, across runs and paragraphs, each with its replies', async () => {
  const parts = await zipParts(await paperToDocx(paper))
  const body = parts['word/document.xml'] ?? ''
  const between = (id: number) => wordsIn(body.slice(body.indexOf(`<w:commentRangeStart w:id="${id}"/>`), body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`))).trim()
  expect([0, 1, 2].map(between)).toEqual(['two three', 'two three', 'three. Four'])
  expect(body.match(/<w:commentReference/g)).toHaveLength(3)
  const comments = parts['word/comments.xml'] ?? ''
  expect(wordsIn(comments)).toBe('Is that so? It is. Settled <b> long ago ')
  expect(comments).toContain('w:author="Anna Lindqvist"')
  expect(parts['word/commentsExtended.xml']).toMatch(/paraIdParent=/)
})

it('are left out where they are not wanted', async () => {
  const without = memoToPaper({ head: aHead(), document, passages: new Map(), size: 'a4', options: { comments: false } })
  const parts = await zipParts(await paperToDocx(without.paper))
  expect(Object.values(parts).join('')).not.toMatch(/Is that so|commentRangeStart|commentReference/)
  expect(without.warnings).toEqual([])
})

it('are left out of other formats, with nothing said of an unknown mark', () => {
  expect(warnings).toEqual([])
  expect(paperToHtml(paper)).not.toContain('Is that so?')
})

it('about a block of code stand around the whole of it', async () => {
  const code = { type: 'codeBlock', content: [marked('a = 1', about(1)), marked('\nb = 2')] }
  const made = memoToPaper({ head: aHead(), document: { ...doc(p('Before'), code), attrs: document.attrs }, passages: new Map(), size: 'a4' })
  const body = (await zipParts(await paperToDocx(made.paper)))['word/document.xml'] ?? ''
  expect(wordsIn(body.slice(body.indexOf('<w:commentRangeStart'), body.indexOf('<w:commentRangeEnd'))).replaceAll(/\s+/g, ' ').trim()).toBe('a = 1 b = 2')
  expect(made.warnings).toEqual([])
})
