// The colours keep the contrast and the distinctness that DESIGN.md asks of them, in both themes.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeColours } from '../../../src/shared/codes.ts'

const css = readFileSync(new URL('../../../src/renderer/theme/tokens.css', import.meta.url), 'utf8')

function tokensOf(selector: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(`${selector} {`)) + 1
  const body = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]))
}

type Colour = [number, number, number]
const linear = (channel: number): number => {
  const c = channel / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}
const channels = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour
const luminance = (colour: Colour): number => {
  const [r, g, b] = colour.map(linear) as Colour
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** WCAG 2.2 contrast ratio. */
const contrast = (a: Colour, b: Colour): number => {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
/** A translucent `rgb(r g b / a)` over an opaque colour. */
const over = (token: string, paper: Colour): Colour => {
  const [r = 0, g = 0, b = 0, alpha = 1] = [...token.matchAll(/[\d.]+/g)].map((found) => Number(found[0]))
  return [r, g, b].map((channel, at) => channel * alpha + (paper[at] ?? 0) * (1 - alpha)) as Colour
}

const themes = { light: tokensOf(':root'), dark: tokensOf(":root[data-theme='dark']") }
const papers = ['paper', 'chrome', 'raised']
const inks = ['ink', 'ink-2', 'ink-3', 'accent', 'claim', 'actor', 'rec', 'warn', 'ok']

for (const [name, tokens] of Object.entries(themes)) {
  const colour = (token: string): Colour => channels(tokens[token] as string)
  const tinted = ['accent-soft', 'claim-tint', 'actor-tint', 'rec-tint'] as const

  test(`${name}: text has 4.5:1 on every paper, selected rows and those under the pointer included`, () => {
    const grounds = [
      ...papers.map((paper) => [paper, colour(paper)] as const),
      ...papers.map((paper) => [`${paper}, pointed at`, over(tokens.line as string, colour(paper))] as const),
      ['chrome, selected', over(tokens['accent-soft'] as string, colour('chrome'))] as const,
      ['paper, selected', over(tokens['accent-soft'] as string, colour('paper'))] as const,
    ]
    const poor = inks.flatMap((ink) =>
      grounds.filter(([, ground]) => contrast(colour(ink), ground) < 4.5).map(([ground]) => `${ink} on ${ground}`),
    )
    expect(poor).toEqual([])
  })

  test(`${name}: reading text has 4.5:1 on every tint, all of them at once included`, () => {
    const all = tinted.reduce((ground, tint) => over(tokens[tint] as string, ground), colour('paper'))
    const grounds = [...tinted.map((tint) => over(tokens[tint] as string, colour('paper'))), all]
    expect(grounds.filter((ground) => contrast(colour('ink'), ground) < 4.5)).toEqual([])
  })

  test(`${name}: the word on a primary button has 4.5:1`, () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThan(4.5)
  })

  test(`${name}: every code colour has 3:1 against the paper`, () => {
    const poor = codeColours.filter((code) => contrast(colour(`code-${code}`), colour('paper')) < 3)
    expect(poor).toEqual([])
  })

  test(`${name}: code colours stay apart for every kind of colour vision`, () => {
    expect(tooClose(codeColours.map((code) => [code, colour(`code-${code}`)]))).toEqual([])
  })
}

test('the dark values for the system setting and for the chosen theme are the same', () => {
  expect(tokensOf(":root:not([data-theme='light'])")).toEqual(themes.dark)
})

// Simulation matrices at full severity: Machado, Oliveira and Fernandes 2009, on linear RGB.
const visions: Record<string, number[][]> = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}

/** OKLab of linear RGB (Ottosson 2020). */
function oklab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Pairs nearer than 0.05 in OKLab, about two and a half just noticeable differences. */
function tooClose(colours: [string, Colour][]): string[] {
  const pairs = colours.flatMap(([a, first], at) => colours.slice(at + 1).map(([b, second]) => ({ a, b, first, second })))
  return Object.entries(visions).flatMap(([vision, matrix]) => {
    const seen = (colour: Colour): Colour => {
      const light = colour.map(linear)
      return oklab(
        matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, c, at) => sum + c * (light[at] ?? 0), 0)))) as Colour,
      )
    }
    return pairs
      .filter(({ first, second }) => {
        const [x, y] = [seen(first), seen(second)]
        return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]) < 0.05
      })
      .map(({ a, b }) => `${a} and ${b} (${vision})`)
  })
}
