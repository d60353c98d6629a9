// A key combination as a small cap beside a word.
import { onMac, showKeys } from '../commands/keys.ts'

/** Shows keys such as `Mod+K`; decoration only, because the words beside it already say what happens. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd className="keys" aria-hidden="true">
      {showKeys(keys, onMac)}
    </kbd>
  )
}
