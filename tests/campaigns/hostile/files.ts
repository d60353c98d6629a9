// Files made to block, to swell or to reach out, each with how it has to end.
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { aPdf, anEpub, anOdt, aZip, printed } from '../../core/import/packed-files.ts'

/** `ends` are the codes of the refusals that are right, and `imported` where it may be read without what is hostile in it. */
export interface HostileFile {
  name: string
  about: string
  bytes: Uint8Array
  ends: readonly string[]
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const refused = ['source.damaged', 'source.too-large', 'source.too-slow', 'source.empty', 'source.scanned', 'source.binary', 'source.protected', 'source.unsupported'] as const
const read = ['imported'] as const
const large = ['source.too-large'] as const
const damaged = ['source.damaged'] as const

const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000)
const nested = (depth: number): Uint8Array => {
  let inner: Uint8Array = aZip([{ name: 'content.xml', content: zeros(40) }])
  for (let level = 0; level < depth; level += 1) inner = aZip(Array.from({ length: 10 }, (_, at) => ({ name: `word/${at}.zip`, content: inner })))
  return inner
}
const entities = (levels: number): string =>
  `<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: levels }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`

/** A zip of one deflated member that many entries of the directory name with names of their own (one kernel, many names). */
function overlapping(count: number): Uint8Array {
  return aZip([{ name: 'content.xml', content: zeros(20) }, ...Array.from({ length: count }, (_, at) => ({ name: `Pictures/${at}.xml`, content: '', sameAs: 0 }))])
}

/** An entry whose header says one megabyte and whose data inflates to far more. */
function lying(): Uint8Array {
  return aZip([{ name: 'word/document.xml', content: zeros(40), claims: 1000 }])
}

function stored(name: string, packed: Buffer, size: number, crc: number): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crc, 14)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  local.copy(central, 6, 4, 30)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

const picture = (target: string): Uint8Array =>
  aZip([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>' },
    { name: '_rels/.rels', content: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
    {
      name: 'word/document.xml',
      content:
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
        '<w:body><w:p><w:r><w:t>Words.</w:t></w:r><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId9" r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>',
    },
    { name: 'word/_rels/document.xml.rels', content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>` },
  ])

/** A stream object of so many megabytes of spaces, packed. */
function inflatingStream(megabytes: number, entries: string): string {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, 32)).toString('latin1')
  return `<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n${packed}\nendstream`
}

/** A PDF whose only page lies in a stream of objects of so many megabytes, as its cross-reference stream says. */
function hiddenPage(megabytes: number): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [4 0 R] >>', inflatingStream(megabytes, '/Type /ObjStm /N 1 /First 10')]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const rows = Buffer.alloc(6 * 6)
  for (const [at, offset] of offsets.entries()) {
    rows.writeUInt8(1, (at + 1) * 6)
    rows.writeUInt32BE(offset, (at + 1) * 6 + 1)
  }
  rows.writeUInt8(2, 24)
  rows.writeUInt32BE(3, 25)
  rows.writeUInt8(1, 30)
  rows.writeUInt32BE(file.length, 31)
  const start = file.length
  file += `5 0 obj\n<< /Type /XRef /Size 6 /Root 1 0 R /W [1 4 1] /Length ${rows.length} >>\nstream\n${rows.toString('latin1')}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const onePage = [[{ text: 'Words.', y: 700 }]]

/** All of them; made anew each time, since some are large. */
export function hostileFiles(): HostileFile[] {
  const bomb = deflateRawSync(zeros(200))
  return [
    { name: 'bomb.odt', about: '60 MB of zeros in one entry', bytes: aZip([{ name: 'content.xml', content: zeros(60) }]), ends: large },
    { name: 'bomb.docx', about: '200 MB of zeros in one entry', bytes: stored('word/document.xml', bomb, 200_000_000, crc32(zeros(200))), ends: large },
    { name: 'lying.docx', about: 'an entry that says 1,000 bytes and holds 40 MB', bytes: lying(), ends: [...large, ...damaged] },
    { name: 'nested.docx', about: 'zips in zips in zips, ten each', bytes: nested(3), ends: damaged },
    { name: 'nested.odt', about: 'the same as ODT', bytes: nested(2), ends: damaged },
    { name: 'overlapping.odt', about: '5,000 names for one member of 20 MB', bytes: overlapping(5000), ends: damaged },
    { name: 'many.epub', about: '30,000 entries', bytes: aZip(Array.from({ length: 30_000 }, (_, at) => ({ name: `${at}.xhtml`, content: '' }))), ends: [...large, ...damaged] },
    { name: 'chapters.epub', about: '40 chapters of 5 MB each', bytes: anEpub(Array.from({ length: 40 }, () => `<p>${'a '.repeat(2_500_000)}</p>`)), ends: refused },
    { name: 'slip.odt', about: 'a name that leads out of the archive', bytes: aZip([{ name: '../../../../tmp/slipped/content.xml', content: 'x' }]), ends: damaged },
    { name: 'slip.epub', about: 'the same with backslashes', bytes: aZip([{ name: '..\\..\\tmp\\slipped.xhtml', content: 'x' }]), ends: damaged },
    { name: 'absolute.docx', about: 'an absolute name', bytes: aZip([{ name: '/etc/word/document.xml', content: 'x' }]), ends: damaged },
    { name: 'laughs.odt', about: 'XML entities that grow ten times, nine times over', bytes: anOdt('<text:p>&a9;</text:p>', { prolog: entities(9) }), ends: damaged },
    { name: 'laughs.docx', about: 'the same as DOCX', bytes: aZip([{ name: 'word/document.xml', content: `<?xml version="1.0"?>${entities(9)}<w:document>&a9;</w:document>` }]), ends: damaged },
    { name: 'quadratic.odt', about: 'one long entity, ten thousand times', bytes: anOdt(`<text:p>${'&a;'.repeat(10_000)}</text:p>`, { prolog: `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>` }), ends: damaged },
    { name: 'outside.odt', about: 'an entity that is a file of the machine', bytes: anOdt('<text:p>&a;</text:p>', { prolog: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' }), ends: damaged },
    { name: 'deep.odt', about: '100,000 nested spans', bytes: anOdt(`<text:p>${'<text:span>'.repeat(100_000)}a${'</text:span>'.repeat(100_000)}</text:p>`), ends: refused },
    { name: 'loop.pdf', about: 'pages that name each other', bytes: aPdf({ pages: onePage, objects: { 2: '<< /Type /Pages /Count 9 /Kids [2 0 R] >>' } }), ends: refused },
    { name: 'xobject.pdf', about: 'a drawing that names itself', bytes: aPdf({ pages: onePage, content: 'BT /F1 10 Tf 72 700 Td (Words.) Tj ET /X Do', resources: '/XObject << /X 900 0 R >>', objects: { 900: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 900 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream' } }), ends: read },
    { name: 'inflates.pdf', about: 'a page that inflates to 100 MB', bytes: aPdf({ pages: onePage, content: `BT /F1 10 Tf 72 700 Td (Words.) Tj ET${' '.repeat(100_000_000)}` }), ends: [...refused, ...read] },
    { name: 'hidden.pdf', about: 'a page in a stream of objects that inflates to 300 MB', bytes: hiddenPage(300), ends: [...refused, ...read] },
    { name: 'fonts.pdf', about: 'a font that inflates to 200 MB', bytes: aPdf({ pages: onePage, objects: { 3: '<< /Type /Font /Subtype /TrueType /BaseFont /Big /FirstChar 32 /LastChar 33 /Widths [500 500] /FontDescriptor 900 0 R >>', 900: '<< /Type /FontDescriptor /FontName /Big /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 /FontFile2 901 0 R >>', 901: inflatingStream(200, '') } }), ends: [...refused, ...read] },
    { name: 'pages.pdf', about: 'a million pages by its count', bytes: aPdf({ pages: onePage, objects: { 2: '<< /Type /Pages /Count 1000000 /Kids [10 0 R] >>' } }), ends: [...refused, ...read] },
    { name: 'words.pdf', about: '25 million characters on one page', bytes: aPdf({ pages: onePage, content: `BT /F1 1 Tf 72 700 Td ${`(${'a'.repeat(1000)}) Tj 0 -0.1 Td\n`.repeat(25_000)} ET` }), ends: refused },
    { name: 'nothing.pdf', about: 'a head and then noise', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), deflateRawSync(Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 251)))]), ends: damaged },
    { name: 'scripts.pdf', about: 'scripts and actions of every kind', bytes: aPdf({ pages: [printed('Words of a page that runs nothing at all.', { x: 72, top: 700, perLine: 60 })], catalog: '/OpenAction << /S /JavaScript /JS (while\\(1\\){}) >> /AA << /DC << /S /Launch /F (/bin/sh) >> >>' }), ends: read },
    { name: 'zero.docx', about: '/dev/zero as a picture', bytes: picture('file:///dev/zero'), ends: read },
    { name: 'network.docx', about: 'a picture on the network', bytes: picture('http://attacker.invalid/x.png'), ends: read },
    { name: 'deep.html', about: 'a million nested elements', bytes: bytesOf(`<html><body>${'<div>'.repeat(1_000_000)}`), ends: large },
    { name: 'wide.html', about: 'a million elements', bytes: bytesOf(`<html><body>${'<p>a'.repeat(1_000_000)}`), ends: large },
    { name: 'stars.md', about: '200,000 asterisks in one paragraph', bytes: bytesOf('*a '.repeat(200_000)), ends: read },
    { name: 'brackets.md', about: '100,000 opening brackets', bytes: bytesOf('['.repeat(100_000)), ends: read },
    { name: 'deep.rtf', about: '500,000 nested groups', bytes: bytesOf(`{\\rtf1${'{'.repeat(500_000)}a${'}'.repeat(500_000)}}`), ends: large },
    { name: 'bin.rtf', about: 'binary data that says it is 2 GB', bytes: bytesOf('{\\rtf1 Words. {\\bin2147483647 x} More.}'), ends: read },
    { name: 'deep.eml', about: '2,000 nested parts', bytes: bytesOf(`${Array.from({ length: 2000 }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`).join('')}Content-Type: text/plain\r\n\r\nWords.`), ends: refused },
    { name: 'zipped.txt', about: 'a gzip with the name of a text', bytes: gzipSync(zeros(10)), ends: ['source.binary'] },
  ]
}
