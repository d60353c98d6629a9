// Scroll: the long source with its passages against the same words as plain paragraphs.
import { aMeasuredShell, aProbedWindow } from './a-measured-shell.ts'
import { reading, type Bench, type Figure } from './figure.ts'
import { percentile, scrolledFrames } from './frames.ts'
import { theLongSource } from './long-source.ts'
import { openLongSource, openPlainly, windowOnArticle } from './open.ts'
import { servePlainly } from './plain-server.ts'

async function measure({ browser, runs, seed, say }: Bench) {
  const long = await theLongSource(seed)
  const plain = await servePlainly(long.text)
  const measured = await aMeasuredShell(browser, long)
  say('scroll: the long source')
  const ours = await windowOnArticle(measured, long.article)
  await openLongSource(ours.page)
  const paragraphs = await aProbedWindow(browser)
  await paragraphs.page.goto(`${plain.origin}/plain`)
  await openPlainly(paragraphs.page)
  const taken = { ours: [] as number[], floor: [] as number[] }
  for (let run = 0; run <= runs; run += 1) {
    await ours.page.bringToFront()
    const own = percentile(await scrolledFrames(ours.page, '.reader-scroller'), 95)
    await paragraphs.page.bringToFront()
    const floor = percentile(await scrolledFrames(paragraphs.page, null), 95)
    if (run === 0) continue
    taken.ours.push(own)
    taken.floor.push(floor)
  }
  await ours.context.close()
  await paragraphs.context.close()
  await measured.stop()
  await plain.close()
  return [reading({ figure: 'scroll', what: 'frame to frame, 95 of 100, 10,000 passages', unit: 'ms' }, taken.ours, taken.floor)]
}

export const scroll: Figure = {
  method:
    'The long source is scrolled from its beginning by script, 90 pixels a frame for 240 frames; the time from frame to frame that 95 of 100 ' +
    'do not exceed. A frame that is missed counts twice 16.7 ms. Floor: the same words as plain paragraphs, all laid out, scrolled likewise.',
  measure,
}
