// Putting citations into a document: where the caret is, where one was typed for, where one was dropped.
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { ResolvedPos } from '@tiptap/pm/model'
import { aCite, mostCites, type CitationAttributes } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import { newId } from './memo-clipboard.ts'

/** A new citation of a passage as it stands now. */
export const citationOf = ({ id, version, quote }: PassageDetail): CitationAttributes => ({
  id: newId(),
  cites: [aCite(id, version, quote)],
})

const admitsCitation = (place: ResolvedPos): boolean => {
  const type = place.doc.type.schema.nodes.citation
  return type !== undefined && place.parent.inlineContent && place.parent.type.contentMatch.matchType(type) !== null
}

/** At the end of a line a space after the full stop was typed ahead for the next sentence: a citation goes before it. */
function besideWords(place: ResolvedPos): number {
  if (place.parentOffset < place.parent.content.size) return place.pos
  const before = place.parent.textBetween(Math.max(0, place.parentOffset - 40), place.parentOffset, null, '\ufffc')
  return place.pos - (/[^\s](\s+)$/u.exec(before)?.[1]?.length ?? 0)
}

/** The nearest place for a citation from a position: there, or at the end of the next paragraph, or in a new one. */
function placeFor(change: Transaction, position: number): number {
  const place = change.doc.resolve(Math.min(position, change.doc.content.size))
  if (admitsCitation(place)) return besideWords(place)
  const near = TextSelection.near(place, -1)
  if (near instanceof TextSelection && admitsCitation(near.$head)) return besideWords(near.$head)
  // Code and rules hold no citation: a new paragraph behind the block does.
  const after = place.depth === 0 ? place.pos : place.after(1)
  const paragraph = change.doc.type.schema.nodes.paragraph
  if (paragraph) change.insert(after, paragraph.create())
  return after + 1
}

/** Where the caret is or last was: behind a selection, never in its place. */
export const caretOf = ({ selection }: EditorState): number =>
  selection instanceof NodeSelection ? selection.to : selection.$to.pos

/** The end of the last line of the document. */
export const endOf = ({ doc }: EditorState): number => TextSelection.atEnd(doc).to

/**
 * Puts a citation at a position without a space of its own; the caret stays behind it, or, where `besideWords` moved
 * it before a space that was typed ahead, behind that space.
 */
export function insertCitation(state: EditorState, position: number, attributes: CitationAttributes): Transaction {
  const change = state.tr
  const at = placeFor(change, position)
  const node = state.schema.nodes.citation?.create(attributes)
  if (node) change.insert(at, node)
  const caret = Math.max(at + 1, change.mapping.map(position))
  return change.setSelection(TextSelection.near(change.doc.resolve(Math.min(caret, change.doc.content.size)), -1))
}

/**
 * Puts a citation in the place of what was typed to find it. One space before the `@` goes: after a letter it was
 * typed only because an `@` there belongs to an address, and a note's number stands at its word.
 */
export function replaceWithCitation(
  state: EditorState,
  from: number,
  to: number,
  attributes: CitationAttributes,
): Transaction {
  const { parent, parentOffset } = state.doc.resolve(from)
  const before = parent.textBetween(Math.max(0, parentOffset - 2), parentOffset, null, '\ufffc')
  const at = /^\S[ \u00a0]$/u.test(before) ? from - 1 : from
  const change = state.tr.delete(at, to)
  const node = state.schema.nodes.citation?.create(attributes)
  return node ? change.insert(at, node).setSelection(TextSelection.create(change.doc, at + 1)) : change
}

/**
 * What `@` does with its choice: right behind a citation it joins that one as a further reference, elsewhere it becomes
 * a citation of its own. A full citation takes no more.
 */
export function citeInPlace(state: EditorState, from: number, to: number, attributes: CitationAttributes): Transaction {
  const before = state.doc.resolve(from).nodeBefore
  const joined = before?.type.name === 'citation' ? (before.attrs as CitationAttributes) : null
  if (!joined || joined.cites.length + attributes.cites.length > mostCites) {
    return replaceWithCitation(state, from, to, attributes)
  }
  const place = from - 1
  const cites = [...joined.cites, ...attributes.cites]
  const change = state.tr.delete(from, to).setNodeMarkup(place, null, { ...joined, cites }, before?.marks)
  return change.setSelection(TextSelection.create(change.doc, from))
}
