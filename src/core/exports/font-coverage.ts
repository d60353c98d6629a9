// Which fonts a paper needs: the bundled ones, fonts of the machine for what those lack, boxes for the rest.
import type { Paper } from './paper.ts'
import { characterMap, facesOf, glyphLookup, nameOf, nameTable, rebuiltFont, type GlyphLookup } from './sfnt.ts'
import { loadedFace, systemFaces, type SystemFace } from './system-fonts.ts'

/** Fonts for one paper: families in the order to try them, the files beyond the bundled ones, what has no glyph. */
export interface FallbackFonts {
  families: string[]
  files: Buffer[]
  /** Characters that no font has, in order of their first appearance. */
  missing: string[]
}

const mostSystemFonts = 12
const boxesFamily = 'Groundwork Boxes'
const boxGlyph = 2
const spaceGlyph = 1

/** The character map of a bundled font file. */
export function lookupIn(font: Buffer): GlyphLookup {
  const face = facesOf((offset, length) => font.subarray(offset, offset + length))[0]
  return face ? glyphLookup(face) : () => 0
}

/** Every distinct user-perceived character (UAX 29) of the paper's strings, in order; plain ASCII is in every font. */
function clustersOf(paper: Paper): Set<string> {
  const words = new Set<string>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/[^\u0020-\u007e]/.test(value)) for (const word of value.split(' ')) words.add(word)
    } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) for (const one of Object.values(value)) visit(one)
  }
  visit(paper)
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const clusters = new Set<string>()
  for (const word of words) {
    if (/[^\u0020-\u007e]/.test(word)) for (const { segment } of segmenter.segment(word)) clusters.add(segment)
  }
  return clusters
}

/** Code points that need a glyph: not the ones that are invisible by definition (Unicode Default_Ignorable). */
const visible = (cluster: string): number[] =>
  [...cluster]
    .filter((character) => !/^[\p{Default_Ignorable_Code_Point}\n]$/u.test(character))
    .map((character) => character.codePointAt(0) ?? 0)

const covers = (glyph: GlyphLookup, cluster: string): boolean => visible(cluster).every((point) => glyph(point) !== 0)

/** What of the paper no single bundled font has whole. A cluster is set in one font, or its marks would stray. */
export function uncovered(paper: Paper, bundled: readonly GlyphLookup[]): string[] {
  return [...clustersOf(paper)].filter(
    (cluster) => !bundled.some((glyph) => covers(glyph, cluster) || covers(glyph, cluster.normalize('NFC'))),
  )
}

/**
 * Fonts for what the bundled ones lack. `folders` are searched only when something is lacking; `boxes` is the
 * bundled font that draws a box.
 */
export function fallbackFonts(paper: Paper, bundled: readonly GlyphLookup[], boxes: Buffer, folders: readonly string[]): FallbackFonts {
  const rest = uncovered(paper, bundled)
  const fonts: FallbackFonts = { families: [], files: [], missing: [] }
  if (rest.length === 0) return fonts
  const faces = rest.some((cluster) => !isSpace(cluster)) ? systemFaces(folders) : []
  // Emoji first, from fonts made for them: half of them in black from a text font would look like a mistake.
  const { language } = paper
  const emoji = addFaces(fonts, rest.filter(isEmoji), faces.filter((face) => face.coloured), language)
  const left = addFaces(fonts, [...rest.filter((cluster) => !isEmoji(cluster)), ...emoji], faces, language)
  if (left.length > 0) addBoxes(fonts, left, [...bundled, ...faces.map((face) => face.glyph)], boxes)
  return fonts
}

const isEmoji = (cluster: string): boolean => /\p{Emoji_Presentation}|\ufe0f/u.test(cluster)

/** Adds the faces that cover most of the clusters, one by one; gives back the clusters that none covers. */
function addFaces(fonts: FallbackFonts, clusters: string[], among: readonly SystemFace[], language: string): string[] {
  let rest = clusters
  let faces = among
  while (rest.length > 0 && fonts.files.length < mostSystemFonts) {
    const best = bestFace(faces, rest, language)
    if (!best) break
    faces = faces.filter((face) => face !== best)
    const family = `Groundwork Fallback ${fonts.files.length + 1}`
    const file = renamed(best, family)
    if (!file) continue
    fonts.families.push(family)
    fonts.files.push(file)
    rest = rest.filter((cluster) => !covers(best.glyph, cluster))
  }
  return rest
}

const isSpace = (cluster: string): boolean => /^\p{Zs}+$/u.test(cluster)

/** How families for one East Asian language name it: the same code point is drawn differently in each (Han unification). */
const eastAsian: Record<string, RegExp> = {
  zh: /\b(SC|TC|HK|CN|TW)\b|YaHei|JhengHei|Sim(Sun|Hei)|Ming|Song|Heiti|PingFang/i,
  ja: /\bJP\b|Mincho|Gothic|Hiragino|Meiryo/i,
  ko: /\bKR?\b|Malgun|Batang|Nanum|Gothic Neo/i,
}

/** The face that covers most; among equals one for the language, then the plainest: upright, static, near regular weight. */
function bestFace(faces: readonly SystemFace[], clusters: readonly string[], language: string): SystemFace | null {
  const own = Object.hasOwn(eastAsian, language) ? eastAsian[language] : undefined
  const rank = (face: SystemFace): number[] => [
    clusters.filter((cluster) => covers(face.glyph, cluster)).length,
    own?.test(face.family) ? 1 : 0,
    face.italic ? 0 : 1,
    face.variable ? 0 : 1,
    -Math.abs(face.weight - 400),
    /mono|code|console/i.test(face.family) ? 0 : 1,
    /serif|times|song|ming|batang|mincho/i.test(face.family) ? 1 : 0,
  ]
  let best: { face: SystemFace; rank: number[] } | null = null
  for (const face of faces) {
    const ranked = rank(face)
    if ((ranked[0] ?? 0) > 0 && (best === null || isAbove(ranked, best.rank))) best = { face, rank: ranked }
  }
  return best?.face ?? null
}

function isAbove(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, at) => value !== b[at])
  return index !== -1 && (a[index] ?? 0) > (b[index] ?? 0)
}

/** The face as a file of its own under a name of ours, so that Typst finds that one and no other. */
function renamed(chosen: SystemFace, family: string): Buffer | null {
  try {
    const face = loadedFace(chosen)
    const postScript = face && nameOf(face, 6)
    return face && rebuiltFont(face, new Map([['name', nameTable(family, postScript || family.replaceAll(' ', ''))]]))
  } catch {
    return null
  }
}

/** A font that has a box for exactly the characters no font has, so that the PDF still holds them as text. */
function addBoxes(fonts: FallbackFonts, clusters: readonly string[], others: readonly GlyphLookup[], boxes: Buffer): void {
  const glyphs = new Map<number, number>()
  const missing = new Set<string>()
  for (const cluster of clusters) {
    for (const point of visible(cluster)) {
      const character = String.fromCodePoint(point)
      glyphs.set(point, isSpace(character) ? spaceGlyph : boxGlyph)
      if (!isSpace(character) && !others.some((glyph) => glyph(point) !== 0)) missing.add(character)
    }
    // Every character exists somewhere, but no font holds them together.
    if (!isSpace(cluster) && !visible(cluster).some((point) => missing.has(String.fromCodePoint(point)))) missing.add(cluster)
  }
  const face = facesOf((offset, length) => boxes.subarray(offset, offset + length))[0]
  if (!face) return
  fonts.families.push(boxesFamily)
  fonts.files.push(rebuiltFont(face, new Map([['cmap', characterMap(glyphs)]])))
  fonts.missing = [...missing]
}
