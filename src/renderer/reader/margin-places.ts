// Where spans stand beside the text: measured once within their blocks, so that a block that moves takes all of them along.
import type { Span } from '../../shared/passages.ts'
import type { TextSurface } from './text-surface.ts'

/** A vertical extent in pixels below the top of the text. */
export interface Extent {
  top: number
  bottom: number
}

/** The places of one text. */
export interface MarginPlaces {
  /** From the top of a span's first line to the bottom of its last; null when it is not on the page. */
  extentOf(span: Span): Extent | null
  /** Blocks were laid anew: where they stand is asked again, and those of another size are measured again. */
  moved(): void
  /** Lines may stand elsewhere even in blocks of the same size. */
  forget(): void
}

/** What is known of a block while it keeps its size: pixels below its top, by what was asked; null where no line is. */
interface Measured {
  width: number
  height: number
  lines: Map<number, number | null>
}

/** Asks the browser as little as it can: in a long text hundreds of lines are beside what is in sight. */
export function placesOn(surface: TextSurface): MarginPlaces {
  let measured = new WeakMap<HTMLElement, Measured>()
  let tops = new Map<HTMLElement, number>()

  const topOf = (block: HTMLElement): number => {
    const known = tops.get(block)
    if (known !== undefined) return known
    const { top, width, height } = block.getBoundingClientRect()
    const before = measured.get(block)
    if (before?.width !== width || before.height !== height) measured.set(block, { width, height, lines: new Map() })
    const below = top - surface.dom.getBoundingClientRect().top
    tops.set(block, below)
    return below
  }
  const edgeOf = (offset: number, edge: 'top' | 'bottom'): number | null => {
    const block = surface.blockAt(offset)
    if (!block) return null
    const top = topOf(block)
    const lines = measured.get(block)?.lines
    const key = 2 * offset + (edge === 'top' ? 0 : 1)
    let line = lines?.get(key)
    if (line === undefined) {
      const rects = surface.rangeOf({ start: offset, end: offset + 1 })?.getClientRects()
      const rect = edge === 'top' ? rects?.[0] : rects?.[rects.length - 1]
      line = rect ? rect[edge] - block.getBoundingClientRect().top : null
      lines?.set(key, line)
    }
    return line === null ? null : top + line
  }
  return {
    extentOf({ start, end }) {
      const top = edgeOf(start, 'top')
      const bottom = edgeOf(end - 1, 'bottom')
      return top === null || bottom === null ? null : { top, bottom }
    },
    moved: () => void (tops = new Map()),
    forget() {
      tops = new Map()
      measured = new WeakMap()
    },
  }
}
