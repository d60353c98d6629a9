// The bundled article: what of it is text, what the feed added, what is known and what is not.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDocument } from '../../../src/core/import/read-document.ts'
import { textsOf } from './documents.ts'

const fileName = 'why-the-us-russia-ukraine-talks-failed.txt'
const bytes = readFileSync(new URL(`../../../resources/${fileName}`, import.meta.url))
const article = readDocument({ bytes, fileName })

it('gives the article eleven paragraphs', () => {
  expect(article.blocks.map((block) => block.kind)).toEqual(Array.from({ length: 11 }, () => 'paragraph'))
  expect(textsOf(article).map((text) => text.slice(0, 26))).toEqual([
    '“So far, no compromise ver',
    'While details of the Kreml',
    'How did we get here and wh',
    'Since the start of his sec',
    'Trump is right to push for',
    'But the Administration’s a',
    'The Administration has bee',
    'Nevertheless, negotiations',
    'The Trump Administration m',
    'The U.S. has plenty of opt',
    'Chasing the Kremlin with n',
  ])
})

it('sets aside what the feed added, each line with its rule', () => {
  expect(article.setAside).toEqual([
    { text: '[time-brightcove not-tgx=”true”]', rule: 'shortcode' },
    { text: 'Read More: The Case for Trump’s Peace Plan', rule: 'cross-reference' },
    { text: 'Read More: Trump’s Ukraine Peace Plan Is a Wake-Up Call for Europe', rule: 'cross-reference' },
    { text: 'The post Why the U.S.-Russia Ukraine Talks Failed appeared first on TIME.', rule: 'feed footer' },
  ])
})

it('takes title and publication from the footer and invents no author and no date', () => {
  expect(article.metadata).toEqual({
    title: 'Why the U.S.-Russia Ukraine Talks Failed',
    authors: [],
    containerTitle: 'TIME',
    issued: null,
    url: null,
    accessed: null,
    language: null,
  })
  expect(article.provenance).toEqual({ title: 'feed footer', containerTitle: 'feed footer' })
})

it('keeps every word of the article between original and text', () => {
  const lines = bytes.toString('utf8').split('\n').filter((line) => line !== '')
  expect([...textsOf(article), ...article.setAside.map((line) => line.text)].toSorted()).toEqual(lines.toSorted())
})

it('names encoding and hash of the original bytes', () => {
  expect({ mediaType: article.mediaType, encoding: article.encoding, sha256: article.sha256 }).toEqual({
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: 'c8ff8b14e0c7c3e8b15c7101c4f40daa1be35b8efd21863b71dfabb478fbef47',
  })
})
