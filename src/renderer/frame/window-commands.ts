// The window's own commands: panes, focus mode, theme, undo, help.
import { afterPaint } from '../after-paint.ts'
import { api } from '../api.ts'
import { onMac } from '../commands/keys.ts'
import { runCommand, type Command } from '../commands/command-registry.ts'
import { useDesk, type Pane, type Theme } from '../desk/desk-store.ts'
import { say } from '../notices/notices.ts'
import { actAtLength } from './long-change.ts'
import { focusedPane, focusNeighbour, focusPane, isPaneVisible } from './pane-focus.ts'

/** Hides a pane that shows, or brings it into sight and puts the keyboard there. */
function togglePane(pane: Pane): void {
  const desk = useDesk.getState()
  if (isPaneVisible(pane)) {
    const had = focusedPane() === pane
    desk.toggle(pane)
    if (had) afterPaint(() => focusNeighbour(1))
    return
  }
  desk.show(pane)
  afterPaint(() => focusPane(pane))
}

function toggleFocusMode(): void {
  const desk = useDesk.getState()
  const pane = desk.focused ? null : (focusedPane() ?? desk.front)
  desk.focusOn(pane)
  if (pane) say('Focus mode. The same keys bring the other panes back.')
}

const themes: { theme: Theme; title: string }[] = [
  { theme: 'system', title: 'Use the system’s theme' },
  { theme: 'light', title: 'Use the light theme' },
  { theme: 'dark', title: 'Use the dark theme' },
]

const panes: { pane: Pane; title: string }[] = [
  { pane: 'library', title: 'Show or hide the Library' },
  { pane: 'reader', title: 'Show or hide the Reader' },
  { pane: 'memo', title: 'Show or hide the Memo' },
  { pane: 'inspector', title: 'Show or hide the Inspector' },
]

/** Undoes or redoes one command and says which. */
export async function stepHistory(step: 'undo' | 'redo'): Promise<void> {
  const done = await actAtLength(step === 'undo' ? 'Undoing' : 'Redoing', (job) => api.history[step]({ job }))
  if (!done) return
  const again = { title: step === 'undo' ? 'Redo' : 'Undo', run: () => void stepHistory(step === 'undo' ? 'redo' : 'undo') }
  if (done.label === null) say(step === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.')
  else say(`${step === 'undo' ? 'Undid' : 'Redid'}: ${done.label}`, again)
}

/** Commands that are offered as long as the window is open. */
export const windowCommands: Command[] = [
  ...panes.map(({ pane, title }, at): Command => ({
    name: `window.toggle-${pane}`,
    title,
    group: 'Window',
    keys: [`Mod+${at + 1}`],
    place: 'anywhere',
    run: () => togglePane(pane),
  })),
  { name: 'window.focus-mode', title: 'Focus mode', group: 'Window', keys: ['Mod+.'], place: 'anywhere', run: toggleFocusMode },
  { name: 'window.next-pane', title: 'Go to the next pane', group: 'Window', keys: ['F6'], place: 'anywhere', run: () => focusNeighbour(1) },
  { name: 'window.previous-pane', title: 'Go to the previous pane', group: 'Window', keys: ['Shift+F6'], place: 'anywhere', run: () => focusNeighbour(-1) },
  ...themes.map(({ theme, title }): Command => ({
    name: `window.theme-${theme}`,
    title,
    group: 'Window',
    keys: [],
    place: 'anywhere',
    run: () => useDesk.getState().chooseTheme(theme),
  })),
  { name: 'window.reload', title: 'Reload the window', group: 'Window', keys: [], place: 'anywhere', run: () => window.location.reload() },
  { name: 'history.undo', title: 'Undo', group: 'Workspace', keys: ['Mod+Z'], place: 'anywhere', run: () => void stepHistory('undo') },
  { name: 'history.redo', title: 'Redo', group: 'Workspace', keys: ['Mod+Shift+Z', 'Mod+Y'], place: 'anywhere', run: () => void stepHistory('redo') },
]

/** Runs what the application menu asks for; a name that is not offered now does nothing. */
export function followMenu(name: string): void {
  if ((name === 'history.undo' || name === 'history.redo') && undoInText(name === 'history.undo')) return
  runCommand(name)
}

/**
 * Undo from the menu goes first to the text that holds the caret: to a field by the browser's own undo, to an editor
 * by its keys, which come back to the window when the editor has nothing to undo. False when no text has the caret.
 */
function undoInText(back: boolean): boolean {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) {
    return document.execCommand(back ? 'undo' : 'redo')
  }
  if (!(activeElement instanceof HTMLElement) || !activeElement.isContentEditable) return false
  const mod = onMac ? { metaKey: true } : { ctrlKey: true }
  const press = { key: 'z', code: 'KeyZ', keyCode: 90, bubbles: true, cancelable: true, shiftKey: !back, ...mod }
  activeElement.dispatchEvent(new KeyboardEvent('keydown', press))
  return true
}
