import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fallbackFonts, lookupIn, uncovered } from '../../../src/core/exports/font-coverage.ts'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { facesOf, nameOf, tableOf } from '../../../src/core/exports/sfnt.ts'
import { systemFaces } from '../../../src/core/exports/system-fonts.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead, doc, p } from './a-memo.ts'

const fontFile = (name: string) => readFileSync(join(resources, 'fonts', name))
const serif = lookupIn(fontFile('SourceSerif4-Regular.ttf'))
const boxes = fontFile('GroundworkBoxes.ttf')
const aPaper = (...texts: string[]) =>
  memoToPaper({ head: aHead(), document: doc(...texts.map((text) => p(text))), passages: new Map(), size: 'a4' }).paper
const faceOf = (font: Buffer) => facesOf((offset, length) => font.subarray(offset, offset + length))[0]

/** A folder of fonts as a machine may have it: a useful one below, a broken one, a text, an empty one. */
function aFontFolder(): string {
  const folder = aFolder()
  mkdirSync(join(folder, 'truetype/noto'), { recursive: true })
  copyFileSync(join(resources, 'fonts/NotoSerifHebrew-Regular.ttf'), join(folder, 'truetype/noto/hebrew.ttf'))
  writeFileSync(join(folder, 'broken.ttf'), fontFile('NotoSerifHebrew-Regular.ttf').subarray(0, 300))
  writeFileSync(join(folder, 'lies.otf'), Buffer.from('00010000ffff0000000000005f5f5f5f', 'hex'))
  writeFileSync(join(folder, 'text.ttc'), 'ttcf is what a collection begins with')
  writeFileSync(join(folder, 'empty.ttf'), '')
  return folder
}

describe('a font file', () => {
  it('tells which characters it has', () => {
    const has = (text: string) => [...text].map((character) => serif(character.codePointAt(0) ?? 0) > 0)
    expect(has('aéшΩ€→漢😀')).toEqual([true, true, true, true, true, true, false, false])
  })

  it('is read by its name, and bad ones are left out', () => {
    const faces = systemFaces([aFontFolder(), '/a/folder/that/is/not/there'])
    expect(faces.map(({ family, weight, italic, coloured }) => ({ family, weight, italic, coloured }))).toEqual([
      { family: 'Noto Serif Hebrew', weight: 400, italic: false, coloured: false },
    ])
  })
})

describe('what the bundled fonts lack', () => {
  it('is found by user-perceived character', () => {
    expect(uncovered(aPaper('plain', 'Ж ω ế', 'ab שלום', '👨‍👩‍👧 x'), [serif])).toEqual(['ש', 'ל', 'ו', 'ם', '👨‍👩‍👧'])
  })

  it('is not what is invisible, nor what composes to a character that is there', () => {
    expect(uncovered(aPaper('a\u200bb\u00adc\u2060d', 'e\u0301 Z\u030c'), [serif])).toEqual([])
  })

  it('is found in every part of the paper', () => {
    const paper = aPaper()
    expect(uncovered({ ...paper, title: 'א', authors: 'ב', head: [{ label: 'ג', value: 'ד', direction: null }] }, [serif])).toEqual(
      expect.arrayContaining(['א', 'ב', 'ג', 'ד']),
    )
  })
})

describe('fallback fonts', () => {
  it('are not looked for while nothing is lacking', () => {
    expect(fallbackFonts(aPaper('plain'), [serif], boxes, [aFontFolder()])).toEqual({ families: [], files: [], missing: [] })
  })

  it('come from the machine under names of our own, and boxes stand for the rest', () => {
    const fonts = fallbackFonts(aPaper('שלום 漢'), [serif], boxes, [aFontFolder()])
    expect([fonts.families, fonts.missing]).toEqual([['Groundwork Fallback 1', 'Groundwork Boxes'], ['漢']])
    const [hebrew, last] = fonts.files.map((file) => faceOf(file))
    expect([hebrew && nameOf(hebrew, 1), hebrew && nameOf(hebrew, 6)]).toEqual(['Groundwork Fallback 1', 'NotoSerifHebrew-Regular'])
    expect(hebrew && tableOf(hebrew, 'glyf')?.equals(tableOf(faceOf(fontFile('NotoSerifHebrew-Regular.ttf'))!, 'glyf')!)).toBe(true)
    expect(last && nameOf(last, 1)).toBe('Groundwork Boxes')
  })

  it('have boxes for exactly what no font has, and room for unknown spaces', () => {
    const fonts = fallbackFonts(aPaper('漢\u3000字'), [serif], boxes, [])
    const box = lookupIn(fonts.files[0]!)
    expect([...'漢字\u3000aא'].map((character) => box(character.codePointAt(0) ?? 0))).toEqual([2, 2, 1, 0, 0])
    expect(fonts.missing).toEqual(['漢', '字'])
  })
})
