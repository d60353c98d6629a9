// Every action once: its name, its keys and what it does, for the keyboard, the palette, menus and `?`.
import { create } from 'zustand'
import { useEffect } from 'react'

/** Where a command's keys work: anywhere, or while focus is inside that pane and not in a text field. */
export type CommandPlace = 'anywhere' | 'reader' | 'memo' | 'library' | 'inspector'

export interface Command {
  /** Stable name, for example `reader.tag-claim`; Electron's menu sends it in the event `command`. */
  name: string
  /** What the palette and menus say: a verb first, sentence case. */
  title: string
  /** Group heading in `?` and the palette. */
  group: 'Read' | 'Tag' | 'Write' | 'Find' | 'Window' | 'Workspace'
  /** Keys such as `Mod+K`, `Shift+J`, `c`, `[`; Mod is Ctrl or Cmd. The first one is shown. */
  keys: string[]
  place: CommandPlace
  /** False greys the command out and frees its keys; true or absent lets it run. */
  enabled?: () => boolean
  run: () => void
}

interface Registry {
  commands: Map<string, Command>
  add(commands: Command[]): void
  remove(names: string[]): void
}

export const useRegistry = create<Registry>((set) => ({
  commands: new Map(),
  add: (added) =>
    set(({ commands }) => {
      const next = new Map(commands)
      for (const command of added) next.set(command.name, command)
      return { commands: next }
    }),
  remove: (names) =>
    set(({ commands }) => {
      const next = new Map(commands)
      for (const name of names) next.delete(name)
      return { commands: next }
    }),
}))

/** Offers commands while a component is mounted. Pass a memoised array. */
export function useCommands(commands: Command[]): void {
  useEffect(() => {
    useRegistry.getState().add(commands)
    return () => useRegistry.getState().remove(commands.map((command) => command.name))
  }, [commands])
}

/** Runs a command by name; false when it is not offered or not enabled now. */
export function runCommand(name: string): boolean {
  const command = useRegistry.getState().commands.get(name)
  if (!command || command.enabled?.() === false) return false
  command.run()
  return true
}
