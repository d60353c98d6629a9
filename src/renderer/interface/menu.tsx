// Menus: a trigger and a list of actions with their keys.
import { DropdownMenu } from 'radix-ui'
import { createContext, use, useRef, type ReactElement, type ReactNode } from 'react'
import { Keys } from './keys.tsx'

/** Takes what was chosen; it runs once the menu has given the focus back, so that a dialog can take it and return it. */
const Choose = createContext<(run: () => void) => void>((run) => run())

/** A menu under `trigger` and in its landmark; the trigger must take a ref and props (a plain button does). */
export function Menu(props: {
  trigger: ReactElement
  label: string
  align?: 'start' | 'end'
  /** Where something else than the trigger opens it, too. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}) {
  const { open, onOpenChange } = props
  const chosen = useRef<(() => void) | null>(null)
  const choose = (run: () => void) => {
    chosen.current = run
  }
  const runChosen = () => {
    const run = chosen.current
    chosen.current = null
    // Radix returns the focus right after this handler.
    if (run) queueMicrotask(run)
  }
  return (
    <DropdownMenu.Root modal={false} {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <DropdownMenu.Trigger asChild>{props.trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        aria-label={props.label}
        align={props.align ?? 'start'}
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={runChosen}
      >
        <Choose value={choose}>{props.children}</Choose>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

/** One action of a menu. */
export function MenuItem(props: { onSelect: () => void; keys?: string; disabled?: boolean; children: ReactNode }) {
  const choose = use(Choose)
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => choose(props.onSelect)} disabled={props.disabled ?? false}>
      <span className="menu-item-title">{props.children}</span>
      {props.keys ? <Keys keys={props.keys} /> : null}
    </DropdownMenu.Item>
  )
}

/** One of several that exclude each other, or with `stays` a choice of its own, after which the menu stays open. */
export function MenuChoice(props: { checked: boolean; onSelect: () => void; stays?: boolean; children: ReactNode }) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={props.checked}
      onSelect={(event) => {
        if (props.stays) event.preventDefault()
        props.onSelect()
      }}
    >
      <span className="menu-check" aria-hidden="true">
        {props.checked ? '✓' : ''}
      </span>
      <span className="menu-item-title">{props.children}</span>
    </DropdownMenu.CheckboxItem>
  )
}

/** A quiet heading over some actions. */
export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="menu-heading">{children}</DropdownMenu.Label>
)

export const MenuLine = () => <DropdownMenu.Separator className="menu-line" />
