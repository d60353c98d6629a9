// The code tree: moving, merging, splitting, keys, counts and the codebook.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import { aCore, aSource, spanOf } from '../a-core.ts'

const code = (core: Core, name: string, parent: string | null = null): string => core.api.codes.create({ name, parent }).id
const paths = (core: Core): string[] => core.api.codes.list({}).map(({ path }) => path)
const noteOn = async (core: Core) => {
  const source = await aSource(core, 'One fish. Two fish. Red fish. Blue fish.', 'On fish')
  return (words: string, under: string, changes: object = {}) =>
    core.api.items.tag({ source: source.source, version: source.version, spans: [spanOf(source, words)], kind: 'note', changes: { code: under, ...changes } })
}
const refusal = (words: string) => expect.objectContaining({ code: 'code.invalid', message: expect.stringContaining(words) })

describe('moving a code', () => {
  it('puts it before a sibling, under another parent or last, each in one step', () => {
    const core = aCore()
    const [a, b, c] = [code(core, 'A'), code(core, 'B'), code(core, 'C')]
    core.api.codes.move({ code: c, parent: null, before: a })
    expect(paths(core)).toEqual(['C', 'A', 'B'])
    core.api.codes.move({ code: a, parent: b })
    expect(paths(core)).toEqual(['C', 'B', 'B / A'])
    core.api.history.undo({})
    core.api.history.undo({})
    expect(paths(core)).toEqual(['A', 'B', 'C'])
  })

  it('is refused under itself, under what is below it, and where its name is taken', () => {
    const core = aCore()
    const a = code(core, 'A')
    const below = code(core, 'B', code(core, 'Middle', a))
    const namesake = code(core, 'B')
    expect(() => core.api.codes.move({ code: a, parent: a })).toThrow(refusal('under itself'))
    expect(() => core.api.codes.move({ code: a, parent: below })).toThrow(refusal('under itself'))
    expect(() => core.api.codes.move({ code: below, parent: null })).toThrow(refusal('named “B”'))
    expect(() => core.api.codes.update({ code: namesake, name: 'A' })).toThrow(refusal('named “A”'))
    expect(core.api.history.state({}).undo).toBe('New code')
  })

  it('to where it stands is no step', () => {
    const core = aCore()
    const a = code(core, 'A')
    const b = code(core, 'B')
    core.api.codes.move({ code: a, parent: null, before: a })
    core.api.codes.move({ code: a, parent: null, before: b })
    core.api.codes.move({ code: b, parent: null })
    expect(core.api.history.list({}).map(({ label }) => label)).not.toContain('Move code')
  })
})

describe('merging a code into another', () => {
  it('moves its notes and children, lets duplicates collapse, and is undone in one', async () => {
    const core = aCore()
    const note = await noteOn(core)
    const [from, into] = [code(core, 'From'), code(core, 'Into')]
    const [mine, yours] = [code(core, 'Same', from), code(core, 'Same', into)]
    code(core, 'Other', from)
    core.api.codes.update({ code: from, description: 'What it was', shortcut: 'y' })
    const kept = note('One fish', into)
    note('One fish', from)
    const commented = note('One fish', from, { comment: 'Mine' })
    const alone = note('Two fish', from)
    const deep = note('Red fish', mine)
    const before = core.api.codes.list({})
    expect(core.api.codes.merge({ code: from, into })).toMatchObject({ uses: 3, total: 4, description: 'What it was', shortcut: 'y' })
    expect(paths(core)).toEqual(['Into', 'Into / Same', 'Into / Other'])
    const under = core.api.items.list({ kind: 'note' }).map((each) => [each.id, each.code])
    expect(new Map(under as [string, string][])).toEqual(new Map([[kept.item, into], [commented.item, into], [alone.item, into], [deep.item, yours]]))
    core.api.history.undo({})
    expect(core.api.codes.list({})).toEqual(before)
    expect(core.api.items.list({ kind: 'note' })).toHaveLength(5)
  })

  it('is refused into itself and into what is below it', () => {
    const core = aCore()
    const a = code(core, 'A')
    const below = code(core, 'B', a)
    expect(() => core.api.codes.merge({ code: a, into: a })).toThrow(refusal('into itself'))
    expect(() => core.api.codes.merge({ code: a, into: below })).toThrow(refusal('stands below it'))
    core.api.codes.merge({ code: below, into: a })
    expect(paths(core)).toEqual(['A'])
  })
})

describe('splitting a code', () => {
  it('moves the chosen notes to another one in one step', async () => {
    const core = aCore()
    const note = await noteOn(core)
    const [a, b] = [code(core, 'A'), code(core, 'B')]
    const tags = [note('One fish', a), note('Two fish', a), note('Red fish', a)].map(({ tag }) => tag)
    core.api.items.moveTags({ tags: tags.slice(0, 2), to: { code: b } })
    expect(core.api.codes.list({}).map(({ uses }) => uses)).toEqual([1, 2])
    core.api.history.undo({})
    expect(core.api.codes.list({}).map(({ uses }) => uses)).toEqual([3, 0])
  })
})

describe('a key of its own', () => {
  it('is kept, taken off, and refused when another code has it', () => {
    const core = aCore()
    const [a, b] = [code(core, 'A'), code(core, 'B')]
    expect(core.api.codes.update({ code: a, shortcut: 'Alt+Shift+Y' }).shortcut).toBe('Alt+Shift+Y')
    expect(() => core.api.codes.update({ code: b, shortcut: 'Alt+Shift+Y' })).toThrow(refusal('puts on “A”'))
    expect(core.api.codes.update({ code: a, shortcut: null }).shortcut).toBeNull()
    expect(core.api.codes.update({ code: b, shortcut: 'Alt+Shift+Y' }).shortcut).toBe('Alt+Shift+Y')
    expect(() => core.call('codes.update', { code: b, shortcut: 'Hyper+Y' })).toThrow()
  })
})

describe('the codebook', () => {
  it('has every code with its meaning, counts and first three passages, as Markdown that says just that', async () => {
    const core = aCore()
    const note = await noteOn(core)
    const fish = code(core, 'Fish [*]')
    const colour = code(core, 'Colour', fish)
    core.api.codes.update({ code: fish, description: 'Anything that swims.\n\nNot: <whales>' })
    for (const words of ['One fish', 'Two fish', 'Red fish', 'Blue fish']) note(words, fish)
    note('Red', colour)
    expect(core.api.codes.codebook({}).find((entry) => entry.code === fish)?.examples.map(({ quote }) => quote)).toEqual(['One fish', 'Two fish', 'Red fish'])
    const exported = core.api.codes.exportCodebook({})
    const written = readFileSync(core.files.served(exported.file).path, 'utf8')
    expect(exported).toMatchObject({ name: 'Codebook.md', size: Buffer.byteLength(written) })
    expect(written).toBe(String.raw`# Codebook

## Fish \[\*\]

*4 passages, 5 with the codes below*

Anything that swims.

Not: \<whales\>

> One fish
>
> — On fish

> Two fish
>
> — On fish

> Red fish
>
> — On fish

### Fish \[\*\] / Colour

*1 passage*

> Red
>
> — On fish
`)
  })
})
