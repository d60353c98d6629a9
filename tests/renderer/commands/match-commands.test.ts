// Finding commands by words of their titles.
import { expect, test } from 'vitest'
import type { Command } from '../../../src/renderer/commands/command-registry.ts'
import { matchingCommands } from '../../../src/renderer/commands/match-commands.ts'

const titles = ['Show or hide the Memo', 'New memo', 'Export memo as PDF', 'Mark TLP:AMBER+STRICT', 'Mark TLP:AMBER', 'Import files…']
const commands = titles.map((title): Command => ({ name: title, title, group: 'Write', keys: [], place: 'anywhere', run: () => {} }))
const found = (text: string): string[] => matchingCommands(commands, text).map((command) => command.title)

test('every word typed starts a word of the title', () => {
  expect(found('memo')).toEqual(['New memo', 'Export memo as PDF', 'Show or hide the Memo'])
  expect(found('pdf exp')).toEqual(['Export memo as PDF'])
  expect(found('emo')).toEqual([])
})

test('titles that start with the text come first, then shorter ones', () => {
  expect(found('tlp:amber')).toEqual(['Mark TLP:AMBER', 'Mark TLP:AMBER+STRICT'])
  expect(found('IMPORT')).toEqual(['Import files…'])
})

test('nothing typed finds all in their order', () => {
  expect(found('  ')).toEqual(titles)
})
