// Encodings: what bytes are read as, and which are refused, with the sentence that says why.
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/import/read-document.ts'
import { fixture, readPasted, refusalOf, textsOf } from './documents.ts'

/** Encoding and texts of a fixture. */
function read(name: string): { encoding: string | null; texts: string[] } {
  const document = readDocument(fixture(name))
  return { encoding: document.encoding, texts: textsOf(document) }
}

const wide = ['A cease-fire “along current lines” was refused — again.', 'Жодних поступок, сказав він. 😀']
const russian =
  'Переговоры о прекращении огня провалились. Президент заявил, что стране нужна большая поддержка и что дальнейшие уступки невозможны.'

/** ASCII text with single bytes at `\xNN`, as a file. */
function bytesOf(latin1: string, fileName = 'letter.txt') {
  return { bytes: Buffer.from(latin1, 'latin1'), fileName }
}

describe('text in a known encoding', () => {
  it('is read from UTF-8 with emoji, joiners and flags as they are', () => {
    expect(read('emoji.txt')).toEqual({
      encoding: 'utf-8',
      texts: ['The minister wrote 👩🏽‍🚀 and 👨‍👩‍👧‍👦, then 🇺🇦.', 'A second paragraph, with ❤️ and 1️⃣.'],
    })
  })

  it('is composed where letters and marks came apart', () => {
    const { texts } = read('combining.txt')
    expect(texts).toEqual(['Zelenskyj sprach in Genève über die Lösung; Nguyễn Văn A hörte zu.', 'Ångström và Huế.'])
    expect(texts.join('')).toBe(texts.join('').normalize('NFC'))
  })

  it('keeps direction marks of right-to-left text', () => {
    expect(read('right-to-left.txt').texts).toEqual(['נשיא אוקראינה אמר \u200f"לא" לתוכנית.', 'قال الرئيس إن \u202bالاتفاق\u202c غير ممكن.'])
  })

  it('is read from Chinese and Japanese', () => {
    expect(read('chinese-japanese.txt').texts).toEqual(['停火谈判失败了。', '大統領は「不可能だ」と述べた。'])
  })

  it('loses its byte order mark and has one kind of line end', () => {
    expect(read('line-ends-and-bom.txt')).toEqual({ encoding: 'utf-8', texts: ['First line', 'Second line', 'Third line', 'Fourth line'] })
  })

  it.each([
    ['utf-16le.txt', 'utf-16le'],
    ['utf-16be.txt', 'utf-16be'],
    ['utf-16le-without-bom.txt', 'utf-16le'],
    ['utf-16be-without-bom.txt', 'utf-16be'],
  ])('is read from %s', (name, encoding) => {
    expect(read(name)).toEqual({ encoding, texts: wide })
  })

  it('is read from Windows-1252 with its quotation marks and euro sign', () => {
    expect(read('windows-1252.txt')).toEqual({
      encoding: 'windows-1252',
      texts: ['“It’s over,” said the envoy — for €140 billion…', 'The café in Genève was empty.'],
    })
  })

  it('is read from other encodings when its letters leave no doubt', () => {
    expect(read('windows-1251.txt')).toEqual({ encoding: 'windows-1251', texts: [russian] })
  })

  it('survives a broken byte among many good ones', () => {
    const bytes = Buffer.concat([Buffer.from(russian), Buffer.from([0xd0])])
    expect(textsOf(readDocument({ bytes, fileName: 'cut.txt' }))).toEqual([`${russian}\ufffd`])
  })

  it('is believed to be what the server says', () => {
    const document = readDocument({ ...bytesOf('\xe9t\xe9'), mediaType: 'text/plain; charset=ISO-8859-1' })
    expect([document.encoding, document.text]).toEqual(['windows-1252', 'été'])
  })

  it('is UTF-8 when it was pasted, whatever a page inside it says', () => {
    expect(readPasted('<meta charset="windows-1252"><p>été</p>', 'text/html').text).toBe('été')
  })

  it('keeps a stray control character out and goes on', () => {
    expect(readPasted('inter\u0002national\0').text).toBe('international\ufffd')
  })
})

describe('an HTML page', () => {
  const page = (head: string) => `<html><head>${head}</head><body><p>caf\xe9</p></body></html>`

  it.each([
    ['<meta charset="iso-8859-1">', 'windows-1252', 'café'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'windows-1251', 'cafй'],
    ['<!-- <meta charset="windows-1251"> --><meta charset=latin1>', 'windows-1252', 'café'],
  ])('is read as it says: %s', (head, encoding, text) => {
    const document = readDocument(bytesOf(page(head), 'page.html'))
    expect([document.encoding, document.text]).toEqual([encoding, text])
  })

  it('is UTF-8 beyond doubt, although its head still names what it was saved from', () => {
    const bytes = Buffer.from('<html><head><meta charset="gb2312"></head><body><p>停火谈判失败了。</p></body></html>')
    const document = readDocument({ bytes, fileName: 'saved.html' })
    expect([document.encoding, document.text]).toEqual(['utf-8', '停火谈判失败了。'])
  })

  it('is read by its byte order mark before its meta element', () => {
    const bytes = Buffer.from('\ufeff<html><head><meta charset="windows-1251"></head><body>café</body></html>')
    const document = readDocument({ bytes, fileName: 'page.html' })
    expect([document.encoding, document.text]).toEqual(['utf-8', 'café'])
  })
})

describe('what is no readable text', () => {
  it.each([
    ['empty.txt', 'source.empty', '“empty.txt” was not imported: it is empty.'],
    ['white-space.txt', 'source.empty', '“white-space.txt” was not imported: it holds no text to read.'],
    ['picture.txt', 'source.binary', '“picture.txt” was not imported: it is not text but a PNG picture.'],
    ['portable-document.txt', 'source.binary', '“portable-document.txt” was not imported: it is not text but a PDF document.'],
    [
      'cp866.txt',
      'source.undecodable',
      '“cp866.txt” was not imported: the encoding of its characters could not be recognised. ' +
        'Open it in the program that made it and save it as UTF-8.',
    ],
  ])('is refused with the reason: %s', (name, code, message) => {
    expect(refusalOf(fixture(name))).toEqual({ code, message })
  })

  it.each([
    ['a program', '\x7fELF\x02\x01\x01\0'],
    ['a zip archive or an office document', 'PK\x03\x04\x14\0\0\0'],
    ['binary data', 'name\0\0\0\0\0\x01\x02\0\0\0value\0\0\0'],
    ['binary data', '\x00\x01\x02\x03\x04\x05\x06\x07'],
  ])('is refused as %s', (kind, latin1) => {
    const message = `“letter.txt” was not imported: it is not text but ${kind}.`
    expect(refusalOf(bytesOf(latin1))).toEqual({ code: 'source.binary', message })
  })

  it('is refused when it is random', () => {
    let state = 7
    const bytes = Uint8Array.from({ length: 2000 }, () => (state = (state * 16807) % 2147483647) % 256)
    expect(refusalOf({ bytes, fileName: 'noise.txt' }).code).toMatch(/^source\.(binary|undecodable)$/)
  })

  it('is refused as UTF-32', () => {
    expect(refusalOf(bytesOf('\xff\xfe\0\0A\0\0\0')).code).toBe('source.undecodable')
  })

  it('is refused when it cannot be read as what it says it is', () => {
    const message = '“page.html” was not imported: it says it is UTF-8, but it cannot be read as that.'
    const input = bytesOf(`<meta charset="utf-8"><html><p>${'\xff\xfe\x80'.repeat(50)}`, 'page.html')
    expect(refusalOf(input)).toEqual({ code: 'source.undecodable', message })
  })

  it('is refused above 50 MB', () => {
    const message = '“book.txt” was not imported: it has 51 MB, and text can have at most 50 MB.'
    const input = { bytes: new Uint8Array(50 * 1024 * 1024 + 1).fill(0x61), fileName: 'book.txt' }
    expect(refusalOf(input)).toEqual({ code: 'source.too-large', message })
  })

  it('is refused by a name that cannot disturb the sentence', () => {
    expect(refusalOf({ bytes: new Uint8Array(), fileName: 'C:\\folder\\a\u202egnp\n.txt' }).message).toBe(
      '“agnp.txt” was not imported: it is empty.',
    )
  })
})

describe('the format', () => {
  it('follows from the ending, in any case', () => {
    expect(readDocument({ bytes: Buffer.from('# Title\n\nText'), fileName: 'A.MD' }).mediaType).toBe('text/markdown')
  })

  it('follows from a telling media type before the ending, not from text/plain', () => {
    const bytes = Buffer.from('<p>One</p>')
    expect(readDocument({ bytes, fileName: 'a.txt', mediaType: 'text/html; charset=utf-8' }).mediaType).toBe('text/html')
    expect(readDocument({ bytes, fileName: 'a.html', mediaType: 'text/plain' }).mediaType).toBe('text/html')
  })

  it('follows from the content without either', () => {
    expect(readDocument({ bytes: Buffer.from('<!doctype html><p>One'), fileName: 'page' }).mediaType).toBe('text/html')
    expect(readDocument({ bytes: Buffer.from('Plain words'), fileName: 'Report v1.2' }).mediaType).toBe('text/plain')
  })

  it('is refused when no reader knows it', () => {
    expect(refusalOf({ bytes: Buffer.from('x'), fileName: 'table.xlsx' })).toEqual({
      code: 'source.unsupported',
      message:
        '“table.xlsx” was not imported: files ending in .xlsx cannot be read yet. ' +
        'Groundwork reads files ending in .txt, .text, .md, .markdown, .html, .htm, .xhtml, .mhtml, .mht, .pdf, .docx, .odt, .rtf, .epub, .eml, and references in .ris, .bib and .json.',
    })
    expect(refusalOf({ bytes: Buffer.from('x'), fileName: null, mediaType: 'image/png' }).code).toBe('source.unsupported')
  })
})
