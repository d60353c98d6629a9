// Buttons: plain, primary, and icons that a tooltip names.
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Tooltip } from './tooltip.tsx'

type ButtonProps = ComponentProps<'button'> & { look?: 'plain' | 'primary' | 'outlined' | 'danger' }

/** A button with a word on it; `plain` unless told. */
export function Button({ look = 'plain', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`button button-${look} ${className}`} {...rest} />
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon
  /** The accessible name and the tooltip. */
  label: string
  keys?: string | undefined
}

/** An icon of 16 px with a tooltip that names it and its keys. */
export function IconButton({ icon: Icon, label, keys, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <button type="button" className={`icon-button ${className}`} aria-label={label} {...rest}>
        <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </Tooltip>
  )
}
