// Fonts of the machine, looked at only when a memo has characters that the bundled ones lack.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { facesOf, glyphLookup, nameOf, tableOf, type Face, type GlyphLookup } from './sfnt.ts'

/** A face of a font file on this machine. `weight` is OpenType's usWeightClass, 400 for regular. */
export interface SystemFace {
  path: string
  index: number
  family: string
  weight: number
  italic: boolean
  variable: boolean
  /** Whether it is an emoji font: it holds coloured glyphs. */
  coloured: boolean
  glyph: GlyphLookup
}

const mostFiles = 5000
const deepestFolder = 6

/** Where this operating system keeps its fonts. */
export function systemFontFolders(platform = process.platform): string[] {
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library/Fonts')]
  if (platform === 'win32') {
    const windows = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'Fonts')
    const own = process.env['LOCALAPPDATA']
    return own === undefined ? [windows] : [windows, join(own, 'Microsoft\\Windows\\Fonts')]
  }
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts'), join(homedir(), '.fonts')]
}

/** Paths of the font files below folders, in a steady order; a folder that cannot be read is left out. */
function fontFiles(folders: readonly string[]): string[] {
  const files: string[] = []
  const visit = (folder: string, depth: number): void => {
    const entries = entriesOf(folder).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && depth < deepestFolder) visit(path, depth + 1)
      else if (/\.(ttf|otf|ttc|otc)$/i.test(entry.name) && !entry.isDirectory() && files.length < mostFiles) files.push(path)
    }
  }
  for (const folder of folders) visit(folder, 0)
  return files
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Reads parts of a file, so that a scan does not load fonts of many megabytes. */
function partsOf(file: number): Face['read'] {
  return (offset, length) => {
    const bytes = Buffer.alloc(Math.min(length, 50_000_000))
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset))
  }
}

function described(face: Face, path: string, index: number): SystemFace | null {
  const os2 = tableOf(face, 'OS/2')
  const family = nameOf(face, 1)
  // Bit 1 of fsType (OpenType, OS/2): the maker forbids embedding.
  if (!os2 || os2.length < 64 || family === null || (os2.readUInt16BE(8) & 0x2) !== 0) return null
  return {
    path,
    index,
    family,
    weight: os2.readUInt16BE(4),
    italic: (os2.readUInt16BE(62) & 0x1) !== 0,
    variable: face.tables.has('fvar'),
    coloured: ['CBDT', 'sbix', 'COLR', 'SVG '].some((tag) => face.tables.has(tag)),
    glyph: glyphLookup(face),
  }
}

/** Every face below the folders that may be embedded; broken files are left out. */
export function systemFaces(folders: readonly string[]): SystemFace[] {
  return fontFiles(folders).flatMap((path): SystemFace[] => {
    let file: number | null = null
    try {
      file = openSync(path, 'r')
      return facesOf(partsOf(file)).flatMap((face, index) => described(face, path, index) ?? [])
    } catch {
      return []
    } finally {
      if (file !== null) closeSync(file)
    }
  })
}

/** The face of a chosen system font, read whole. */
export function loadedFace(chosen: SystemFace): Face | null {
  const bytes = readFileSync(chosen.path)
  return facesOf((offset, length) => bytes.subarray(offset, offset + length))[chosen.index] ?? null
}
