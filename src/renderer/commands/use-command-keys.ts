// The keys of a command, to be shown where it can be clicked.
import { useRegistry } from './command-registry.ts'

/** The first keys of a command that is offered now, for example `Mod+K`. */
export function useCommandKeys(name: string): string | undefined {
  return useRegistry((registry) => registry.commands.get(name)?.keys[0])
}
