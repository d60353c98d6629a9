// Frames of a page: how far apart they are while it is scrolled or left alone, and how long after an event one is painted.
import type { Page } from 'playwright-core'
import type { Seen } from './probe.ts'

/** How many frames one scroll takes, and how far it goes with each, in pixels. */
const scroll = { frames: 240, step: 90 }

/** Milliseconds from each frame to the next while an element is scrolled by script; null scrolls the page itself. */
export function scrolledFrames(page: Page, selector: string | null): Promise<number[]> {
  return page.evaluate(
    async ([wanted, { frames, step }]) => {
      const box = (wanted === null ? document.scrollingElement : document.querySelector(wanted)) as Element
      box.scrollTop = 0
      await new Promise((resolve) => setTimeout(resolve, 500))
      const gaps: number[] = []
      return new Promise<number[]>((resolve) => {
        let last = 0
        const next = (now: number) => {
          if (last > 0) gaps.push(now - last)
          last = now
          box.scrollTop += step
          if (gaps.length < frames) requestAnimationFrame(next)
          else resolve(gaps)
        }
        requestAnimationFrame(next)
      })
    },
    [selector, scroll] as const,
  )
}

/** The value that so many of a hundred do not exceed. */
export function percentile(numbers: readonly number[], of: number): number {
  const ordered = numbers.toSorted((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.ceil((ordered.length * of) / 100) - 1)] ?? Number.NaN
}

/**
 * Milliseconds from the next event of a type until the frame is painted in which `condition` first holds; `act` makes
 * the event. The condition runs in the page and is given `about`.
 */
export async function eventToPaint<T>(page: Page, type: 'click' | 'keydown', condition: (about: T) => boolean, about: T, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(
    ([written, kind, given]) => {
      const holds = new Function('about', `return (${written})(about)`) as (about: unknown) => boolean
      window.probe.kept.event = window.probe.next(kind).then(async (began): Promise<Seen> => {
        const { at, frames } = await window.probe.painted(() => holds(given))
        return { at: at - began, frames }
      })
    },
    [String(condition), type, about] as const,
  )
  await act()
  return page.evaluate(async () => (await window.probe.kept.event)?.at ?? Number.NaN)
}
