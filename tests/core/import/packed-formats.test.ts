import { describe, expect, it } from 'vitest'
import { GroundworkError } from '../../../src/shared/errors.ts'
import { marksOf, outlineOf, textsOf } from './documents.ts'
import { aDocx, anEpub, anOdt, aZip, readPacked } from './packed-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const refusalOf = async (content: Uint8Array, name: string) => {
  const thrown: unknown = await readPacked(content, name).catch((error: unknown) => error)
  if (!(thrown instanceof GroundworkError)) throw thrown
  return [thrown.code, thrown.message]
}

it('a DOCX keeps headings, lists, tables, emphasis, links and notes, and its properties', async () => {
  const document = await readPacked(await aDocx(), 'report.docx')
  expect(outlineOf(document)).toEqual([
    'heading 1: A heading',
    'paragraph: Plain words, strong and leaning ones with a link.[1]',
    'list-item 1: A point of a list',
    'table-row 0: Port\tTonnes',
    'table-row 0: Odesa\t12',
    'list-item 1 ordered: A note below.',
  ])
  expect(marksOf(document)).toEqual(['strong: strong', 'emphasis: leaning', 'link: link → https://example.org/a'])
  expect([document.metadata.title, document.metadata.authors, document.provenance.title]).toEqual(['A title of its own', [{ literal: 'Ada Example' }], 'DOCX properties'])
})

it('an ODT keeps headings, lists, quotations, tables, emphasis, links and notes, and its properties', async () => {
  const styles =
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2"><style:text-properties fo:font-style="italic"/></style:style>' +
    '<style:style style:name="P1" style:parent-style-name="Quotations"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>'
  const text =
    '<text:tracked-changes><text:p>Deleted</text:p></text:tracked-changes><text:h text:outline-level="2">A heading</text:h>' +
    '<text:p>Some <text:span text:style-name="T1">strong</text:span><text:s/>and <text:span text:style-name="T2">leaning</text:span> words' +
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> with a <text:a xlink:href="https://example.org/a">link</text:a> &amp; more.</text:p>' +
    '<text:p text:style-name="P1">Quoted words</text:p><text:list text:style-name="L1"><text:list-item><text:p>First</text:p></text:list-item></text:list>' +
    '<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Tonnes</text:p></table:table-cell></table:table-row>' +
    '<table:table-row><table:table-cell><text:p>Odesa</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>'
  const meta = '<dc:title>A title of its own</dc:title><dc:creator>Ada Example</dc:creator><dc:date>2025-03-07T10:00:00</dc:date>'
  const document = await readPacked(anOdt(text, { styles, meta }), 'report.odt')
  expect(outlineOf(document)).toEqual([
    'heading 2: A heading',
    'paragraph: Some strong and leaning words[1] with a link & more.',
    'quotation: Quoted words',
    'list-item 1 ordered: First',
    'table-row 0: Port\tTonnes',
    'table-row 0: Odesa\t12',
    'paragraph: [1] A note.',
  ])
  expect(marksOf(document)).toEqual(['strong: strong', 'emphasis: leaning', 'link: link → https://example.org/a'])
  expect([document.metadata.title, document.metadata.issued, document.provenance.authors]).toEqual(['A title of its own', '2025-03-07', 'ODT properties'])
})

it('an EPUB is read in the order of its spine, tables numbered through', async () => {
  const table = '<table><tr><td>Port</td><td>Tonnes</td></tr><tr><td>Odesa</td><td>12</td></tr></table>'
  const metadata = '<dc:title>A book</dc:title><dc:creator>Ada Example</dc:creator><dc:creator>Bo Roe</dc:creator><dc:language>de</dc:language><dc:identifier>urn:isbn:9783161484100</dc:identifier><dc:publisher>A house</dc:publisher>'
  const document = await readPacked(anEpub([`<h1>One</h1><p>First <em>words</em>.</p>${table}`, `<h1>Two</h1><blockquote>Later words.</blockquote>${table}`], { metadata }), 'book.epub')
  expect(outlineOf(document)).toEqual([
    'heading 1: One',
    'paragraph: First words.',
    'table-row 0: Port\tTonnes',
    'table-row 0: Odesa\t12',
    'heading 1: Two',
    'quotation: Later words.',
    'table-row 1: Port\tTonnes',
    'table-row 1: Odesa\t12',
  ])
  expect(document.metadata).toMatchObject({ title: 'A book', language: 'de', authors: [{ literal: 'Ada Example' }, { literal: 'Bo Roe' }] })
  expect(document.reference).toEqual({ type: 'book', publisher: 'A house', ISBN: '9783161484100' })
})

it('an RTF keeps headings, emphasis, links, tables, and letters of any code page', async () => {
  const rtf =
    '{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times;}}{\\colortbl;\\red1;}{\\info{\\title A title}{\\author Ada Example}}' +
    '{\\header Not read\\par}\\pard\\outlinelevel0 A heading\\par\\pard Some {\\b strong} and {\\i leaning} words, caf\\\'e9 and \\u8364? and {\\f1 \\\'ec\\\'e8\\\'f0}.\\par' +
    '{\\field{\\*\\fldinst HYPERLINK "https://example.org/a"}{\\fldrslt a link}} here\\par' +
    '\\trowd\\pard\\intbl Port\\cell Tonnes\\cell\\row\\trowd\\pard\\intbl Odesa\\cell 12\\cell\\row\\pard After it.\\par}'
  const document = await readPacked(bytes(rtf), 'report.rtf')
  expect(outlineOf(document)).toEqual([
    'heading 1: A heading',
    'paragraph: Some strong and leaning words, café and € and мир.',
    'paragraph: a link here',
    'table-row 0: Port\tTonnes',
    'table-row 0: Odesa\t12',
    'paragraph: After it.',
  ])
  expect(marksOf(document)).toEqual(['strong: strong', 'emphasis: leaning', 'link: a link → https://example.org/a'])
  expect([document.metadata.title, document.metadata.authors]).toEqual(['A title', [{ literal: 'Ada Example' }]])
})

describe('mail', () => {
  const headers = 'From: Ada Example <ada@example.org>\r\nTo: bo@example.org\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nDate: Fri, 7 Mar 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\n'

  it('is described by its headers, and names the attachments that it leaves out', async () => {
    const part = (type: string, body: string, more = '') => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`
    const eml = `${headers}Content-Type: multipart/mixed; boundary=b\r\n\r\n${part('text/html; charset=utf-8', '<p>Hello <b>there</b>.</p><script>alert(1)</script>')}${part('application/pdf', 'x', 'Content-Disposition: attachment; filename="a.pdf"\r\n')}--b--\r\n`
    const document = await readPacked(bytes(eml), 'mail.eml')
    expect([textsOf(document), marksOf(document)]).toEqual([['Hello there.'], ['strong: there']])
    expect(document.metadata).toMatchObject({ title: 'Grüße', authors: [{ literal: 'Ada Example' }], issued: '2025-03-07' })
    expect(document.reference).toEqual({ type: 'personal_communication', recipient: [{ literal: 'bo@example.org' }] })
    expect(document.provenance).toMatchObject({ title: 'mail headers', authors: 'mail headers', recipient: 'mail headers' })
    expect(document.remark).toBe('Its attachments were not imported: a.pdf.')
    expect(document.setAside.map(({ rule }) => rule)).toEqual(['mail header', 'mail header', 'mail header', 'mail header', 'attachment'])
  })

  it('of plain text keeps its paragraphs and what it quotes', async () => {
    const document = await readPacked(bytes(`${headers}\r\nFirst paragraph.\r\n\r\n> Quoted before.\r\n`), 'mail.eml')
    expect(outlineOf(document)).toEqual(['paragraph: First paragraph.', 'quotation: Quoted before.'])
  })

  it('that is none is refused', async () => {
    expect(await refusalOf(bytes('Just words'), 'mail.eml')).toEqual(['source.damaged', '“mail.eml” was not imported: it is not an e-mail: it has no headers.'])
  })
})

it('a saved web page (MHTML) is read as the page at its address', async () => {
  const words = 'Grain leaves the port again under a deal that few of those who signed it believe will last. '.repeat(8)
  const mhtml =
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/grain\r\nSubject: Grain and War\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n' +
    `--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/grain\r\n\r\n<html><head><meta charset=3D"utf-8"><title>Grain and War</title></head><body><article><p>${words}<a href=3D"/b">caf=C3=A9</a></p></article></body></html>\r\n` +
    '--b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n--b--\r\n'
  const document = await readPacked(bytes(mhtml), 'page.mhtml')
  expect(document.text.endsWith('café')).toBe(true)
  expect([document.metadata.title, document.metadata.url, marksOf(document)]).toEqual(['Grain and War', 'https://example.org/grain', ['link: café → https://example.org/b']])
})

describe('an archive made to do harm is refused', () => {
  const content = '<office:document-content/>'

  it.each([
    ['by what it would inflate to', aZip([{ name: 'content.xml', content: Buffer.alloc(60_000_000) }]), 'source.too-large'],
    ['when it lies about that', aZip([{ name: 'content.xml', content: Buffer.alloc(60_000_000), claims: 1000 }]), 'source.damaged'],
    ['when its parts overlap', aZip([{ name: 'content.xml', content }, { name: 'meta.xml', content, sameAs: 0 }]), 'source.damaged'],
    ['when a name in it leads out of it', aZip([{ name: '../../etc/content.xml', content }]), 'source.damaged'],
    ['when a name in it is absolute', aZip([{ name: '/etc/content.xml', content }]), 'source.damaged'],
    ['when it is no archive', bytes('no archive'), 'source.damaged'],
    ['when it is another archive', aZip([{ name: 'a.txt', content: 'words' }]), 'source.damaged'],
    ['when it declares entities', anOdt('<text:p>&a;</text:p>', { prolog: '<!DOCTYPE x [<!ENTITY a "aaaa">]>' }), 'source.damaged'],
  ])('%s', async (_why, archive, code) => {
    expect((await refusalOf(archive, 'report.odt'))[0]).toBe(code)
  })

  it('as DOCX and EPUB too, and a locked book says so', async () => {
    const entity = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'
    expect((await refusalOf(aZip([{ name: 'word/document.xml', content: entity }]), 'a.docx'))[0]).toBe('source.damaged')
    expect((await refusalOf(aZip([{ name: 'word/document.xml', content: Buffer.alloc(60_000_000) }]), 'a.docx'))[0]).toBe('source.too-large')
    expect((await refusalOf(aZip([{ name: 'a.xml', content: 'x' }]), 'a.docx'))[0]).toBe('source.damaged')
    const lock = [{ name: 'META-INF/encryption.xml', content: '<encryption><CipherReference URI="OEBPS/text/c%200.xhtml"/></encryption>' }]
    expect((await refusalOf(anEpub(['<p>x</p>'], { more: lock }), 'a.epub'))[0]).toBe('source.protected')
    expect((await refusalOf(anEpub(['<p>&a;</p>']).slice(0, 400), 'a.epub'))[0]).toBe('source.damaged')
  })
})

it('a DOCX whose picture is a file of the machine is read without it', async () => {
  const picture =
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    '<w:r><w:t>Words.</w:t></w:r><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  const document = await readPacked(
    aZip([
      { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>' },
      { name: '_rels/.rels', content: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
      { name: 'word/document.xml', content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${picture}</w:body></w:document>` },
      {
        name: 'word/_rels/document.xml.rels',
        content: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///dev/zero" TargetMode="External"/></Relationships>',
      },
    ]),
    'report.docx',
  )
  expect(textsOf(document)).toEqual(['Words.'])
})
