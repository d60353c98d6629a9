// Going through a list of passages: each is shown in its source while the list stays.
import type { PassageLine } from '../../shared/passages.ts'
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusedPane, focusText } from '../frame/pane-focus.ts'
import { act, say } from '../notices/notices.ts'
import { showList, useFound, type FoundOf } from './found-store.ts'

const isField = (element: Element | null): boolean => element?.matches('input, textarea, select, [contenteditable="true"]') ?? false

/** Answers whether the keyboard has since been taken elsewhere: into a field, or out of the Reader. */
function watchKeyboard(): () => boolean {
  const held = document.activeElement
  return () => {
    const now = document.activeElement
    return now !== held && now !== document.body && (isField(now) || focusedPane() !== 'reader')
  }
}

/** Shows a line in its source; the keyboard goes to the text unless it was taken elsewhere meanwhile, or stays. */
export async function openLine({ tag, passage }: PassageLine, keyboard: 'text' | 'stays'): Promise<void> {
  const takenElsewhere = watchKeyboard()
  const found = await act(() => api.passages.get({ passage }))
  if (!found) return
  useFound.setState({ current: tag })
  useDesk.getState().select({ kind: 'passage', id: passage })
  useDesk.getState().openSource(found.source, { passage })
  if (keyboard === 'text') afterPaint(() => takenElsewhere() || focusText())
}

/** Puts a list into the side column and goes to one of its lines. */
export function openBeside(of: FoundOf, title: string, lines: readonly PassageLine[], line: PassageLine): void {
  // A list with a current line does not ask for the keyboard, which goes to the text.
  useFound.setState({ of, title, lines, current: line.tag })
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
