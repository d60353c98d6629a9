// The checks of accessibility that axe knows, on a page in a real browser.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Waits until what appears or goes has done so: while it does, it is pale. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(passing.map((animation) => animation.finished))
  })
}

class AxeAtRest extends AxeBuilder {
  readonly #page: Page

  constructor(page: Page) {
    super({ page })
    this.#page = page
  }

  /** What began to appear while axe looked is pale only then: a fault is one that a second look finds as well. */
  override async analyze() {
    await rest(this.#page)
    const found = await super.analyze()
    if (found.violations.length === 0) return found
    await rest(this.#page)
    return super.analyze()
  }
}

/**
 * Axe on a page that has come to rest. Our pages have no frames: axe runs in the page itself and opens no second one to sum
 * up in. It tells of faults alone; to describe every element that has none takes most of its time.
 */
export const axeOn = (page: Page): AxeBuilder => new AxeAtRest(page).options({ resultTypes: ['violations'] }).setLegacyMode()
