// Tooltips that name a control and the keys that do the same.
import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import { Keys } from './keys.tsx'

/** Once around the window: one waiting time for all tooltips. */
export const TooltipProvider = Radix.Provider

/** Wraps one focusable control; `keys` is a combination such as `Mod+K`. */
export function Tooltip({ label, keys, children }: { label: string; keys?: string | undefined; children: ReactElement }) {
  return (
    <Radix.Root delayDuration={500}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {label}
          {keys ? <Keys keys={keys} /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
