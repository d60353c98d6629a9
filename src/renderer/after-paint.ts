// Work that need not be seen in the next frame waits until that frame is painted, but never until after the next key.
import { flushSync } from 'react-dom'

/** A window that is not shown paints no frames; then the work waits so long, in milliseconds. */
const longest = 100

let waiting: (() => void)[] = []
let cancel = (): void => {}

/**
 * Runs work after the next frame is painted, in the order given, and before any key, pointer or end of the page that
 * comes sooner. A key goes to what has the focus once the work is done, as if the work had been done before it.
 */
export function afterPaint(work: () => void): void {
  waiting.push(work)
  if (waiting.length === 1) cancel = schedule()
}

function schedule(): () => void {
  const channel = new MessageChannel()
  // A message posted from a frame's callback comes after that frame's style, layout and paint.
  channel.port1.addEventListener('message', runWaiting, { once: true })
  channel.port1.start()
  const frame = requestAnimationFrame(() => channel.port2.postMessage(null))
  const timer = setTimeout(runWaiting, longest)
  return () => {
    channel.port1.close()
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Runs what waits now; what it leaves waiting itself gets a frame of its own. */
function runWaiting(): void {
  const works = waiting
  waiting = []
  cancel()
  flushSync(() => {
    for (const work of works) {
      try {
        work()
      } catch (thrown) {
        reportError(thrown)
      }
    }
  })
}

function runAll(): void {
  while (waiting.length > 0) runWaiting()
}

/** Hands a key on to what the work gave the focus; text that the key types goes there by itself. */
function onKeyDown(event: KeyboardEvent): void {
  if (waiting.length === 0) return
  const before = document.activeElement
  runAll()
  const now = document.activeElement
  if (now === before || now === null) return
  event.stopImmediatePropagation()
  if (!now.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault()
}

// Heard before every other listener, because this module is there before any page of the window.
window.addEventListener('keydown', onKeyDown, { capture: true })
window.addEventListener('pointerdown', runAll, { capture: true })
window.addEventListener('pagehide', runAll, { capture: true })
