import { describe, expect, it } from 'vitest'
import { apiArguments } from '../../src/shared/api.ts'
import { aCore, aSource } from './a-core.ts'

describe('the gate to the core', () => {
  it('implements every call of the contract but those of the shell', () => {
    const { api } = aCore()
    const callsOf = (features: object) =>
      Object.entries(features).flatMap(([feature, calls]) => Object.keys(calls).map((call) => `${feature}.${call}`))
    // The shell's calls are its own; those of backups are answered beside the workers.
    const { shell: _shell, backups: _backups, ...features } = apiArguments
    expect(callsOf(api).toSorted()).toEqual(callsOf(features).toSorted())
  })

  it.each(['', 'sources', 'sources.', '.list', 'sources.list.x', 'sources.toString', '__proto__.list', 'constructor.name', 'shell.capabilities', 'sources.__proto__'])(
    'refuses the unknown call “%s”',
    (name) => {
      expect(() => aCore().call(name, {})).toThrow(expect.objectContaining({ code: 'call.unknown' }))
    },
  )

  it.each([
    ['sources.get', {}],
    ['sources.get', { source: "'; DROP TABLE source; --" }],
    ['sources.get', null],
    ['sources.get', 'text'],
    ['memos.save', { memo: '00000000-0000-7000-8000-000000000000', revision: -1, document: '{}' }],
    ['passages.setBounds', { passage: '00000000-0000-7000-8000-000000000000', spans: [{ start: 4, end: 4 }] }],
    ['items.tag', { kind: 'opinion' }],
  ])('refuses %s with %j', (name, args) => {
    expect(() => aCore().call(name, args)).toThrow(expect.objectContaining({ code: 'call.invalid' }))
  })

  it('lets no NUL and no lone surrogate through', async () => {
    const core = aCore()
    await aSource(core, 'Some text.')
    const created = core.call('items.create', { kind: 'actor', statement: 'a\0b\uD83D c' })
    expect(created).toMatchObject({ statement: 'a\uFFFDb\uFFFD c' })
  })
})
