// The border between two panes: dragged with the mouse, moved with the arrow keys, reset by a double click.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useDesk } from '../desk/desk-store.ts'
import type { Border } from './arrangement.ts'

const step = 24

/** A focusable separator; keeps the new size on the desk. */
export function Splitter({ border }: { border: Border }) {
  const from = useRef<{ at: number; value: number } | null>(null)
  const upright = border.side !== 'top'
  const grows = border.side === 'right' ? 1 : -1
  const move = (value: number) => {
    const kept = Math.max(border.min, Math.min(border.max, Math.round(value)))
    useDesk.getState().resize(border.id, kept / border.scale)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const targets: Record<string, number> = {
      [less as string]: border.value - step * grows,
      [more as string]: border.value + step * grows,
      Home: border.min,
      End: border.max,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    move(target)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { at: upright ? event.clientX : event.clientY, value: border.value }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!from.current) return
    const now = upright ? event.clientX : event.clientY
    move(from.current.value + (now - from.current.at) * grows)
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      className={`splitter splitter-${border.side}`}
      style={upright ? { gridColumn: border.area, gridRow: '1 / -1' } : { gridArea: border.area }}
      aria-label={border.label}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={border.value}
      aria-valuemin={border.min}
      aria-valuemax={border.max}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (from.current = null)}
      onDoubleClick={() => useDesk.getState().resetSize(border.id)}
    />
  )
}
