// The checks of accessibility that axe knows, on a page in a real browser.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * Axe on a page as it is. Our pages have no frames: axe runs in the page itself and opens no second one to sum up in. It
 * tells of faults alone; to describe every element that has none takes most of its time.
 */
export const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
