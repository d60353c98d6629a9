// The pages of the memo in front as they would be printed: drawn anew when it or what it rests on changes.
import { create } from 'zustand'
import { GroundworkError } from '../../shared/errors.ts'
import { paperFor, type PagePart, type Preview } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api, subscribe } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { choiceFor, flushed } from './export-memo.ts'
import { newId } from './memo-clipboard.ts'
import { sessionOf } from './open-memos.ts'

/** A part of a drawn page, by its name and the address of its picture. */
export interface DrawnPart {
  name: string
  address: string
}

/** What the page shows. `images` are the parts of drawn pages by their number from 0; `total` 0 while none is known. */
export interface PreviewState {
  total: number
  width: number
  height: number
  images: ReadonlyMap<number, readonly DrawnPart[]>
  problem: string | null
}

const nothing: PreviewState = { total: 0, width: 595, height: 842, images: new Map(), problem: null }

export const usePreview = create<PreviewState>(() => nothing)

/** In milliseconds: how long a memo must rest before its pages are drawn, and how long they wait for that at most. */
const [pause, longest] = [60, 500]

/** In milliseconds: how long it rests before anything but the page in sight is drawn; a change need not wait for those then. */
const rest = 400

const addressOf = (svg: string): string => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))

/** Waits until a picture is read, so that it can be painted at once and nothing else is drawn before it. */
async function read(address: string): Promise<void> {
  const image = new Image()
  image.src = address
  // A picture that cannot be read is shown as such.
  await image.decode().catch(() => {})
}

/** The parts of a page: those that are as they were stay, the others are read one after the other, and keys come between. */
async function partsOf(page: number, drawn: readonly PagePart[]): Promise<DrawnPart[]> {
  const before = new Map(usePreview.getState().images.get(page)?.map((part) => [part.name, part]))
  const parts: DrawnPart[] = []
  for (const { name, svg } of drawn) {
    const part = before.get(name) ?? { name, address: addressOf(svg) }
    if (!before.has(name)) await read(part.address)
    parts.push(part)
  }
  return parts
}

/** Keeps what is drawn; pages of the drawing before stay where the new one has not come to them yet. */
function keep(page: number, { total, width, height }: Preview, parts: readonly DrawnPart[] | undefined): void {
  const { images: before } = usePreview.getState()
  const next = new Map([...before].filter(([one]) => one < total))
  if (parts) next.set(page, parts)
  const shown = new Set([...next.values()].flat())
  for (const part of [...before.values()].flat()) if (!shown.has(part)) URL.revokeObjectURL(part.address)
  usePreview.setState({ total, width, height, images: next, problem: null })
}

/** A preview of one memo: `look` says which page is in sight, `end` lets go. */
export interface PreviewRun {
  look: (page: number) => void
  end: () => void
}

/** Follows a memo until `end`. One drawing at a time: what changes meanwhile is drawn right after it. */
export function followPreview(memo: Id): PreviewRun {
  let inSight = 0
  let fresh = new Set<number>()
  let job: Id | null = null
  let running = false
  let wanted = false
  let ended = false
  /** Ends a rest early. */
  let wake = (): void => {}
  /** The pages after which there was a rest. */
  let rested: Set<number> | null = null
  /** Whether the pages are those of an export, as far as is known. */
  let settled = true
  let timer: ReturnType<typeof setTimeout> | undefined
  /** When the first change came that is not drawn yet; null for none. */
  let waitingSince: number | null = null

  function ask(range: { from: number; count: number; settle?: boolean }): Promise<Preview> {
    const { options } = choiceFor(memo)
    job = newId()
    return api.exports.preview({ memo, ...options, paper: options.paper ?? paperFor(navigator.language), ...range, job })
  }

  async function drawPage(page: number): Promise<void> {
    // What is drawn while the memo changes counts for nothing after the change.
    const drawing = fresh
    const drawn = await ask({ from: page, count: 1 })
    const [image] = drawn.images
    const parts = image && (await partsOf(page, image))
    if (ended) {
      for (const { address } of parts ?? []) URL.revokeObjectURL(address)
      return
    }
    keep(page, drawn, parts)
    drawing.add(page)
    ;({ settled } = drawn)
    // A memo that became shorter: what was in sight is gone.
    inSight = Math.min(inSight, Math.max(0, drawn.total - 1))
  }

  /** One step towards the pages of an export, when there is nothing to draw; the next change waits for no more than that. */
  async function settleOnce(): Promise<void> {
    const drawing = fresh
    const answer = await ask({ from: 0, count: 0, settle: true })
    ;({ settled } = answer)
    if (answer.moved && drawing === fresh) fresh = new Set()
  }

  /** Whether the pages are to be others soon, or none. */
  const isOver = () => ended || wanted || waitingSince !== null

  const waitForRest = () =>
    new Promise<void>((resolve) => {
      const over = setTimeout(resolve, rest)
      wake = () => {
        clearTimeout(over)
        resolve()
      }
    })

  /** The next page to draw: the one in sight, then those around it. Undefined when these are as they should be, or soon will be others. */
  const nextPage = (): number | undefined => {
    if (isOver()) return undefined
    const { total } = usePreview.getState()
    return [inSight, inSight + 1, inSight - 1].find((page) => page >= 0 && (page < total || page === inSight) && !fresh.has(page))
  }

  async function draw(): Promise<void> {
    if (ended) return
    wanted = true
    wake()
    if (running) return
    running = true
    try {
      while (wanted) {
        wanted = false
        await flushed(memo)
        // The page in sight is drawn whatever comes meanwhile: who writes on and on sees it follow.
        if (!ended && !fresh.has(inSight)) await drawPage(inSight)
        for (;;) {
          const page = nextPage()
          if (isOver() || (page === undefined && settled)) break
          if (page !== inSight && rested !== fresh) {
            rested = fresh
            await waitForRest()
          } else if (page !== undefined) await drawPage(page)
          else await settleOnce()
        }
      }
    } catch (thrown) {
      const isCancelled = thrown instanceof GroundworkError && thrown.code === 'job.cancelled'
      if (!ended && !isCancelled) usePreview.setState({ problem: thrown instanceof Error ? thrown.message : String(thrown) })
    } finally {
      job = null
      running = false
    }
  }

  const drawSoon = () => {
    fresh = new Set()
    waitingSince ??= performance.now()
    wake()
    clearTimeout(timer)
    timer = setTimeout(() => {
      fresh = new Set()
      waitingSince = null
      void draw()
    }, Math.max(0, Math.min(pause, waitingSince + longest - performance.now())))
  }

  const session = sessionOf(memo)
  const follow = () => void (ended ? undefined : session.editor()?.on('update', drawSoon))
  void session.ready.then(follow)
  const endEvents = subscribe((event) => {
    if (event.name === 'changed' && event.data.features.includes('history')) drawSoon()
  })
  const endDesk = useDesk.subscribe((now, before) => {
    if (now.exports[memo] !== before.exports[memo]) drawSoon()
  })
  void draw()
  return {
    look(page) {
      inSight = page
      if (nextPage() !== undefined) void draw()
    },
    end() {
      ended = true
      wanted = false
      wake()
      clearTimeout(timer)
      endEvents()
      endDesk()
      session.editor()?.off('update', drawSoon)
      if (job !== null) void api.jobs.cancel({ job }).catch(() => {})
      for (const { address } of [...usePreview.getState().images.values()].flat()) URL.revokeObjectURL(address)
      usePreview.setState(nothing, true)
    },
  }
}
