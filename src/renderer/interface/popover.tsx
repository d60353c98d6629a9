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
  children: ReactNode
}

/** Opens under `trigger` and in its landmark; focus goes in and comes back. */
export function Popover({ trigger, label, open, onOpenChange, align = 'start', className = '', children }: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        className={`popover ${className}`}
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
