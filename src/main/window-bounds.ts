// Where the window was, kept in the data folder and checked against the screens that are there now.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import { z } from 'zod'

const whole = z.number().int().min(-100_000).max(100_000)
const placeSchema = z.object({
  x: whole,
  y: whole,
  width: whole.min(1),
  height: whole.min(1),
  maximised: z.boolean(),
})

/** A window's place in device-independent pixels; `maximised` on top of the bounds it returns to. */
export type WindowPlace = z.infer<typeof placeSchema>

/** The smallest window that shows its panes. */
export const leastSize = { width: 880, height: 560 }

const usualSize = { width: 1440, height: 900 }
const grip = { width: 160, height: 32 }

const fileIn = (dataFolder: string) => join(dataFolder, 'window.json')

/** The place kept last, or null. */
export function keptPlace(dataFolder: string): WindowPlace | null {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return null
  }
}

/** Keeps a place; a folder that cannot be written costs the place and nothing else. */
export function keepPlace(dataFolder: string, place: WindowPlace): void {
  try {
    mkdirSync(dataFolder, { recursive: true })
    // At once, since the window that closes may be the last thing that happens.
    writeFileSync(`${fileIn(dataFolder)}.new`, JSON.stringify(place, null, 2))
    renameSync(`${fileIn(dataFolder)}.new`, fileIn(dataFolder))
  } catch {
    // The next start opens in the middle of the screen.
  }
}

const overlap = (start: number, length: number, otherStart: number, otherLength: number) =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)

/** Whether enough of the title bar lies on a screen to be seen and dragged. */
function canBeGripped(place: WindowPlace, screen: Rectangle): boolean {
  return (
    overlap(place.x, place.width, screen.x, screen.width) >= Math.min(grip.width, place.width) &&
    place.y >= screen.y &&
    place.y + grip.height <= screen.y + screen.height
  )
}

/**
 * The bounds to open with: the kept place where one of `screens` (work areas, the main one first) still shows its
 * title bar, cut to that screen; otherwise the usual size in the middle of the main screen.
 */
export function placeOnScreens(kept: WindowPlace | null, screens: Rectangle[]): WindowPlace {
  const main = screens[0] ?? { x: 0, y: 0, ...usualSize }
  const screen = kept ? screens.find((one) => canBeGripped(kept, one)) : undefined
  if (kept && screen) {
    return {
      ...kept,
      width: Math.min(Math.max(kept.width, leastSize.width), Math.max(screen.width, leastSize.width)),
      height: Math.min(Math.max(kept.height, leastSize.height), Math.max(screen.height, leastSize.height)),
    }
  }
  const width = Math.min(usualSize.width, main.width)
  const height = Math.min(usualSize.height, main.height)
  return {
    x: Math.round(main.x + (main.width - width) / 2),
    y: Math.round(main.y + (main.height - height) / 2),
    width,
    height,
    maximised: kept?.maximised ?? false,
  }
}
