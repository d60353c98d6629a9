// A citation goes where the writer was, beside the words it belongs to, and never in their place.
// @vitest-environment jsdom
import { NodeSelection, TextSelection, type EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { collectCitations } from '../../../src/renderer/memos/citations-plugin.ts'
import { caretOf, citeInPlace, endOf, insertCitation, replaceWithCitation } from '../../../src/renderer/memos/insert-citation.ts'
import { aCite, mostCites, type CitationAttributes, type DocumentNode } from '../../../src/shared/memos.ts'
import { aCitation, aDocument, anId, aParagraph, aState } from './memo-builders.ts'

const cited: CitationAttributes = { id: anId(9), cites: [aCite(anId(99), 1, 'cited')] }

/** The document as lines; a citation reads `[cited]`, the caret `|`. */
function lines({ doc, selection }: EditorState): string[] {
  const found: string[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    let line = ''
    node.forEach((child, offset) => {
      const start = position + 1 + offset
      const caret = selection.empty ? selection.head - start : -1
      const text = child.text ?? (child.type.name === 'citation' ? `[${child.attrs.cites[0].quote}]` : '⏎')
      if (child.isText && caret > 0 && caret <= text.length) line += `${text.slice(0, caret)}|${text.slice(caret)}`
      else line += caret === 1 && !child.isText ? `${text}|` : caret === 0 && offset === 0 ? `|${text}` : text
    })
    found.push(line)
    return false
  })
  return found
}

const memo = (...content: DocumentNode[]) => aState(aDocument(...content))
const cite = (state: EditorState, position: number): string[] =>
  lines(state.apply(insertCitation(state, position, cited)))

describe('inserting a citation', () => {
  it('puts it directly behind the caret, without a space', () => {
    expect(cite(memo(aParagraph('No text was agreed. More.')), 20)).toEqual(['No text was agreed.[cited]| More.'])
    expect(cite(memo(aParagraph('No text')), 8)).toEqual(['No text[cited]|'])
  })

  it('puts it before a space that was typed ahead, and leaves the caret behind that space', () => {
    expect(cite(memo(aParagraph('No text was agreed. ')), 21)).toEqual(['No text was agreed.[cited] |'])
    expect(cite(memo(aParagraph('Agreed.', aCitation(1), ' ')), 10)).toEqual(['Agreed.[quote 1][cited] |'])
  })

  it('makes one citation follow the other', () => {
    const first = memo(aParagraph('So.'))
    const second = first.apply(insertCitation(first, 4, cited))
    expect(cite(second, caretOf(second))).toEqual(['So.[cited][cited]|'])
  })

  it('goes behind a selection and behind a selected citation', () => {
    const state = memo(aParagraph('One two', aCitation(1), ' three'))
    const words = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 4)))
    expect(cite(words, caretOf(words))).toEqual(['One[cited]| two[quote 1] three'])
    const chip = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 8)))
    expect(cite(chip, caretOf(chip))).toEqual(['One two[quote 1][cited]| three'])
  })

  it('goes to the end of the last line where there was no caret', () => {
    const state = memo(aParagraph('One.'), aParagraph('Two.'))
    expect(cite(state, endOf(state))).toEqual(['One.', 'Two.[cited]|'])
  })

  it('makes a paragraph behind what holds no citation', () => {
    const code = memo({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'a = b' }] })
    expect(cite(code, 3)).toEqual(['a = b', '[cited]|'])
    const rule = memo({ type: 'horizontalRule' })
    expect(cite(rule, 0)).toEqual(['[cited]|'])
  })

  it('takes the place of what was typed to find it', () => {
    const state = memo(aParagraph('So.@oil and more'))
    expect(lines(state.apply(replaceWithCitation(state, 4, 8, cited)))).toEqual(['So.[cited]| and more'])
  })

  it('stands at its word, without the space that was typed before the @', () => {
    const state = memo(aParagraph('So @oil and more'))
    expect(lines(state.apply(replaceWithCitation(state, 4, 8, cited)))).toEqual(['So[cited]| and more'])
    const first = memo(aParagraph(' @oil'))
    expect(lines(first.apply(replaceWithCitation(first, 2, 6, cited)))).toEqual([' [cited]|'])
  })

  it('joins the citation that it was typed right behind, as long as that one has room', () => {
    const state = memo(aParagraph('So.', aCitation(1), '@oil'))
    const joined = state.apply(citeInPlace(state, 5, 9, cited))
    expect(collectCitations(joined.doc)).toEqual([
      { id: anId(1), cites: [aCite(anId(1001), 1, 'quote 1'), aCite(anId(99), 1, 'cited')] },
    ])
    const many = { ...cited, cites: Array.from({ length: mostCites }, () => aCite(anId(99), 1, 'cited')) }
    const full = memo(aParagraph('So.', { type: 'citation', attrs: { ...many } }, '@oil'))
    expect(lines(full.apply(citeInPlace(full, 5, 9, cited)))).toEqual(['So.[cited][cited]|'])
    const apart = memo(aParagraph('So.', aCitation(1), ' and @oil'))
    expect(lines(apart.apply(citeInPlace(apart, 10, 14, cited)))).toEqual(['So.[quote 1] and[cited]|'])
  })
})
