// The key that an analyst gives to a code: pressed once in this field, it tags with the code in the Reader.
import { useId, type KeyboardEvent } from 'react'
import type { Code } from '../../shared/codes.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { api } from '../api.ts'
import { useRegistry } from '../commands/command-registry.ts'
import { combinationOf, commandWithKeys } from '../commands/key-conflicts.ts'
import { onMac, showKeys } from '../commands/keys.ts'
import { act, showError } from '../notices/notices.ts'
import { codeCommandPrefix } from '../reader/reader-commands.ts'

const otherCommands = () => [...useRegistry.getState().commands.values()].filter(({ name }) => !name.startsWith(codeCommandPrefix))

/** Why a combination cannot be a code's key, in words; null when it can. */
function refusal(keys: string): string | null {
  if (/^Mod\+[^+]$/.test(keys)) return `${showKeys(keys, onMac)} belongs to the system. The key was not changed; add Alt or Shift.`
  const taken = commandWithKeys(otherCommands(), keys)
  return taken ? `${showKeys(keys, onMac)} is taken by “${taken.title}”. The key was not changed; press another one.` : null
}

/** Takes the next combination that is pressed in it; Backspace takes the key off. */
export function CodeShortcut({ code }: { code: Code }) {
  const hint = useId()
  const save = (shortcut: string | null) => void act(() => api.codes.update({ code: code.id, shortcut }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault()
      if (code.shortcut !== null) save(null)
      return
    }
    const keys = combinationOf(event, onMac)
    if (keys === null) return
    event.preventDefault()
    event.stopPropagation()
    const refused = refusal(keys)
    if (refused) showError(new GroundworkError('code.invalid', refused))
    else if (keys !== code.shortcut) save(keys)
  }
  return (
    <div className="code-key">
      <label>
        <span>Key</span>
        <input
          className="text-field"
          readOnly
          aria-describedby={hint}
          value={code.shortcut === null ? '' : showKeys(code.shortcut, onMac)}
          placeholder="Press a key"
          onKeyDown={onKeyDown}
        />
      </label>
      <p className="note" id={hint}>
        Tags with this code in the Reader. Backspace takes the key off.
      </p>
    </div>
  )
}
