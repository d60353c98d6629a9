// Keys of the analyst's own: read from what was pressed, and compared with those of commands.
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/renderer/commands/command-registry.ts'
import { combinationOf, commandWithKeys } from '../../../src/renderer/commands/key-conflicts.ts'
import { shortcutSchema } from '../../../src/shared/codes.ts'

const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const command = (name: string, keys: string[], place: Command['place']): Command => ({ name, title: name, group: 'Tag', keys, place, run: () => {} })

describe('a combination that was pressed', () => {
  it('is written as commands write it, and as the core takes it', () => {
    const pressed = [
      { ...none, key: 'y', code: 'KeyY' },
      { ...none, key: 'Y', code: 'KeyY', shiftKey: true },
      { ...none, key: 'Á', code: 'KeyA', altKey: true, shiftKey: true },
      { ...none, key: '!', code: 'Digit1', shiftKey: true },
      { ...none, key: 'F7', code: 'F7' },
    ].map((press) => combinationOf(press, false))
    expect(pressed).toEqual(['y', 'Shift+Y', 'Alt+Shift+A', '!', 'F7'])
    for (const keys of pressed) expect(shortcutSchema.safeParse(keys).success).toBe(true)
  })

  it('is none for Shift alone, Tab, Space and arrows', () => {
    expect(['Shift', 'Tab', ' ', 'ArrowUp', 'Enter'].map((key) => combinationOf({ ...none, key }, false))).toEqual([null, null, null, null, null])
  })
})

describe('a key that is taken', () => {
  it('is one of a command in the Reader or anywhere, whatever its order of Alt and Shift', () => {
    const commands = [command('claim', ['c'], 'reader'), command('bound', ['Alt+Shift+E'], 'anywhere'), command('memo', ['y'], 'memo')]
    expect(['c', 'Shift+Alt+E', 'y', 'Shift+C'].map((keys) => commandWithKeys(commands, keys)?.name ?? null)).toEqual(['claim', 'bound', null, null])
  })
})
