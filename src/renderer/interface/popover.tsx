// Popovers: a small panel that hangs from a control.
import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

interface PopoverProps {
  trigger: ReactElement
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: 'start' | 'center' | 'end'
  className?: string
  /** Runs once the popover is closed and has given the focus back. */
  onClosed?: () => void
  children: ReactNode
}

/** Opens under `trigger` and in its landmark; focus goes in and comes back. */
export function Popover({ trigger, label, open, onOpenChange, align = 'start', className = '', onClosed, children }: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        className={`popover ${className}`}
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        // Radix returns the focus right after this handler.
        onCloseAutoFocus={() => onClosed && queueMicrotask(onClosed)}
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
