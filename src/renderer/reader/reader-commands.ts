// Every action of the Reader with its keys; the palette, menus and `?` read the same list.
import { turnExample } from '../codes/examples.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { startLink } from '../links/linking.ts'
import { say } from '../notices/notices.ts'
import { closeFind, openFind, stepMatch } from './finding.ts'
import { nameBeside } from './name-candidates.ts'
import { extendBySentence, extendByWord, moveBySentence, moveByWord, selectionOf, wholeSentences, type Direction } from './reading-selection.ts'
import { isInText, originOf, selectByKeys, selectionInSight, spansToStore, type ReadingSession } from './reading-session.ts'
import { announce, select, useReading } from './reading-store.ts'
import { rememberCode, type CodeKey } from './recent-codes.ts'
import { suggestionCommands } from './suggestion-commands.ts'
import { isPending } from './optimistic-marks.ts'
import { changeBound, cite, passageUnderCursor, tagInFocus, tagSelection, tagWithCode, takeInHand, untag } from './tagging.ts'
import { describe } from './margin-marks.ts'
import { startRemark } from './remark-popover.tsx'
import { dropSegment, isGrowing, keepSegments, leaveSegment, startSegment } from './segments.ts'

type Part = Pick<Command, 'name' | 'title' | 'keys' | 'run'> & Pick<Command, 'enabled'>

/** Begins the names of the commands that put on one code. */
export const codeCommandPrefix = 'reader.tag-with-'

const nowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

/** The commands of an open text. `codes` are those that have a key. */
export function readerCommands(session: ReadingSession, codes: readonly CodeKey[]): Command[] {
  const inText = () => isInText(session) || nowhere()
  const read = readingCommands(session, inText).map((part): Command => ({ group: 'Read', place: 'reader', ...part }))
  const tag = taggingCommands(session, inText, codes).map((part): Command => ({ group: 'Tag', place: 'reader', ...part }))
  const find = findingCommands(session).map((part): Command => ({ group: 'Find', place: 'reader', ...part }))
  return [...suggestionCommands(session, inText), ...read, ...tag, ...find]
}

function readingCommands(session: ReadingSession, inText: () => boolean): Part[] {
  const { text, walk } = session
  const sentence = (step: typeof moveBySentence, direction: Direction) => () =>
    selectByKeys(session, step(walk, selectionInSight(session), originOf(session), direction))
  const word = (step: typeof moveByWord, direction: Direction) => () =>
    selectByKeys(session, step(text.text, selectionInSight(session), originOf(session), direction))
  const name = (direction: Direction) => () => {
    const selection = selectionInSight(session)
    const from = selection ? selection.head.start : originOf(session) - (direction === 'forwards' ? 1 : 0)
    const found = nameBeside(text.text, from, direction)
    selectByKeys(session, found && selectionOf(found, 'word'))
  }
  return [
    { name: 'reader.next-sentence', title: 'Select the next sentence', keys: ['j', 'ArrowDown'], run: sentence(moveBySentence, 'forwards') },
    { name: 'reader.previous-sentence', title: 'Select the previous sentence', keys: ['k', 'ArrowUp'], run: sentence(moveBySentence, 'backwards') },
    { name: 'reader.extend-next', title: 'Extend by the next sentence', keys: ['Shift+J', 'Shift+ArrowDown'], run: sentence(extendBySentence, 'forwards') },
    { name: 'reader.extend-previous', title: 'Extend back by a sentence', keys: ['Shift+K', 'Shift+ArrowUp'], run: sentence(extendBySentence, 'backwards') },
    { name: 'reader.whole-sentence', title: 'Select the whole sentence', keys: ['s'], run: () => selectByKeys(session, wholeSentences(walk, selectionInSight(session), originOf(session))) },
    { name: 'reader.next-word', title: 'Select the next word', keys: ['w', 'ArrowRight'], run: word(moveByWord, 'forwards') },
    { name: 'reader.previous-word', title: 'Select the previous word', keys: ['b', 'ArrowLeft'], run: word(moveByWord, 'backwards') },
    { name: 'reader.extend-word', title: 'Extend by the next word', keys: ['Shift+W', 'Shift+ArrowRight'], run: word(extendByWord, 'forwards') },
    { name: 'reader.extend-word-back', title: 'Extend back by a word', keys: ['Shift+B', 'Shift+ArrowLeft'], run: word(extendByWord, 'backwards') },
    { name: 'reader.next-name', title: 'Select the next name', keys: ['n'], run: name('forwards') },
    { name: 'reader.previous-name', title: 'Select the previous name', keys: ['Shift+N'], run: name('backwards') },
    { name: 'reader.start-back', title: 'Move the start one word back', keys: ['[', 'Alt+ArrowLeft'], run: () => changeBound(session, 'start', 'backwards') },
    { name: 'reader.start-forward', title: 'Move the start one word forward', keys: ['{', 'Alt+ArrowRight'], run: () => changeBound(session, 'start', 'forwards') },
    { name: 'reader.end-forward', title: 'Move the end one word forward', keys: [']', 'Alt+Shift+ArrowRight'], run: () => changeBound(session, 'end', 'forwards') },
    { name: 'reader.end-back', title: 'Move the end one word back', keys: ['}', 'Alt+Shift+ArrowLeft'], run: () => changeBound(session, 'end', 'backwards') },
    { name: 'reader.start-sentence-back', title: 'Move the start one sentence back', keys: ['(', 'Alt+ArrowUp'], run: () => changeBound(session, 'start', 'backwards', 'sentence') },
    { name: 'reader.start-sentence-forward', title: 'Move the start one sentence forward', keys: ['Alt+ArrowDown'], run: () => changeBound(session, 'start', 'forwards', 'sentence') },
    { name: 'reader.end-sentence-forward', title: 'Move the end one sentence forward', keys: [')', 'Alt+Shift+ArrowDown'], run: () => changeBound(session, 'end', 'forwards', 'sentence') },
    { name: 'reader.end-sentence-back', title: 'Move the end one sentence back', keys: ['Alt+Shift+ArrowUp'], run: () => changeBound(session, 'end', 'backwards', 'sentence') },
    { name: 'reader.add-segment', title: 'Begin a further segment', keys: ['+'], run: () => startSegment() },
    { name: 'reader.keep-segment', title: 'Add the segment to the passage', keys: ['Enter'], enabled: () => inText() && isGrowing(), run: () => keepSegments(session) },
    { name: 'reader.drop-segment', title: 'Remove the last segment', keys: ['-'], run: () => dropSegment(session) },
    { name: 'reader.next-passage', title: 'Take the next passage here in hand', keys: ['Tab'], enabled: () => inText() && nextInRing(session) !== null, run: () => cycle(session) },
    { name: 'reader.let-go', title: 'Let go of the selection', keys: ['Escape'], enabled: () => inText() && useReading.getState().selection !== null, run: () => letGo() },
  ]
}

function taggingCommands(session: ReadingSession, inText: () => boolean, codes: readonly CodeKey[]): Part[] {
  return [
    { name: 'reader.tag-claim', title: 'Tag as claim', keys: ['c'], run: () => tagSelection(session, 'claim') },
    { name: 'reader.tag-actor', title: 'Tag as actor', keys: ['a'], run: () => tagSelection(session, 'actor') },
    { name: 'reader.tag-recommendation', title: 'Tag as recommendation', keys: ['r'], run: () => tagSelection(session, 'recommendation') },
    { name: 'reader.tag-code', title: 'Tag with a code…', keys: ['t'], run: () => pickCode(session) },
    { name: 'reader.cite', title: 'Cite in the open memo', keys: ['m'], run: () => void cite(session) },
    { name: 'reader.quote', title: 'Quote in the open memo', keys: ['Shift+M'], run: () => void cite(session, 'quotation') },
    { name: 'reader.untag', title: 'Untag', keys: ['u'], run: () => untag(session) },
    { name: 'reader.remark', title: 'Remark on this passage…', keys: ['o'], run: () => startRemark(session) },
    { name: 'reader.link', title: 'Link this passage’s item…', keys: ['l'], enabled: inText, run: () => linkPassage(session) },
    { name: 'reader.example', title: 'Choose as an example of its code, or no longer', keys: ['*'], enabled: inText, run: () => turnExampleHere(session) },
    { name: 'reader.open-inspector', title: 'Open in the Inspector', keys: ['Enter'], enabled: inText, run: () => openInspector(session) },
    ...codes.map(({ keys, code }): Part => ({
      name: `${codeCommandPrefix}${keys}`,
      title: `Tag with “${code.path}”`,
      keys: [keys],
      run: () => {
        rememberCode(code.id)
        tagWithCode(session, code.id)
      },
    })),
  ]
}

function findingCommands(session: ReadingSession): Part[] {
  const finding = () => useReading.getState().find !== null
  return [
    { name: 'reader.find', title: 'Find in this source', keys: ['f', 'Mod+F'], run: () => openFind(session) },
    { name: 'reader.find-next', title: 'Find the next match', keys: ['F3', 'Mod+G'], enabled: finding, run: () => stepMatch(session, 1) },
    { name: 'reader.find-previous', title: 'Find the previous match', keys: ['Shift+F3', 'Mod+Shift+G'], enabled: finding, run: () => stepMatch(session, -1) },
    { name: 'reader.find-close', title: 'Close the search', keys: ['Escape'], enabled: finding, run: () => closeFind(session) },
  ]
}

function letGo(): void {
  if (leaveSegment()) return
  window.getSelection()?.removeAllRanges()
  select(null)
}

function pickCode(session: ReadingSession): void {
  if (spansToStore(session).length > 0) useReading.setState({ picking: true, form: null, link: null })
  else tagWithCode(session, '')
}

function openInspector(session: ReadingSession): void {
  const passage = passageUnderCursor(session)
  if (!passage) return
  takeInHand(passage, useReading.getState().ring)
  useDesk.getState().show('inspector')
}

/** The items of the passage under the cursor, the one in focus first, are offered to be linked; the form opens below it. */
function linkPassage(session: ReadingSession): void {
  const passage = passageUnderCursor(session)
  const focused = passage && tagInFocus(passage)
  if (!passage || !focused) return say('There is no tagged passage here to link. Tag the words first.')
  if (passage.tags.some((tag) => isPending(tag.item))) return
  takeInHand(passage, useReading.getState().ring)
  const from = [...new Set([focused.item, ...passage.tags.map((tag) => tag.item)])]
  const last = passage.segments.at(-1)
  const box = (last && session.surface.rangeOf(last)?.getBoundingClientRect()) ?? session.scroller.getBoundingClientRect()
  startLink({ from, to: null, x: box.left, y: box.bottom })
}

function turnExampleHere(session: ReadingSession): void {
  const passage = passageUnderCursor(session)
  const focused = passage && tagInFocus(passage)
  const tag = focused?.code ? focused : passage?.tags.findLast((each) => each.code !== null)
  if (!tag?.code) return say('There is no passage here with a code of your own. Press T to tag it with one.')
  if (!isPending(tag.id)) void turnExample(tag.id, tag.code)
}

/** The passages that Tab goes through: those at the selection, the one exactly selected first, then the smallest. */
function ringOf(session: ReadingSession): string[] {
  const { selection, passage, ring } = useReading.getState()
  if (passage && ring.includes(passage)) return ring
  if (!selection) return []
  const exact = session.view.index().exactly(selection.spans)
  const near = selection.spans.flatMap((span) => session.view.index().overlapping(span))
  return [...new Set([...(exact ? [exact] : []), ...near].map((mark) => mark.id))]
}

function nextInRing(session: ReadingSession): string | null {
  const ring = ringOf(session)
  const { passage } = useReading.getState()
  return ring[passage ? ring.indexOf(passage) + 1 : 0] ?? null
}

function cycle(session: ReadingSession): void {
  const ring = ringOf(session)
  const next = session.view.passages().find((mark) => mark.id === nextInRing(session))
  if (!next) return
  takeInHand(next, ring)
  announce(`${describe(next)}. Passage ${ring.indexOf(next.id) + 1} of ${ring.length} here.`)
}
