// The panes on their grid. All of them stay mounted, so that a hidden one loses neither its place nor its text.
import { Fragment, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useDesk, type Pane } from '../desk/desk-store.ts'
import { arrange } from './arrangement.ts'
import { keepFocus, rememberFocus } from './pane-focus.ts'
import { PaneBoundary } from './pane-boundary.tsx'
import { Splitter } from './splitter.tsx'

const order: Pane[] = ['library', 'inspector', 'reader', 'memo']
const names: Record<Pane, string> = { library: 'Library', reader: 'Reader', memo: 'Memo', inspector: 'Inspector' }

/** The four panes, arranged for the window's size and the user's wishes. */
export function Panes({ contents }: { contents: Record<Pane, ReactNode> }) {
  const grid = useRef<HTMLElement>(null)
  const size = useSize(grid)
  const collapsed = useDesk((desk) => desk.collapsed)
  const front = useDesk((desk) => desk.front)
  const focused = useDesk((desk) => desk.focused)
  const sizes = useDesk((desk) => desk.sizes)
  const plan = useMemo(
    () => arrange({ ...size, collapsed, front, focused, sizes }),
    [size, collapsed, front, focused, sizes],
  )
  useEffect(() => (grid.current ? keepFocus(grid.current) : undefined), [])
  return (
    <main
      ref={grid}
      className="panes"
      style={{ gridTemplateAreas: plan.areas, gridTemplateColumns: plan.columns, gridTemplateRows: plan.rows }}
      onFocus={rememberFocus}
    >
      {order.map((pane) => (
        <Fragment key={pane}>
          <section
            aria-label={names[pane]}
            data-pane={pane}
            className={`pane pane-${pane}`}
            style={{ gridArea: plan.visible.includes(pane) ? pane : 'auto' }}
            hidden={!plan.visible.includes(pane)}
            tabIndex={-1}
          >
            <PaneBoundary name={names[pane]}>{contents[pane]}</PaneBoundary>
          </section>
          {plan.borders
            .filter((border) => border.area === pane)
            .map((border) => (
              <Splitter key={border.id} border={border} />
            ))}
        </Fragment>
      ))}
    </main>
  )
}

function useSize(element: React.RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState(() => ({ width: window.innerWidth, height: window.innerHeight - 72 }))
  useEffect(() => {
    const observed = element.current
    if (!observed) return
    const observer = new ResizeObserver(() => setSize({ width: observed.clientWidth, height: observed.clientHeight }))
    observer.observe(observed)
    return () => observer.disconnect()
  }, [element])
  return size
}
