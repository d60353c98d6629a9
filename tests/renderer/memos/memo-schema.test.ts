// The contract's table of nodes and marks and the editor's schema are one and the same.
// @vitest-environment jsdom
import type { NodeType } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { markRules, nodeRules, type AttributeRule } from '../../../src/shared/memo-document.ts'
import { stretchName } from '../../../src/renderer/memos/stretch-mark.ts'
import { memoSchema } from '../../../src/renderer/memos/memo-schema.ts'

const schema = memoSchema()

type Specified = Record<string, { default?: unknown }>
const presetsOfRules = (rules: Record<string, AttributeRule>) =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, 'preset' in rule ? { preset: rule.preset } : 'required']),
  )
const presetsOfSchema = (attributes: Specified | undefined) =>
  Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, spec]) => [
      name,
      'default' in spec && spec.default !== undefined ? { preset: spec.default } : 'required',
    ]),
  )

/** The names of all nodes that may stand anywhere in a node of this type. */
function childrenOf(type: NodeType): string[] {
  const states = [type.contentMatch]
  const names = new Set<string>()
  for (const state of states) {
    for (let edge = 0; edge < state.edgeCount; edge += 1) {
      const { type: child, next } = state.edge(edge)
      names.add(child.name)
      if (!states.includes(next)) states.push(next)
    }
  }
  return [...names].toSorted()
}

/** What text in a block may carry: anything, comments alone, or nothing. */
const marksOf = ({ markSet }: NodeType): boolean | 'comments' =>
  markSet === null || (markSet.length > 0 && (markSet.every(({ name }) => name === 'comment') ? 'comments' : true))

describe('the schema and memo-document.ts', () => {
  it('know the same nodes and marks', () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(Object.keys(nodeRules).toSorted())
    // Stretches are the window's alone: no stored memo may hold one.
    expect(Object.keys(schema.marks).filter((name) => name !== stretchName).toSorted()).toEqual(Object.keys(markRules).toSorted())
  })

  it.each(Object.keys(nodeRules))('agree on %s', (name) => {
    const rule = nodeRules[name]
    const type = schema.nodes[name]
    expect(presetsOfSchema(type?.spec.attrs as Specified)).toEqual(presetsOfRules(rule?.attributes ?? {}))
    const admitted = type ? childrenOf(type) : []
    expect(admitted).toEqual([...(rule?.children ?? [])].toSorted())
    expect(type?.contentMatch.validEnd).toBe(rule?.atLeast === 0)
    if (rule?.first) expect(type?.contentMatch.edgeCount === 1 && type.contentMatch.edge(0).type.name).toBe(rule.first)
    if (type?.isTextblock) expect(marksOf(type)).toBe(rule?.marked)
  })

  it.each(Object.keys(markRules))('agree on the mark %s', (name) => {
    expect(presetsOfSchema(schema.marks[name]?.spec.attrs as Specified)).toEqual(presetsOfRules(markRules[name] ?? {}))
  })

  it('let code stand alone and every other mark stand with the rest', () => {
    const alone = Object.values(schema.marks).filter((mark) =>
      Object.values(schema.marks).some((other) => other !== mark && mark.excludes(other)),
    )
    expect(alone.map((mark) => mark.name)).toEqual(['code'])
  })
})
