// Where the window opens: where it was, if that can still be seen.
import { writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { keptPlace, placeOnScreens } from '../../src/main/window-bounds.ts'
import { ensureBuilt } from '../built-program.ts'
import { aFolder, anElectron } from './an-electron.ts'

beforeAll(ensureBuilt)

const main = { x: 0, y: 0, width: 1920, height: 1080 }
const left = { x: -1280, y: 100, width: 1280, height: 1024 }
const middle = { x: 240, y: 90, width: 1440, height: 900, maximised: false }
const place = { x: 100, y: 50, width: 1200, height: 800, maximised: false }

describe('a place', () => {
  it('is kept on either screen', () => {
    expect(placeOnScreens(place, [main, left])).toEqual(place)
    const onLeft = { ...place, x: -1200, y: 150 }
    expect(placeOnScreens(onLeft, [main, left])).toEqual(onLeft)
  })

  it.each([
    ['on a screen that is gone', { ...place, x: -1200, y: 150 }],
    ['above the screen, where nothing can be gripped', { ...place, y: -40 }],
    ['below the screen', { ...place, y: 1070 }],
    ['all but a sliver beside the screen', { ...place, x: 1900 }],
  ])('is given up when it is %s', (_where, lost) => {
    expect(placeOnScreens(lost, [main])).toEqual(middle)
  })

  it('is cut to the screen and never too small for the panes', () => {
    const wide = { x: 0, y: 0, width: 4000, height: 3000, maximised: true }
    expect(placeOnScreens(wide, [main])).toEqual({ ...wide, width: 1920, height: 1080 })
    expect(placeOnScreens({ ...place, width: 10, height: 10 }, [main])).toEqual({ ...place, width: 880, height: 560 })
  })

  it('is the middle of the main screen at first, and fits a small one', () => {
    expect(placeOnScreens(null, [main, left])).toEqual(middle)
    expect(placeOnScreens(null, [{ x: 0, y: 30, width: 1024, height: 700 }])).toEqual({
      x: 0,
      y: 30,
      width: 1024,
      height: 700,
      maximised: false,
    })
  })

  it.each(['', '{', '[]', '{"x":1}', '{"x":1e99,"y":0,"width":1,"height":1,"maximised":false}', '"x"'])(
    'is forgotten when its file holds %s',
    (content) => {
      const folder = aFolder()
      writeFileSync(join(folder, 'window.json'), content)
      expect(keptPlace(folder)).toBeNull()
    },
  )
})

describe('a window', () => {
  it('opens where it was closed, maximised again', async () => {
    const first = anElectron()
    await first.ready()
    const bounds = { x: 33, y: 44, width: 1001, height: 702 }
    await first.order({ do: 'place', bounds, maximised: true, minimised: false })
    await first.order({ do: 'window', event: 'close' })
    await first.ended
    const second = anElectron({ folder: first.folder })
    const [window] = await second.ready()
    expect(window?.args[0]).toMatchObject(bounds)
    await second.waitFor('window.maximize')
  })

  it('remembers its place while it runs, so that a crash loses none of it', async () => {
    const electron = anElectron()
    await electron.ready()
    const bounds = { x: 5, y: 6, width: 907, height: 608 }
    await electron.order({ do: 'place', bounds, maximised: false, minimised: false })
    await electron.order({ do: 'window', event: 'move' })
    await electron.order({ do: 'window', event: 'resize' })
    await expect.poll(() => keptPlace(join(electron.folder, 'data')), { timeout: 5000 }).toEqual({ ...bounds, maximised: false })
  })

  it('opens in the middle when its screen is gone', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'window.json'), JSON.stringify({ ...place, x: 3000 }))
    const electron = anElectron({ folder, screens: [{ x: 0, y: 0, width: 1280, height: 800 }] })
    const [window] = await electron.ready()
    expect(window?.args[0]).toMatchObject({ x: 0, y: 0, width: 1280, height: 800 })
  })
})
