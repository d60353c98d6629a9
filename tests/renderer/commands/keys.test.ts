// Key combinations: read, compared with key events, shown.
import { describe, expect, test } from 'vitest'
import { matchesKeys, parseKeys, showKeys, type KeyPress } from '../../../src/renderer/commands/keys.ts'

const aPress = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...changes,
})

test('combinations are taken apart', () => {
  expect(parseKeys('Mod+Shift+Z')).toEqual({ mod: true, shift: true, alt: false, key: 'z' })
  expect(parseKeys('?')).toEqual({ mod: false, shift: false, alt: false, key: '?' })
  expect(parseKeys('+')).toEqual({ mod: false, shift: false, alt: false, key: '+' })
  expect(parseKeys('Mod++')).toEqual({ mod: true, shift: false, alt: false, key: '+' })
  expect(parseKeys('Alt+ArrowLeft')).toEqual({ mod: false, shift: false, alt: true, key: 'ArrowLeft' })
})

describe('a press is a combination', () => {
  test('when key and modifiers are the same', () => {
    expect(matchesKeys(aPress('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true)
    expect(matchesKeys(aPress('k', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(matchesKeys(aPress('k', { metaKey: true }), 'Mod+K', false)).toBe(false)
    expect(matchesKeys(aPress('K', { ctrlKey: true, shiftKey: true }), 'Mod+K', false)).toBe(false)
    expect(matchesKeys(aPress('J', { shiftKey: true }), 'j', false)).toBe(false)
    expect(matchesKeys(aPress('J', { shiftKey: true }), 'Shift+J', false)).toBe(true)
    expect(matchesKeys(aPress('C'), 'c', false)).toBe(true)
  })

  test('for punctuation whatever Shift it took', () => {
    expect(matchesKeys(aPress('?', { shiftKey: true }), '?', false)).toBe(true)
    expect(matchesKeys(aPress('{', { shiftKey: true }), '{', false)).toBe(true)
    expect(matchesKeys(aPress('.', { ctrlKey: true }), 'Mod+.', false)).toBe(true)
  })

  test('by the place of the key where the layout has another script', () => {
    expect(matchesKeys(aPress('с', { code: 'KeyC' }), 'c', false)).toBe(true)
    expect(matchesKeys(aPress('λ', { code: 'KeyL', ctrlKey: true }), 'Mod+L', false)).toBe(true)
    expect(matchesKeys(aPress('&', { code: 'Digit1', ctrlKey: true }), 'Mod+1', false)).toBe(true)
  })

  test('by what is typed where the layout only moves Latin letters', () => {
    expect(matchesKeys(aPress('z', { code: 'KeyY', ctrlKey: true }), 'Mod+Z', false)).toBe(true)
    expect(matchesKeys(aPress('z', { code: 'KeyY', ctrlKey: true }), 'Mod+Y', false)).toBe(false)
  })
})

test('combinations are shown in the words of the platform', () => {
  expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl Shift Z')
  expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z')
  expect(showKeys('Alt+ArrowLeft', false)).toBe('Alt ←')
  expect(showKeys('c', false)).toBe('C')
})
