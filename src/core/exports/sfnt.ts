// Font files (OpenType 1.9: "sfnt" tables, collections, the cmap): read, and rebuilt with tables of our own.

/** One face of a font file: where its tables lie. `read` gives bytes of the file. */
export interface Face {
  flavour: number
  tables: Map<string, { offset: number; length: number }>
  read: (offset: number, length: number) => Buffer
}

/** Looks a code point up in a face's character map: the glyph's number, 0 when the face has none. */
export type GlyphLookup = (codePoint: number) => number

const collectionTag = 0x74746366
const flavours = [0x00010000, 0x4f54544f, 0x74727565]

/** The faces of a font file or collection; none for bytes that are no font. */
export function facesOf(read: Face['read']): Face[] {
  const start = read(0, 12)
  if (start.length < 12) return []
  if (start.readUInt32BE(0) !== collectionTag) return [faceAt(read, 0)].filter((face) => face !== null)
  const count = Math.min(start.readUInt32BE(8), 100)
  const offsets = read(12, 4 * count)
  const faces: Face[] = []
  for (let index = 0; index + 4 <= offsets.length; index += 4) {
    const face = faceAt(read, offsets.readUInt32BE(index))
    if (face) faces.push(face)
  }
  return faces
}

function faceAt(read: Face['read'], offset: number): Face | null {
  const header = read(offset, 12)
  if (header.length < 12 || !flavours.includes(header.readUInt32BE(0))) return null
  const directory = read(offset + 12, 16 * header.readUInt16BE(4))
  const tables: Face['tables'] = new Map()
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    const tag = directory.toString('latin1', at, at + 4)
    tables.set(tag, { offset: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) })
  }
  return { flavour: header.readUInt32BE(0), tables, read }
}

/** A table's bytes, null when the face has none. */
export function tableOf(face: Face, tag: string): Buffer | null {
  const table = face.tables.get(tag)
  return table ? face.read(table.offset, table.length) : null
}

/** The face's Unicode character map: its full one (format 12) or the one of the basic plane (format 4). */
export function glyphLookup(face: Face): GlyphLookup {
  const cmap = tableOf(face, 'cmap')
  if (!cmap || cmap.length < 4) return () => 0
  let basic = 0
  let full = 0
  for (let at = 4; at + 8 <= Math.min(cmap.length, 4 + 8 * cmap.readUInt16BE(2)); at += 8) {
    const platform = cmap.readUInt16BE(at)
    const encoding = cmap.readUInt16BE(at + 2)
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    const offset = cmap.readUInt32BE(at + 4)
    if (!unicode || offset + 16 > cmap.length) continue
    const format = cmap.readUInt16BE(offset)
    if (format === 12) full = offset
    else if (format === 4) basic = offset
  }
  if (full > 0) return (codePoint) => inGroups(cmap, full, codePoint)
  return basic > 0 ? (codePoint) => inSegments(cmap, basic, codePoint) : () => 0
}

function inGroups(cmap: Buffer, offset: number, codePoint: number): number {
  let low = 0
  let high = Math.min(cmap.readUInt32BE(offset + 12), Math.floor((cmap.length - offset - 16) / 12)) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = offset + 16 + 12 * middle
    const first = cmap.readUInt32BE(at)
    if (codePoint < first) high = middle - 1
    else if (codePoint > cmap.readUInt32BE(at + 4)) low = middle + 1
    else return cmap.readUInt32BE(at + 8) + codePoint - first
  }
  return 0
}

function inSegments(cmap: Buffer, offset: number, codePoint: number): number {
  const count = cmap.readUInt16BE(offset + 6) / 2
  const ends = offset + 14
  const starts = ends + 2 * count + 2
  if (codePoint > 0xffff || starts + 6 * count > cmap.length) return 0
  for (let index = 0; index < count; index += 1) {
    if (codePoint > cmap.readUInt16BE(ends + 2 * index)) continue
    const first = cmap.readUInt16BE(starts + 2 * index)
    if (codePoint < first) return 0
    const delta = cmap.readUInt16BE(starts + 2 * (count + index))
    const ranges = starts + 2 * (2 * count + index)
    const range = cmap.readUInt16BE(ranges)
    if (range === 0) return (codePoint + delta) & 0xffff
    const at = ranges + range + 2 * (codePoint - first)
    const glyph = at + 2 <= cmap.length ? cmap.readUInt16BE(at) : 0
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

/** A font file of one face, with some of its tables replaced. */
export function rebuiltFont(face: Face, replaced: ReadonlyMap<string, Buffer>): Buffer {
  const tags = [...new Set([...face.tables.keys(), ...replaced.keys()])].filter((tag) => tag !== 'DSIG').toSorted()
  const header = Buffer.alloc(12 + 16 * tags.length)
  header.writeUInt32BE(face.flavour, 0)
  header.writeUInt16BE(tags.length, 4)
  const parts: Buffer[] = [header]
  let offset = header.length
  tags.forEach((tag, index) => {
    const bytes = replaced.get(tag) ?? tableOf(face, tag) ?? Buffer.alloc(0)
    const at = 12 + 16 * index
    header.write(tag, at, 'latin1')
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(bytes.length, at + 12)
    const padded = (bytes.length + 3) & ~3
    parts.push(bytes, Buffer.alloc(padded - bytes.length))
    offset += padded
  })
  return Buffer.concat(parts)
}

/** A cmap table (format 12) that maps each code point to a glyph. */
export function characterMap(glyphs: ReadonlyMap<number, number>): Buffer {
  const sorted = [...glyphs].toSorted(([a], [b]) => a - b)
  const table = Buffer.alloc(12 + 16 + 12 * sorted.length)
  table.writeUInt16BE(1, 2)
  table.writeUInt16BE(3, 4)
  table.writeUInt16BE(10, 6)
  table.writeUInt32BE(12, 8)
  table.writeUInt16BE(12, 12)
  table.writeUInt32BE(16 + 12 * sorted.length, 16)
  table.writeUInt32BE(sorted.length, 24)
  sorted.forEach(([codePoint, glyph], index) => {
    table.writeUInt32BE(codePoint, 28 + 12 * index)
    table.writeUInt32BE(codePoint, 32 + 12 * index)
    table.writeUInt32BE(glyph, 36 + 12 * index)
  })
  return table
}

/** A name by its number (OpenType `name` table; 1 family, 6 PostScript), from the Windows or Unicode records. */
export function nameOf(face: Face, number: number): string | null {
  const table = tableOf(face, 'name')
  if (!table || table.length < 6) return null
  const strings = table.readUInt16BE(4)
  for (let at = 6; at + 12 <= Math.min(table.length, 6 + 12 * table.readUInt16BE(2)); at += 12) {
    const platform = table.readUInt16BE(at)
    if (table.readUInt16BE(at + 6) !== number || (platform !== 3 && platform !== 0)) continue
    const start = strings + table.readUInt16BE(at + 10)
    const bytes = Buffer.from(table.subarray(start, start + (table.readUInt16BE(at + 8) & ~1)))
    return bytes.swap16().toString('utf16le')
  }
  return null
}

/** A name table with the family and PostScript names that a face goes by in one PDF. */
export function nameTable(family: string, postScript: string): Buffer {
  const names: [number, string][] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, postScript],
  ]
  const records = Buffer.alloc(6 + 12 * names.length)
  records.writeUInt16BE(names.length, 2)
  records.writeUInt16BE(records.length, 4)
  const strings: Buffer[] = []
  let offset = 0
  names.forEach(([number, name], index) => {
    const bytes = Buffer.from(name, 'utf16le').swap16()
    const record = [3, 1, 0x409, number, bytes.length, offset]
    record.forEach((value, field) => records.writeUInt16BE(value, 6 + 12 * index + 2 * field))
    strings.push(bytes)
    offset += bytes.length
  })
  return Buffer.concat([records, ...strings])
}
