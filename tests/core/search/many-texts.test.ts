// Search among so many texts that common words are not ranked: every way of looking finds what the texts say, and no more.
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCore, type Core } from '../../../src/core/core.ts'
import { newUuid } from '../../../src/core/new-uuid.ts'
import { randomFrom, type Random } from '../../campaigns/random.ts'

const count = 2600
const random = randomFrom(34)

/** Words by how often they are drawn: some stand in nearly every text, some in a handful. */
const words = ['common', 'company', 'compass', 'treaty', 'treason', 'tree', 'envoy', 'enter', 'grain', 'border', 'zone', 'zebra', 'quay', 'quorum', 'harbour', 'harvest', 'don', 't']
const drawn = (): string => words[Math.floor(words.length * random.fraction() ** 4)] ?? ''

const texts = Array.from({ length: count }, (_, at) => {
  const some = Array.from({ length: 6 }, drawn)
  if (at % 700 === 3) some.push('rarely', 'seen')
  // Hundreds of words with one beginning, in old texts alone; then thousands, each in one text.
  if (at < 300) some.push(`gone${at}`)
  some.push(`num${at}`, at === 9 ? '普京会见了特使' : at === 7 ? '在莫斯科谈判' : '双方谈判')
  // Some end with letters that are looked for, and nothing behind them.
  return `${some.join(' ')}${at % 650 === 11 ? '结尾' : '.'}`
})

const folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
const options = { path: join(folder, 'W.groundwork'), resources: join(import.meta.dirname, '../../../resources'), filesFolder: join(folder, 'files') }
let core: Core

beforeAll(() => {
  createCore(options).close()
  const db = new Database(options.path)
  const source = db.prepare(
    `INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version) VALUES (?, ?, '[]', '{}', 'text/plain', 'aa', '2026-11-01T00:00:00.000Z', 1)`,
  )
  const text = db.prepare(
    `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
     VALUES (?, 1, ?, ?, '[]', '[]', 8, 1, '2026-11-01T00:00:00.000Z')`,
  )
  db.transaction(() => {
    db.exec("INSERT INTO source_original VALUES ('aa', x'61')")
    for (const [at, said] of texts.entries()) {
      const id = newUuid()
      source.run(id, `Report ${at}`)
      text.run(id, said, JSON.stringify([{ kind: 'paragraph', start: 0, end: said.length }]))
    }
    db.exec('DELETE FROM likeness_wanted')
  })()
  db.close()
  core = createCore(options)
})

afterAll(() => {
  core.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The numbers of the texts found, in their order. */
function found(text: string, limit = 100) {
  const { hits, recentFirst } = core.api.search.everything({ text: `in:text ${text}`, limit })
  return { texts: hits.map(({ title }) => Number(title.replace('Report ', ''))), recentFirst }
}

const newest = (test: (text: string) => boolean, most = 100): number[] => texts.flatMap((text, at) => (test(text) ? [at] : [])).toReversed().slice(0, most)
const hasWord = (word: string) => (text: string) => text.includes(`${word} `) || text.includes(`${word}.`)

describe('among very many texts', () => {
  it('filters alone give the newest first, whether sources or a date are asked for', () => {
    expect(found('source:report').texts).toEqual(newest(() => true))
    expect(found('source:report before:2027').texts).toEqual(newest(() => true))
    expect(found('source:"report 2599"').texts).toEqual([2599])
    expect(found('source:report after:2027').texts).toEqual([])
    expect(found('before:2027').texts).toEqual(newest(() => true))
  })

  it.each([
    ['a common word', 'common ', hasWord('common')],
    ['a common beginning of few words', 'com', (text: string) => /\bcom/.test(text)],
    ['two letters', 'co', (text: string) => /\bco/.test(text)],
    ['one letter', 't', (text: string) => /\bt/.test(text)],
    ['a beginning of thousands of words', 'num', () => true],
    ['a beginning of hundreds of words in old texts', 'gone', (text: string) => text.includes('gone')],
    ['a beginning of hundreds of words beside a common one', 'common gone', (text: string) => text.includes('gone') && text.includes('common')],
    ['a phrase of common words', '"common common"', (text: string) => text.includes('common common')],
    ['one letter of a script without spaces', '谈', (text: string) => text.includes('谈')],
    ['two such letters', '谈判', (text: string) => text.includes('谈判')],
    ['the last letter of a text', '尾', (text: string) => text.endsWith('尾')],
    ['the last two letters of a text', '结尾', (text: string) => text.endsWith('结尾')],
  ])('%s: the newest come first, and the answer says so', (_, typed, test) => {
    expect(found(typed)).toEqual({ texts: newest(test), recentFirst: true })
  })

  it.each([
    ['two letters of rare words', 'ra', (text: string) => text.includes('rarely'), true],
    ['two letters of a script without spaces in one old text', '会见', (text: string) => text.includes('会见'), true],
    ['three such letters', '莫斯科', (text: string) => text.includes('莫斯科'), false],
    ['a rare word and a common one', 'common rarely', (text: string) => text.includes('rarely') && hasWord('common')(text), false],
    ['a rare word and a beginning of thousands', 'rarely num', (text: string) => text.includes('rarely'), false],
    ['a rare word and letters of another script', 'rarely 谈判', (text: string) => text.includes('rarely'), false],
    ['one rare word without another', 'rarely -num3', (text: string) => text.includes('rarely') && !hasWord('num3')(text), false],
  ])('%s: all are found, however old', (_, typed, test, recentFirst) => {
    const answer = found(typed)
    expect([answer.texts.toSorted((a, b) => b - a), answer.recentFirst]).toEqual([newest(test), recentFirst])
  })

  it('in some of the sources alone: all are found, whether they are few or many', () => {
    expect(found('source:2599 common ').texts).toEqual(hasWord('common')(texts[2599] ?? '') ? [2599] : [])
    expect(found('source:report rarely').texts.toSorted((a, b) => b - a)).toEqual([2103, 1403, 703, 3])
    expect(found('source:703 common rarely').texts).toEqual(hasWord('common')(texts[703] ?? '') ? [703] : [])
    expect(found('source:703').texts).toEqual([703])
    expect(found('source:report num').texts).toEqual(newest(() => true))
  })

  it('a letter left out of a script without spaces is left out', () => {
    expect(found('rarely -谈判').texts).toEqual([])
    expect(found('num9 -谈判').texts).toEqual([9])
  })
})

interface Asked {
  typed: string
  holds(tokens: string[]): boolean
}

function aTerm(chance: Random, last: boolean): Asked {
  const word = chance.oneOf(words)
  const kind = chance.whole(0, last ? 3 : 2)
  const phrase = [chance.oneOf(words), chance.oneOf(words)]
  if (kind === 0) return { typed: `"${phrase.join(' ')}"`, holds: (tokens) => tokens.some((token, at) => token === phrase[0] && tokens[at + 1] === phrase[1]) }
  if (kind === 1) return { typed: `-${word} `, holds: (tokens) => !tokens.includes(word) }
  if (kind === 2) return { typed: `${word} `, holds: (tokens) => tokens.includes(word) }
  const start = word.slice(0, chance.whole(1, 4))
  return { typed: start, holds: (tokens) => tokens.some((token) => token.startsWith(start)) }
}

it('whatever is typed, all that is found fits, and of what is no more than fits on a page all is found', () => {
  const chance = randomFrom(134)
  const tokens = texts.map((text) => text.slice(0, -1).split(' '))
  for (let round = 0; round < 300; round += 1) {
    const first: Asked = { typed: `${chance.oneOf(words)} `, holds: () => true }
    const [word] = first.typed.split(' ')
    const terms = [{ ...first, holds: (some: string[]) => some.includes(word ?? '') }, ...Array.from({ length: chance.whole(0, 2) }, (_, at) => aTerm(chance, at === 1))]
    const typed = terms.map((term) => term.typed).join(' ')
    const fitting = new Set(tokens.flatMap((some, at) => (terms.every((term) => term.holds(some)) ? [at] : [])))
    const answer = found(typed).texts
    expect({ typed, wrong: answer.filter((at) => !fitting.has(at)), found: answer.length }).toEqual({ typed, wrong: [], found: Math.min(fitting.size, 100) })
  }
})
