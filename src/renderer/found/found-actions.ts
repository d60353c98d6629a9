// Going through a list of passages: each is shown in its source while the list stays.
import type { PassageLine } from '../../shared/passages.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusText } from '../frame/pane-focus.ts'
import { act, say } from '../notices/notices.ts'
import { showList, useFound, type FoundOf } from './found-store.ts'

const afterPaint = (work: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(work))

const isField = (element: Element | null): boolean => element?.matches('input, textarea, select, [contenteditable="true"]') ?? false

/** Shows a line in its source; the keyboard goes to the text, or stays. It stays, too, in a field that was gone to meanwhile. */
export async function openLine({ tag, passage }: PassageLine, keyboard: 'text' | 'stays'): Promise<void> {
  const held = document.activeElement
  const typesElsewhere = () => document.activeElement !== held && isField(document.activeElement)
  const found = await act(() => api.passages.get({ passage }))
  if (!found) return
  useFound.setState({ current: tag })
  useDesk.getState().select({ kind: 'passage', id: passage })
  useDesk.getState().openSource(found.source, { passage })
  if (keyboard === 'text') afterPaint(() => typesElsewhere() || focusText())
}

/** Puts a list into the side column and goes to one of its lines. */
export function openBeside(of: FoundOf, title: string, lines: readonly PassageLine[], line: PassageLine): void {
  useFound.setState({ of, title, lines })
  showList()
  void openLine(line, 'text')
}

function step(by: 1 | -1): void {
  const { lines, current } = useFound.getState()
  const at = lines.findIndex((line) => line.tag === current)
  const next = at < 0 ? lines[by > 0 ? 0 : lines.length - 1] : lines[at + by]
  if (next) {
    showList()
    void openLine(next, 'text')
  } else say(by > 0 ? 'This was the last passage of the list.' : 'This was the first passage of the list.')
}

const listed = (): boolean => useFound.getState().lines.length > 0

/** Offered as long as the window is open. */
export const foundCommands: Command[] = [
  { name: 'found.next', title: 'Go to the next passage of the list', group: 'Find', keys: ['F4'], place: 'anywhere', enabled: listed, run: () => step(1) },
  { name: 'found.previous', title: 'Go to the previous passage of the list', group: 'Find', keys: ['Shift+F4'], place: 'anywhere', enabled: listed, run: () => step(-1) },
]
