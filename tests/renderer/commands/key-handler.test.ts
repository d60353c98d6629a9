// Which command a key means, by where it was pressed.
import { expect, test } from 'vitest'
import type { Command } from '../../../src/renderer/commands/command-registry.ts'
import { commandFor, type KeyContext } from '../../../src/renderer/commands/key-handler.ts'

const aCommand = (name: string, keys: string[], changes: Partial<Command> = {}): Command => ({
  name,
  title: name,
  group: 'Window',
  keys,
  place: 'anywhere',
  run: () => {},
  ...changes,
})

const commands = [
  aCommand('undo', ['Mod+Z']),
  aCommand('search', ['Mod+K']),
  aCommand('help', ['?']),
  aCommand('pane', ['F6']),
  aCommand('claim', ['c'], { place: 'reader' }),
  aCommand('contents', ['c'], { place: 'anywhere' }),
  aCommand('link', ['Mod+K'], { place: 'memo' }),
  aCommand('off', ['x'], { enabled: () => false }),
]

/** The name of what `key` runs there; `^` before it stands for Ctrl. */
function meant(key: string, changes: Partial<KeyContext> = {}): string | null {
  const context: KeyContext = { place: 'reader', text: 'none', layer: 'none', ...changes }
  const ctrlKey = key.startsWith('^')
  const press = { key: key.replace('^', ''), code: '', ctrlKey, metaKey: false, altKey: false, shiftKey: false }
  return commandFor(commands, press, context, false)?.name ?? null
}

test("a pane's own command goes before one for anywhere", () => {
  expect(meant('c')).toBe('claim')
  expect(meant('c', { place: 'library' })).toBe('contents')
  expect(meant('^k', { place: 'memo' })).toBe('link')
  expect(meant('^k', { place: 'reader' })).toBe('search')
})

test('single keys are letters inside a text field', () => {
  expect(meant('c', { text: 'field' })).toBeNull()
  expect(meant('?', { text: 'editor' })).toBeNull()
  expect(meant('^k', { text: 'field' })).toBe('search')
  expect(meant('F6', { text: 'field' })).toBe('pane')
})

test('undo belongs to a text field; an editor that lets it through has nothing left to undo', () => {
  expect(meant('^z')).toBe('undo')
  expect(meant('^z', { text: 'field' })).toBeNull()
  expect(meant('^z', { text: 'editor' })).toBe('undo')
})

test('popovers keep single keys, modal dialogs keep all', () => {
  expect(meant('c', { layer: 'popover' })).toBeNull()
  expect(meant('^k', { layer: 'popover' })).toBe('search')
  expect(meant('^k', { layer: 'modal' })).toBeNull()
})

test('a command that is not enabled frees its keys', () => {
  expect(meant('x')).toBeNull()
})
