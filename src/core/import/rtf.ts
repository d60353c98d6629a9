// RTF as HTML for the one reader of blocks: words, paragraphs, headings, emphasis, links, tables.
import { escapeMarkup, blocksOfMarkup } from './markup.ts'
import { isTelling } from './office-metadata.ts'
import type { DocumentInput, Findings, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'
import { codePage, decoderFor } from './rtf-encoding.ts'

const largest = 50 * 1024 * 1024
const deepest = 500

/** Groups whose words are no reading text. */
const skipped = new Set(
  ('fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object objdata themedata datastore ' +
    'colorschememapping latentstyles header headerl headerr headerf footer footerl footerr footerf xmlnstbl mmathPr ' +
    'wgrffmtfilter template annotation atnid atnauthor bkmkstart bkmkend pntext listtext shpinst nonshppict fldinst info').split(' '),
)

const symbols: Readonly<Record<string, string>> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  '~': '\u00a0',
  _: '\u2011',
  '{': '{',
  '}': '}',
  '\\': '\\',
}

interface State {
  bold: boolean
  italic: boolean
  skip: boolean
  /** Collects what a group says apart from the text, such as `title` or `fldinst`. */
  apart: string | null
  font: number
  /** Code units that follow a `\u` for readers that know no Unicode. */
  unicodeSkip: number
  hidden: boolean
}

/** Reads an RTF document. */
export async function readRtf(input: DocumentInput, step: Step): Promise<Reading> {
  if (input.bytes.length > largest) throw refusal('source.too-large', input, 'it is larger than 50 MB.')
  const source = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length).toString('latin1')
  if (!source.startsWith('{\\rtf')) throw refusal('source.damaged', input, 'it is not an RTF document.')
  step(4_000 + source.length / 500)
  const document = new RtfDocument(input)
  document.read(source)
  const drafts = blocksOfMarkup(document.markup(), input)
  const heading = drafts.find((draft) => draft.kind === 'heading')
  const findings: Findings = heading ? { title: { value: heading.text, rule: 'first heading' } } : {}
  const { title, author } = document.properties
  if (title && isTelling(title)) findings.title = { value: title, rule: 'RTF properties' }
  if (author) findings.authors = { value: author.split(/\s*;\s*/).map((literal) => ({ literal })), rule: 'RTF properties' }
  return { encoding: null, drafts, findings, setAside: [] }
}

class RtfDocument {
  readonly properties: Record<string, string> = {}
  private readonly input: DocumentInput
  private readonly out: string[] = []
  private paragraph: string[] = []
  private cells: string[] | null = null
  private inTable = false
  private level = 0
  private state: State = { bold: false, italic: false, skip: false, apart: null, font: -1, unicodeSkip: 1, hidden: false }
  private readonly stack: State[] = []
  private page = 1252
  private readonly fonts = new Map<number, number>()
  private definingFont = -1
  private bytes: number[] = []
  private toSkip = 0
  private instruction = ''

  constructor(input: DocumentInput) {
    this.input = input
  }

  read(source: string): void {
    const token = /\\([a-zA-Z]+)(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g
    for (const [, word, number, hex, symbol, brace, text] of source.matchAll(token)) {
      if (hex !== undefined) this.byte(Number.parseInt(hex, 16))
      else {
        if (text === undefined || !isAscii(text)) this.flushBytes()
        if (word !== undefined) this.control(word, number === undefined ? null : Number(number))
        else if (symbol !== undefined) this.symbol(symbol)
        else if (brace === '{') this.open()
        else if (brace === '}') this.close()
        else if (text !== undefined) this.plain(text)
      }
    }
    this.endParagraph()
  }

  markup(): string {
    this.endTable()
    return this.out.join('')
  }

  private open(): void {
    this.stack.push({ ...this.state })
    if (this.stack.length > deepest) throw refusal('source.too-large', this.input, 'its groups nest deeper than can be read.')
  }

  private close(): void {
    const inner = this.state
    this.state = this.stack.pop() ?? this.state
    if (inner.apart === 'fldrslt' && this.state.apart !== 'fldrslt' && this.instruction !== '') {
      this.paragraph.push('</a>')
      this.instruction = ''
    }
  }

  private symbol(symbol: string): void {
    if (symbol === '*') this.state.skip = true
    else if (symbol === '\n' || symbol === '\r') this.endParagraph()
    else this.add(symbols[symbol] ?? '')
  }

  private control(word: string, value: number | null): void {
    const { state } = this
    if (skipped.has(word)) return this.apart(word)
    if (word === 'fldrslt') return this.beginLink()
    if (word === 'title' || word === 'author') {
      // Words of the same names inside the text are none of the document's properties.
      if (state.apart === 'info') Object.assign(state, { apart: word, skip: true })
    } else if (word === 'u') this.unicode(value ?? 0)
    else if (word === 'uc') state.unicodeSkip = Math.min(Math.max(value ?? 1, 0), 8)
    else if (word === 'ansicpg') this.page = value ?? 1252
    else if (word === 'f') this.font(value ?? 0)
    else if (word === 'fcharset') this.fonts.set(this.definingFont, codePage(value ?? 0))
    else if (Object.hasOwn(symbols, word)) this.add(symbols[word] ?? '')
    else if (!state.skip) this.layout(word, value)
  }

  private layout(word: string, value: number | null): void {
    const { state } = this
    if (word === 'par' || word === 'sect' || word === 'page') this.endParagraph()
    else if (word === 'line') this.paragraph.push('<br>')
    else if (word === 'pard') {
      this.level = 0
      this.inTable = false
    } else if (word === 'intbl') this.inTable = true
    else if (word === 'outlinelevel') this.level = Math.min((value ?? 0) + 1, 6)
    else if (word === 'cell') this.endCell()
    else if (word === 'row') this.endRow()
    else if (word === 'b') state.bold = value !== 0
    else if (word === 'i') state.italic = value !== 0
    else if (word === 'v') state.hidden = value !== 0
    else if (word === 'plain') Object.assign(state, { bold: false, italic: false, hidden: false })
    else if (word === 'footnote') this.paragraph.push(' [')
  }

  private apart(word: string): void {
    this.state.skip = true
    this.state.apart = word
    if (word === 'fldinst') this.instruction = ''
  }

  private beginLink(): void {
    const address = /HYPERLINK\s+"([^"]+)"/i.exec(this.instruction)?.[1]
    this.state.apart = 'fldrslt'
    this.state.skip = false
    this.instruction = address ?? ''
    if (address) this.paragraph.push(`<a href="${escapeMarkup(address)}">`)
  }

  private font(number: number): void {
    if (this.state.apart === 'fonttbl') this.definingFont = number
    else this.state.font = number
  }

  private byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1
    else this.bytes.push(value)
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return
    const page = this.fonts.get(this.state.font) || this.page
    this.add(decoderFor(page).decode(Uint8Array.from(this.bytes)))
    this.bytes = []
  }

  private unicode(value: number): void {
    this.add(String.fromCharCode(value & 0xffff))
    this.toSkip = this.state.unicodeSkip
  }

  private plain(text: string): void {
    const rest = text.slice(this.toSkip)
    this.toSkip = Math.max(this.toSkip - text.length, 0)
    // After the first byte of a double-byte letter its second one may stand as itself.
    if (this.bytes.length > 0 || !isAscii(rest)) {
      for (const unit of rest) this.bytes.push(unit.charCodeAt(0) & 0xff)
      this.flushBytes()
    } else this.add(rest)
  }

  private add(text: string): void {
    const { state } = this
    if (state.apart === 'title' || state.apart === 'author') {
      this.properties[state.apart] = (this.properties[state.apart] ?? '') + text
    } else if (state.apart === 'fldinst') this.instruction += text
    if (state.skip || state.hidden || text === '') return
    const marked = state.bold ? `<b>${escapeMarkup(text)}</b>` : escapeMarkup(text)
    this.paragraph.push(state.italic ? `<i>${marked}</i>` : marked)
  }

  private endParagraph(): void {
    this.flushBytes()
    if (this.state.skip) return
    if (this.inTable) return void this.paragraph.push(' ')
    this.endTable()
    const tag = this.level > 0 ? `h${this.level}` : 'p'
    if (this.paragraph.length > 0) this.out.push(`<${tag}>`, joined(this.paragraph), `</${tag}>`)
    this.paragraph = []
  }

  private endCell(): void {
    this.flushBytes()
    this.cells = [...(this.cells ?? []), joined(this.paragraph)]
    this.paragraph = []
  }

  private endRow(): void {
    if (!this.cells) return
    const before = this.out.at(-1)
    if (before !== rowEnd) this.out.push('<table>')
    this.out.push('<tr>', ...this.cells.map((cell) => `<td>${cell}</td>`), rowEnd)
    this.cells = null
  }

  private endTable(): void {
    if (this.cells) this.endRow()
    if (this.out.at(-1) === rowEnd) this.out.push('</table>')
  }
}

const rowEnd = '</tr>'

/** Neighbouring runs of the same emphasis as one. */
const joined = (parts: readonly string[]): string => parts.join('').replaceAll('</b></i><i><b>', '').replaceAll('</b><b>', '').replaceAll('</i><i>', '')

// oxlint-disable-next-line no-control-regex -- ASCII is the subject of the rule
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)
