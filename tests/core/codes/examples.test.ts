// Passages that were chosen as examples of a code.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aCore, aSource, spanOf } from '../a-core.ts'

const words = ['one', 'two', 'three', 'four', 'five']

async function aDesk() {
  const core = aCore()
  const source = await aSource(core, 'one two three four five six')
  const code = core.api.codes.create({ name: 'Numbers' }).id
  const tags = words.map((word) => core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, word)], kind: 'note', changes: { code } }))
  const shown = () => core.api.codes.codebook({}).flatMap(({ examples }) => examples.map(({ quote, chosen }) => (chosen ? `*${quote}` : quote)))
  return { core, code, tags, shown }
}

describe('examples of a code', () => {
  it('stand first in the codebook, which is filled up to three with its first passages', async () => {
    const { core, code, tags, shown } = await aDesk()
    expect(shown()).toEqual(['one', 'two', 'three'])
    core.api.codes.setExample({ tag: tags[4]?.tag ?? '', example: true })
    expect(shown()).toEqual(['*five', 'one', 'two'])
    expect(core.api.codes.examples({ code })).toEqual([tags[4]?.tag])
    for (const at of [3, 2, 1]) core.api.codes.setExample({ tag: tags[at]?.tag ?? '', example: true })
    expect(shown()).toEqual(['*two', '*three', '*four', '*five'])
    const { file } = core.api.codes.exportCodebook({})
    expect(readFileSync(core.files.served(file).path, 'utf8')).toContain('> ★ two\n')
  })

  it('are undone and redone, and go with their tag and come back with it', async () => {
    const { core, tags, shown } = await aDesk()
    const tag = tags[4]?.tag ?? ''
    core.api.codes.setExample({ tag, example: true })
    core.api.history.undo({})
    expect(shown()).toEqual(['one', 'two', 'three'])
    core.api.history.redo({})
    core.api.items.untag({ tag })
    expect(shown()).toEqual(['one', 'two', 'three'])
    core.api.history.undo({})
    expect(shown()).toEqual(['*five', 'one', 'two'])
    core.api.codes.setExample({ tag, example: false })
    expect(shown()).toEqual(['one', 'two', 'three'])
    core.api.items.untag({ tag })
    expect(() => core.api.codes.setExample({ tag, example: true })).toThrow(expect.objectContaining({ code: 'tag.gone' }))
  })
})
