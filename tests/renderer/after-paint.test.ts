// @vitest-environment jsdom
// What waits for a frame never waits longer than until the next key, and that key goes to what it made.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterPaint } from '../../src/renderer/after-paint.ts'

const field = document.createElement('input')
const page = document.createElement('main')
let heard: string[] = []
const note = (who: string) => (event: Event) => heard.push(`${who} ${(event as KeyboardEvent).key}`)
page.addEventListener('keydown', note('page'))
field.addEventListener('keydown', note('field'))
page.tabIndex = 0
document.body.append(page, field)

function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code: key, altKey: key === 's', bubbles: true, cancelable: true })
  page.dispatchEvent(event)
  return event
}

describe('work after a paint', () => {
  let frames: FrameRequestCallback[] = []
  beforeEach(() => {
    heard = []
    frames = []
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
    vi.stubGlobal('cancelAnimationFrame', () => (frames = []))
    page.focus()
  })
  afterEach(() => {
    press('Shift')
    vi.unstubAllGlobals()
  })

  it('is done in its order after the frame, and not within it', async () => {
    const done: string[] = []
    afterPaint(() => done.push('first'))
    afterPaint(() => done.push('second'))
    for (const frame of frames) frame(0)
    expect(done).toEqual([])
    await vi.waitFor(() => expect(done).toEqual(['first', 'second']))
  })

  it('is done although no frame ever comes', async () => {
    const done = vi.fn()
    afterPaint(done)
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce())
  })

  it('is done before a key, with what it leaves to be done itself; the key goes to what has the focus then', () => {
    afterPaint(() => {
      field.focus()
      afterPaint(() => heard.push('later work'))
    })
    press('u')
    expect(heard).toEqual(['later work', 'field u'])
    press('v')
    expect(heard).toEqual(['later work', 'field u', 'page v'])
  })

  it('leaves a key alone that the focus does not move from', () => {
    afterPaint(() => {})
    press('u')
    expect(heard).toEqual(['page u'])
  })

  it('hands on the whole key, and takes back whether its default is wanted', () => {
    const kept = vi.fn((event: KeyboardEvent) => event.altKey && event.preventDefault())
    field.addEventListener('keydown', kept, { once: true })
    afterPaint(() => field.focus())
    expect(press('s').defaultPrevented).toBe(true)
    expect(kept.mock.calls[0]?.[0]).toMatchObject({ key: 's', code: 's', altKey: true })
    page.focus()
    afterPaint(() => field.focus())
    expect(press('u').defaultPrevented).toBe(false)
  })

  it('does what is left when one piece of it fails', async () => {
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    const done = vi.fn()
    afterPaint(() => {
      throw new Error('this one')
    })
    afterPaint(done)
    press('u')
    expect(done).toHaveBeenCalledOnce()
    expect(reported).toHaveBeenCalledOnce()
  })
})
