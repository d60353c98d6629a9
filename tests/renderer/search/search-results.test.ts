// What the search box lists.
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../src/renderer/commands/command-registry.ts'
import { groupResults, markedPieces, readQuery } from '../../../src/renderer/search/search-results.ts'
import type { SearchHit, SearchKind } from '../../../src/shared/search.ts'

const aHit = (kind: SearchKind, title: string): SearchHit => ({ kind, ref: title, title, excerpt: '', marks: [], source: null, passage: null, span: null })
const aCommand = (title: string, enabled = true): Command => ({ name: title, title, group: 'Write', keys: [], place: 'anywhere', enabled: () => enabled, run: () => {} })

const listed = (hits: SearchHit[], commands: Command[], typed: string): Record<string, string[]> =>
  Object.fromEntries(
    groupResults(hits, commands, typed).map((group) => [
      group.title,
      group.results.map((result) => (result.type === 'hit' ? result.hit.title : result.type === 'command' ? result.command.title : result.key)),
    ]),
  )

const hits = [aHit('actor', 'Putin'), aHit('source', 'The memo'), aHit('actor', 'Putina')]
const commands = [aCommand('New memo'), aCommand('Export memo as PDF'), aCommand('Delete memo', false)]

test('`>` asks for commands only', () => {
  expect(readQuery(' > new ')).toEqual({ text: 'new', commandsOnly: true })
  expect(readQuery(' new ')).toEqual({ text: 'new', commandsOnly: false })
  expect(listed(hits, commands, '>')).toEqual({ Commands: ['New memo', 'Export memo as PDF'] })
})

describe('groups', () => {
  test('stand in the order of their best hits, commands after them', () => {
    const groups = listed(hits, commands, 'memo')
    expect(Object.keys(groups)).toEqual(['Actors', 'Sources', 'Commands'])
    expect(groups).toEqual({ Actors: ['Putin', 'Putina'], Sources: ['The memo'], Commands: ['New memo', 'Export memo as PDF'] })
  })

  test('commands come first when they start with what was typed', () => {
    expect(Object.keys(listed(hits, commands, 'new memo'))).toEqual(['Commands', 'Actors', 'Sources'])
  })

  test('nothing typed lists nothing', () => {
    expect(listed(hits, commands, '  ')).toEqual({})
  })
})

test('an excerpt is cut at its marks, overlapping and overlong ones included', () => {
  const pieces = markedPieces('no compromise found', [
    { start: 14, end: 99 },
    { start: 3, end: 8 },
    { start: 5, end: 13 },
  ])
  expect(pieces).toEqual([
    { text: 'no ', marked: false },
    { text: 'compr', marked: true },
    { text: 'omise', marked: true },
    { text: ' ', marked: false },
    { text: 'found', marked: true },
  ])
})
