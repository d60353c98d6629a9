// One quiet line of choices under who says it; Alt and a letter goes to each.
import { Children, useEffect, useRef, useState, type ReactNode } from 'react'
import { afterPaint } from '../after-paint.ts'

/** The keys that go to the choices, by what they are named. */
const letters: Record<string, string> = { KeyS: 'Stance', KeyL: 'Likelihood', KeyF: 'Confidence', KeyC: 'Credibility', KeyI: 'Instrument' }

/** False until the frame that a component first shows in has been painted, or a key is pressed. */
function usePainted(): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => afterPaint(() => setPainted(true)), [])
  return painted
}

/** Lays its selects in a line; they come a frame after the form, so that the tag itself is seen sooner. */
export function Judgement({ children }: { children: ReactNode }) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const name = event.altKey && !event.ctrlKey && !event.metaKey ? letters[event.code] : undefined
      const wanted = name && line.current?.querySelector<HTMLElement>(`select[aria-label^="${name}"]`)
      if (!wanted) return
      event.preventDefault()
      event.stopPropagation()
      wanted.focus({ preventScroll: true })
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
  const painted = usePainted()
  const alone = Children.count(children) === 1
  return (
    <div ref={line} className="reader-judgement" title={alone ? 'Alt I' : 'Alt S stance · Alt L likelihood · Alt F confidence · Alt C credibility of what is said'}>
      {painted ? children : null}
    </div>
  )
}
