// A long memo is drawn in stretches, and nothing but the drawing knows of them.
// @vitest-environment jsdom
/// <reference types="@tiptap/starter-kit" />
import { Editor, Extension } from '@tiptap/core'
import { undoDepth } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openDocument, writeDocument } from '../../../src/renderer/memos/document-opening.ts'
import { fittingSlice } from '../../../src/renderer/memos/memo-clipboard.ts'
import { memoSchema, schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { inStretches, longText, stretching } from '../../../src/renderer/memos/stretches.ts'
import { stretchOf } from '../../../src/renderer/memos/stretch-mark.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aDocument, aParagraph, aText } from './memo-builders.ts'

const aHeading = (text: string): DocumentNode => ({ type: 'heading', attrs: { level: 2 }, content: [aText(text)] })
const aList = (...texts: string[]): DocumentNode => ({ type: 'bulletList', content: texts.map((text) => ({ type: 'listItem', content: [aParagraph(text)] })) })
const words = 'It is likely that the talks go on. '

/** Blocks of several kinds; every seventh is a heading, every eleventh a list. */
const blocks = (count: number): DocumentNode[] =>
  Array.from({ length: count }, (_, at) => (at % 7 === 3 ? aHeading(`Part ${at}`) : at % 11 === 5 ? aList('One', 'Two') : aParagraph(`${at} ${words.repeat(6)}`)))

const editors: Editor[] = []
afterEach(() => editors.splice(0).forEach((editor) => editor.destroy()))

/** An editor over a document; one without stretches behaves as they must not change it. */
function anEditor(document: DocumentNode, isStretched = true): Editor {
  const stretches = Extension.create({ name: 'stretches', addProseMirrorPlugins: () => (isStretched ? [stretching()] : []) })
  const editor = new Editor({
    extensions: [...schemaExtensions, stretches],
    editorProps: { transformPasted: fittingSlice },
    onBeforeCreate({ editor: { options, schema } }) {
      const doc = schema.nodeFromJSON(document)
      Object.assign(options, { content: isStretched ? inStretches(doc) : doc })
    },
  })
  editors.push(editor)
  return editor
}

const written = ({ state }: Editor): string => writeDocument(state.doc)
/** The blocks of each element of the text, by their kinds. */
const drawn = ({ view }: Editor): string[][] =>
  [...view.dom.children].map((element) => (element.classList.contains('memo-stretch') ? [...element.children] : [element]).map(({ tagName }) => tagName))
const stretchesIn = (doc: ProseMirrorNode) => doc.children.map((block) => stretchOf(block)?.attrs['number'] as number | undefined)
const startOf = ({ state: { doc } }: Editor, index: number): number => doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
/** Puts the caret into a top block, behind so many characters of a text block. */
const goTo = (editor: Editor, index: number, offset = 0) => {
  const { tr: change, doc } = editor.state
  editor.view.dispatch(change.setSelection(Selection.near(doc.resolve(startOf(editor, index) + 1 + offset))))
}

describe('a long memo', () => {
  it('stands in few elements, each beginning with what has no margin above it, and is stored without them', () => {
    const document = aDocument(...blocks(longText + 250))
    const editor = anEditor(document)
    const elements = drawn(editor)
    expect(elements.length).toBeGreaterThan(5)
    expect(elements.length).toBeLessThan(longText / 5)
    expect(elements.flat()).toHaveLength(longText + 250)
    expect(new Set(elements.map(([first]) => first))).toEqual(new Set(['P', 'UL']))
    expect(written(editor)).toBe(JSON.stringify(document))
    expect(editor.getHTML()).not.toContain('stretch')
  })

  it('that is not long stands bare', () => {
    expect(stretchesIn(anEditor(aDocument(...blocks(longText))).state.doc)).toEqual(Array(longText).fill(undefined))
  })

  it('of few blocks is long by its words', () => {
    const editor = anEditor(aDocument(...Array.from({ length: 8 }, () => aParagraph(words.repeat(1000)))))
    expect(stretchesIn(editor.state.doc)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('is not opened with a stretch in what is stored', () => {
    const mark = { type: 'stretch', attrs: { number: 1, height: 100 } }
    for (const stored of [aDocument({ ...aParagraph('One'), marks: [mark] }), aDocument(aParagraph(aText('One', mark)))]) {
      expect(openDocument(memoSchema(), JSON.stringify(stored))).toHaveProperty('problem')
    }
  })
})

describe('what is changed in a long memo', () => {
  const aLongEditor = () => anEditor(aDocument(...blocks(longText + 100)))

  it('keeps a new paragraph in the stretch of the one before, and undo takes back no more than that', () => {
    const editor = aLongEditor()
    const [before, count] = [written(editor), drawn(editor).length]
    goTo(editor, 8, editor.state.doc.child(8).content.size)
    editor.commands.splitBlock()
    expect(drawn(editor)).toHaveLength(count)
    expect(stretchesIn(editor.state.doc)).not.toContain(undefined)
    expect(undoDepth(editor.state)).toBe(1)
    editor.commands.undo()
    expect(written(editor)).toBe(before)
    expect(undoDepth(editor.state)).toBe(0)
  })

  it('lets no heading begin a stretch', () => {
    const editor = aLongEditor()
    const numbers = stretchesIn(editor.state.doc)
    const first = numbers.findIndex((number, at) => number === 1 && editor.state.doc.child(at).type.name === 'paragraph')
    expect(numbers[first - 1]).toBe(0)
    goTo(editor, first)
    editor.commands.setNode('heading', { level: 1 })
    expect(stretchesIn(editor.state.doc)[first]).toBe(0)
    expect(drawn(editor).every(([kind]) => kind === 'P' || kind === 'UL')).toBe(true)
  })

  it('takes a paragraph that goes into a list or a quotation out of its stretch', () => {
    const editor = aLongEditor()
    for (const change of ['toggleBulletList', 'toggleBlockquote'] as const) {
      goTo(editor, 1)
      editor.commands[change]()
      expect(editor.view.dom.querySelector(':is(li, blockquote) .memo-stretch')).toBeNull()
      expect(stretchesIn(editor.state.doc)).not.toContain(undefined)
      editor.commands.undo()
    }
  })

  it('keeps the marks of the next letter after Enter at the end of a paragraph', () => {
    const kept = [true, false].map((isStretched) => {
      const editor = anEditor(aDocument(...blocks(longText + 100)), isStretched)
      goTo(editor, 8, editor.state.doc.child(8).content.size)
      editor.chain().toggleBold().splitBlock().run()
      return editor.state.storedMarks?.map(({ type }) => type.name)
    })
    expect(kept).toEqual([['bold'], ['bold']])
  })

  it('cuts what comes at once, and a text that has grown long', () => {
    const editor = anEditor(aDocument(aParagraph('One')))
    editor.commands.insertContentAt(0, blocks(longText + 200))
    expect(stretchesIn(editor.state.doc)).not.toContain(undefined)
    expect(drawn(editor).length).toBeLessThan(60)
    const grown = anEditor(aDocument(...blocks(longText)))
    goTo(grown, 1)
    grown.commands.splitBlock()
    expect(stretchesIn(grown.state.doc)).not.toContain(undefined)
  })

  it('leaves its stretch when it is moved or copied', () => {
    const editor = aLongEditor()
    const { doc } = editor.state
    expect(fittingSlice(doc.slice(0, doc.content.size)).content.content.some(stretchOf)).toBe(false)
  })
})

/** Things that a writer does, at a block by index and an offset within it. */
const deeds: Record<string, (editor: Editor, at: number) => unknown> = {
  type: (editor) => editor.commands.insertContent('x'),
  split: (editor) => editor.commands.splitBlock(),
  joinBackward: (editor) => editor.commands.joinBackward(),
  heading: (editor) => editor.commands.toggleHeading({ level: 2 }),
  list: (editor) => editor.commands.toggleBulletList(),
  quotation: (editor) => editor.commands.toggleBlockquote(),
  lift: (editor) => editor.commands.lift('blockquote'),
  code: (editor) => editor.commands.toggleCodeBlock(),
  rule: (editor) => editor.commands.setHorizontalRule(),
  removal: (editor, at) => at + 1 < editor.state.doc.childCount && editor.commands.deleteRange({ from: startOf(editor, at) + 2, to: startOf(editor, Math.min(at + 30, editor.state.doc.childCount - 1)) }),
  paste: (editor) => editor.commands.insertContentAt(editor.state.selection.from, blocks(45)),
  undo: (editor) => editor.commands.undo(),
  redo: (editor) => editor.commands.redo(),
}

it('the same keys make the same text with stretches as without', () => {
  const deed = fc.record({ what: fc.constantFrom(...Object.keys(deeds)), at: fc.nat(longText + 60), offset: fc.nat(12) })
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 12 }), (all) => {
      const document = aDocument(...blocks(longText + 60))
      const pair = [anEditor(document), anEditor(document, false)]
      for (const { what, at, offset } of all) {
        for (const editor of pair) {
          const index = Math.min(at, editor.state.doc.childCount - 1)
          goTo(editor, index, Math.min(offset, editor.state.doc.child(index).content.size))
          deeds[what]?.(editor, index)
        }
        const [stretched, plain] = pair.map(written)
        expect(stretched).toBe(plain)
        expect(pair[0]?.view.dom.querySelector('.memo-stretch .memo-stretch')).toBeNull()
        expect(pair[0]?.view.dom.textContent).toBe(pair[1]?.view.dom.textContent)
        pair[0]?.state.doc.check()
      }
      editors.splice(0).forEach((editor) => editor.destroy())
    }),
    { numRuns: 40, seed: 42 },
  )
}, 180_000)
