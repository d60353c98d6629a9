import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import type { Core } from '../../../src/core/core.ts'
import { undoableCalls } from '../../../src/shared/api.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { faultsOf } from '../../campaigns/workspace-health.ts'
import { aCore, aFolder, aSource } from '../a-core.ts'
import { randomCommand, writingCalls } from './random-commands.ts'
import { rowsReader, type Rows } from './whole-database.ts'

const text = 'Witkoff said that talks failed. Europe should act.\n\nRed fish should swim. Blue fish — 🐟👩‍🚀 — said so.\n\nNATO needs to pay.'

const newest = (core: Core): number => core.api.history.list({ limit: 1 })[0]?.id ?? 0

/** The calls that the contract says are undoable, by their full name. */
const undoable = Object.entries(undoableCalls).flatMap(([feature, calls]) => calls.map((call) => `${feature}.${call}`))

/** It keeps what `sources.importText` keeps, once the network has answered. */
const leftOut = ['sources.importUrl']

describe('the random commands', () => {
  it('are of every call that the contract says is undoable', () => {
    expect(undoable.length).toBeGreaterThan(40)
    expect(undoable.filter((call) => !(call in writingCalls) && !leftOut.includes(call))).toEqual([])
  })
})

describe('any sequence of 200 commands', () => {
  it.each([1, 2, 3])('undone one by one passes every state on its way back, redone every one again (seed %d)', async (seed) => {
    const folder = aFolder()
    const path = join(folder, 'W.groundwork')
    const core = aCore({ path })
    const random = randomFrom(seed)
    await aSource(core, text)
    const rows = rowsReader(path)
    const before = rows.everything()
    const states: Rows[] = [rows.withoutText()]
    let command = newest(core)
    for (let tries = 0; states.length <= 200 && tries < 600; tries += 1) {
      const { call, refused } = await randomCommand(core, random, folder)
      const now = newest(core)
      const state = rows.withoutText()
      if (now !== command) states.push(state)
      // A call that completes the newest command is undone with it; one that wrote nothing left everything as it was.
      else if (call === 'items.complete' && refused === null) states[states.length - 1] = state
      else expect(state, `${call} ${refused ?? ''}`).toEqual(states.at(-1))
      command = now
    }
    expect(states.length).toBe(201)
    const after = rows.everything()
    for (let back = states.length - 2; back >= 0; back -= 1) {
      const { label } = core.api.history.undo({})
      expect(rows.withoutText(), `after undoing “${label}”, ${back} left`).toEqual(states[back])
    }
    expect(rows.everything()).toEqual(before)
    for (const state of states.slice(1)) {
      const { label } = core.api.history.redo({})
      expect(rows.withoutText(), `after redoing “${label}”`).toEqual(state)
    }
    expect(core.api.history.redo({})).toEqual({ label: null })
    expect(rows.everything()).toEqual(after)
    rows.close()
    core.close()
    expect(faultsOf(path)).toEqual([])
  })
})
