// The list of a combobox in the browser's top layer: as wide as its field, whole inside the window, clipped by nothing.
import { autoUpdate, computePosition, flip, offset, size } from '@floating-ui/dom'
import { useLayoutEffect, type RefObject } from 'react'

/** The least height that a list is given where the window has no more, in pixels. */
const least = 96

async function placeList(field: HTMLElement, list: HTMLElement): Promise<void> {
  const { x, y } = await computePosition(field, list, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(4),
      flip({ padding: 8 }),
      size({
        padding: 8,
        apply({ availableHeight, rects }) {
          list.style.width = `${rects.reference.width}px`
          list.style.maxHeight = `${Math.max(least, Math.floor(availableHeight))}px`
        },
      }),
    ],
  })
  list.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}

/** Shows the list, an element with `popover="manual"`, under its field or over it for as long as `shown`. */
export function useListBeside(field: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>, shown: boolean): void {
  useLayoutEffect(() => {
    const [input, options] = [field.current, list.current]
    if (!shown || !input || !options) return
    options.showPopover()
    const stop = autoUpdate(input, options, () => void placeList(input, options))
    return () => {
      stop()
      options.hidePopover()
    }
  }, [field, list, shown])
}
