// The pages of the memo in front as they would be printed: drawn anew when it or what it rests on changes.
import { create } from 'zustand'
import { GroundworkError } from '../../shared/errors.ts'
import { paperFor } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api, subscribe } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { choiceFor, flushed } from './export-memo.ts'
import { newId } from './memo-clipboard.ts'
import { sessionOf } from './open-memos.ts'

/** What the page shows. `images` are addresses of drawn pages by their number from 0; `total` 0 while none is known. */
export interface PreviewState {
  total: number
  width: number
  height: number
  images: ReadonlyMap<number, string>
  problem: string | null
}

const nothing: PreviewState = { total: 0, width: 595, height: 842, images: new Map(), problem: null }

export const usePreview = create<PreviewState>(() => nothing)

/** In milliseconds: how long a memo must rest before its pages are drawn. */
const pause = 300

/** How many pages are asked for at once. */
const atOnce = 4

const addressOf = (svg: string): string => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))

/** Keeps what is drawn; pages of the drawing before stay where the new one has not come to them yet. */
function keep(from: number, { total, width, height, images }: { total: number; width: number; height: number; images: string[] }): void {
  const { images: before } = usePreview.getState()
  const next = new Map([...before].filter(([page]) => page < total))
  for (const [page, address] of before) if (page >= total || (page >= from && page < from + images.length)) URL.revokeObjectURL(address)
  for (const [at, svg] of images.entries()) next.set(from + at, addressOf(svg))
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
  let wanted = false
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function drawFrom(from: number): Promise<void> {
    const { options } = choiceFor(memo)
    job = newId()
    const drawn = await api.exports.preview({ memo, ...options, paper: options.paper ?? paperFor(navigator.language), from, count: atOnce, job })
    if (ended) return
    keep(from, drawn)
    for (let page = from; page < from + drawn.images.length; page += 1) fresh.add(page)
    // A memo that became shorter: what was in sight is gone.
    inSight = Math.min(inSight, Math.max(0, drawn.total - 1))
  }

  async function draw(): Promise<void> {
    if (ended) return
    wanted = true
    if (job !== null) return
    try {
      while (wanted) {
        wanted = false
        await flushed(memo)
        await drawFrom(Math.max(0, inSight - 1))
      }
    } catch (thrown) {
      const isCancelled = thrown instanceof GroundworkError && thrown.code === 'job.cancelled'
      if (!ended && !isCancelled) usePreview.setState({ problem: thrown instanceof Error ? thrown.message : String(thrown) })
    } finally {
      job = null
    }
  }

  const drawSoon = () => {
    fresh = new Set()
    clearTimeout(timer)
    timer = setTimeout(() => void draw(), pause)
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
      const { total } = usePreview.getState()
      if ([page, page + 1].some((one) => one < total && !fresh.has(one))) void draw()
    },
    end() {
      ended = true
      wanted = false
      clearTimeout(timer)
      endEvents()
      endDesk()
      session.editor()?.off('update', drawSoon)
      if (job !== null) void api.jobs.cancel({ job }).catch(() => {})
      for (const address of usePreview.getState().images.values()) URL.revokeObjectURL(address)
      usePreview.setState(nothing, true)
    },
  }
}
