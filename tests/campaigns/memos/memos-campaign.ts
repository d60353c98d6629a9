// Generated memos go through a mounted editor and come out as they went in: npm run campaign -- memos. A round is a memo;
// every tenth batch of them goes through as one more that is long.
import './a-page.ts'
import { isDeepStrictEqual } from 'node:util'
import { Editor } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { openDocument, writeDocument } from '../../../src/renderer/memos/document-opening.ts'
import { memoSchema, schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { inStretches, longText } from '../../../src/renderer/memos/stretches.ts'
import { checkDocument, nodesOf } from '../../../src/shared/memo-document.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { anyDocument } from '../../renderer/memos/memo-builders.ts'
import type { Campaign } from '../campaign.ts'

/** Memos are generated in batches, so that a long campaign holds few at a time. */
const batch = 200

/** Puts a stored memo into the view of an editor and answers what it would store. */
function throughEditor(editor: Editor, stored: string): string {
  const opened = openDocument(memoSchema(), stored)
  if ('problem' in opened) throw new Error(`it was not opened, because it holds ${opened.problem}`)
  const { view, state } = editor
  view.updateState(EditorState.create({ doc: inStretches(opened.doc), plugins: state.plugins }))
  return writeDocument(view.state.doc)
}

/** Where two texts part, in a few characters of each. */
function firstDifference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  return `…${before.slice(Math.max(0, at - 30), at + 50)}… became …${after.slice(Math.max(0, at - 30), at + 50)}…`
}

/** All the blocks of memos in one: long enough that it is drawn in stretches. */
const together = (memos: readonly DocumentNode[]): DocumentNode => ({ type: 'doc', content: memos.flatMap(({ content = [] }) => content) })

/** Rounds are counted from 0; each memo follows from the seed and its round. */
export const memosCampaign: Campaign = async ({ rounds, seed, onRound }) => {
  const kinds = new Map<string, number>()
  const problems: string[] = []
  let characters = 0
  for (let done = 0; done < rounds; done += batch) {
    const editor = new Editor({ element: document.body, extensions: [...schemaExtensions] })
    const memos: DocumentNode[] = fc.sample(anyDocument, { numRuns: Math.min(batch, rounds - done), seed: seed + done })
    for (const [index, memo] of memos.entries()) {
      const stored = JSON.stringify(memo)
      characters += stored.length
      for (const node of nodesOf(memo)) {
        kinds.set(node.type, (kinds.get(node.type) ?? 0) + 1)
        for (const { type } of node.marks ?? []) kinds.set(`mark ${type}`, (kinds.get(`mark ${type}`) ?? 0) + 1)
      }
      try {
        const { problem } = checkDocument(memo)
        const after = throughEditor(editor, stored)
        if (problem !== null) problems.push(`memo ${done + index} holds ${problem}`)
        else if (!isDeepStrictEqual(JSON.parse(after), JSON.parse(stored))) problems.push(`memo ${done + index}: ${firstDifference(stored, after)}`)
      } catch (thrown) {
        problems.push(`memo ${done + index}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
      }
    }
    // Not of every batch: jsdom gives back little of what long pages took.
    if (done % (10 * batch) === 0) {
      const long = together(memos)
      const [stored, after] = [JSON.stringify(long), throughEditor(editor, JSON.stringify(long))]
      const isDrawn = editor.view.dom.querySelector('.memo-stretch') !== null
      if ((long.content?.length ?? 0) > longText && !isDrawn) problems.push(`the memos from ${done} on, as one, stand in no stretches`)
      if (!isDeepStrictEqual(JSON.parse(after), JSON.parse(stored))) problems.push(`the memos from ${done} on, as one: ${firstDifference(stored, after)}`)
    }
    editor.destroy()
    onRound?.([])
  }
  const rows = [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { head: ['what', 'how many'], rows: [['characters of JSON', characters], ...rows], problems: problems.slice(0, 20) }
}
