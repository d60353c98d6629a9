// Puts a real core behind the window's bridge, so that the renderer's code runs as it does in a shell. Import it first.
import type { AnyEvent } from '../../../src/shared/api.ts'
import { toWireError } from '../../../src/shared/errors.ts'
import type { Core } from '../../../src/core/core.ts'

let core: Core | null = null
const listeners = new Set<(event: AnyEvent) => void>()

/** What crosses a wire crosses as JSON. */
const overWire = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? null)) as T

window.groundwork = {
  async invoke(name, args) {
    try {
      return { value: overWire(await core?.call(name, overWire(args))) }
    } catch (thrown) {
      return { error: toWireError(thrown) }
    }
  },
  subscribe(listener) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

/** Sends calls to this core from now on. */
export const useCore = (next: Core): void => void (core = next)

/** Tells the window what the core tells; pass it as `onEvent`. */
export const tellWindow = (event: AnyEvent): void => {
  for (const listener of listeners) queueMicrotask(() => listener(overWire(event)))
}

// jsdom lays nothing out: whatever asks where text is finds it nowhere.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
