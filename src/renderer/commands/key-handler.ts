// The one listener that turns keys into commands.
import { matchesKeys, onMac, type KeyPress } from './keys.ts'
import { useRegistry, type Command, type CommandPlace } from './command-registry.ts'

/** Where a key was pressed. */
export interface KeyContext {
  place: CommandPlace | null
  /** In a text field; `editor` is one whose own undo has nothing left when it lets the key through. */
  text: 'none' | 'field' | 'editor'
  /** Inside a dialog, menu or popover, which keep single keys to themselves; a modal one keeps all. */
  layer: 'none' | 'popover' | 'modal'
}

/** Combinations that belong to every text field. */
const textKeys = ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+X', 'Mod+V', 'Mod+Shift+V', 'Mod+B', 'Mod+I', 'Mod+U']
const undoKeys = new Set(textKeys.slice(0, 3))

const isModified = (keys: string): boolean => /^(Mod|Alt)\+|^F\d+$|^Shift\+F\d+$/.test(keys)

function mayRun(command: Command, keys: string, context: KeyContext): boolean {
  if (context.text !== 'none') {
    if (!isModified(keys)) return false
    if (textKeys.includes(keys) && !(context.text === 'editor' && undoKeys.has(keys))) return false
  }
  if (context.layer === 'modal') return false
  if (context.layer === 'popover' && !isModified(keys)) return false
  return command.place === 'anywhere' || command.place === context.place
}

/** The command that a key press means there, null for none; a pane's own command goes before one for anywhere. */
export function commandFor(
  commands: Iterable<Command>,
  press: KeyPress,
  context: KeyContext,
  mac: boolean,
): Command | null {
  let found: Command | null = null
  for (const command of commands) {
    const meant = command.keys.some((keys) => matchesKeys(press, keys, mac) && mayRun(command, keys, context))
    if (!meant || command.enabled?.() === false) continue
    if (command.place !== 'anywhere') return command
    found ??= command
  }
  return found
}

const textInputs = /^(?!button|checkbox|color|file|image|radio|range|reset|submit)/

function textOf(target: Element | null): KeyContext['text'] {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'field'
  if (target instanceof HTMLInputElement) return textInputs.test(target.type) ? 'field' : 'none'
  const editable = target instanceof HTMLElement && target.isContentEditable
  return editable && !target.closest('[aria-readonly="true"]') ? 'editor' : 'none'
}

/** What the page knows of where a key was pressed. With nothing in focus the Reader hears it. */
function contextOf(target: Element | null): KeyContext {
  const pane = target?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  const nowhere = target === null || target === document.body
  return {
    place: nowhere ? 'reader' : ((pane ?? null) as CommandPlace | null),
    text: textOf(target),
    // Asked for last, and not for a letter in a text: it looks through the whole page.
    get layer() {
      if (document.querySelector('dialog[open]')) return 'modal'
      return target?.closest('[role="dialog"],[role="menu"],[role="listbox"]') ? 'popover' : 'none'
    },
  }
}

/** Listens for keys; the answer ends it. Whatever handled a key before and prevented its default keeps it. */
export function handleKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const context = contextOf(event.target instanceof Element ? event.target : null)
    const command = commandFor(useRegistry.getState().commands.values(), event, context, onMac)
    if (!command) return
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
