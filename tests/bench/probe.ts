// What runs inside a measured page: waits for a condition frame by frame and notes when the frame was painted.

/** What was waited for, once seen: when (milliseconds on the page's clock, after painting) and in which frame. */
export interface Seen {
  at: number
  /** Animation frames since the start, the painting one included. */
  frames: number
}

/** The probe as it stands on the page's `window`. */
export interface Probe {
  /** Resolves once the frame in which `condition` first holds has been painted; rejects after half a minute. */
  painted(condition: () => boolean): Promise<Seen>
  /** When the next event of this type was made, on the page's clock; trusted events only. */
  next(type: 'click' | 'keydown'): Promise<number>
  /** What waits between two evaluations. */
  kept: Record<string, Promise<Seen>>
}

declare global {
  interface Window {
    probe: Probe
  }
}

/**
 * Puts the probe on a page; for `addInitScript`, so it may refer to nothing outside.
 * A message posted from an animation frame is delivered after that frame's style, layout and paint.
 */
export function installProbe(): void {
  const painted = (condition: () => boolean): Promise<Seen> =>
    new Promise((resolve, reject) => {
      let frames = 0
      const began = performance.now()
      const look = () => {
        frames += 1
        if (performance.now() - began > 30_000) return reject(new Error(`never painted: ${String(condition)}`))
        if (!condition()) return requestAnimationFrame(look)
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => resolve({ at: performance.now(), frames }), { once: true })
        channel.port1.start()
        return channel.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
  const next = (type: string): Promise<number> =>
    new Promise((resolve) => {
      const hear = (event: Event) => {
        if (!event.isTrusted) return
        window.removeEventListener(type, hear, true)
        resolve(event.timeStamp)
      }
      window.addEventListener(type, hear, true)
    })
  window.probe = { painted, next, kept: {} }
}
