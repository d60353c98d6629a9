// ODT: the text of an OpenDocument file as HTML for the one reader of blocks.
import { readArchive } from './archive.ts'
import { attributeOf, isText, parseTree, tagOf, tooIntricate, walk, type HtmlNode } from './html-tree.ts'
import { blocksOfMarkup, escapeMarkup } from './markup.ts'
import { officeFindings } from './office-metadata.ts'
import type { DocumentInput, Findings, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'
import { xmlText } from './xml.ts'

/** Elements that are no reading text: deleted words, comments, generated lists. */
const skipped = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:note-citation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'office:binary-data',
])

const plain: Readonly<Record<string, [open: string, close: string]>> = {
  'text:list-item': ['<li>', '</li>'],
  'table:table': ['<table>', '</table>'],
  'table:table-header-rows': ['<thead>', '</thead>'],
  'table:table-row': ['<tr>', '</tr>'],
  'table:table-cell': ['<td>', '</td>'],
  'text:line-break': ['<br>', ''],
  'text:tab': [' ', ''],
}

/** Reads an ODT document. */
export async function readOpenDocument(input: DocumentInput, step: Step): Promise<Reading> {
  const files = await readArchive(input, step, (name) => /^(?:content|styles|meta)\.xml$/.test(name))
  const xml = xmlText(files.get('content.xml'), input)
  if (xml === '') throw refusal('source.damaged', input, 'it is not an OpenDocument text, or it is damaged.')
  if (tooIntricate(xml)) throw refusal('source.too-large', input, 'it has more elements, or deeper nested ones, than can be read.')
  step(4_000 + xml.length / 500)
  const document = parseTree(xml, 'text/xml')
  const drafts = blocksOfMarkup(new Markup(document).text(), input)
  const heading = drafts.find((draft) => draft.kind === 'heading')
  const headed: Findings = heading ? { title: { value: heading.text, rule: 'first heading' } } : {}
  const found = officeFindings(xmlText(files.get('meta.xml'), input), 'ODT properties')
  return { encoding: null, drafts, findings: { ...headed, ...found }, setAside: [] }
}

class Markup {
  private readonly root: HtmlNode
  private readonly bold = new Set<string>()
  private readonly italic = new Set<string>()
  private readonly numbered = new Set<string>()
  private readonly quoted = new Set<string>(['Quotations', 'Quote'])
  private readonly notes: string[] = []
  private parts: string[] = []
  private readonly outer: string[][] = []

  constructor(root: HtmlNode) {
    this.root = root
  }

  text(): string {
    this.readStyles()
    walk(this.root, (node) => this.enter(node), (node) => this.leave(node))
    return this.parts.join('') + this.notes.join('')
  }

  private readStyles(): void {
    let style = ''
    walk(this.root, (node) => {
      const tag = tagOf(node)
      if (tag === 'style:style') {
        style = attributeOf(node, 'style:name') ?? ''
        if (this.quoted.has(attributeOf(node, 'style:parent-style-name') ?? '')) this.quoted.add(style)
      } else if (tag === 'text:list-style') style = attributeOf(node, 'style:name') ?? ''
      else if (tag === 'text:list-level-style-number' && attributeOf(node, 'text:level') === '1') this.numbered.add(style)
      else if (tag === 'style:text-properties') {
        if (attributeOf(node, 'fo:font-weight') === 'bold') this.bold.add(style)
        if (attributeOf(node, 'fo:font-style') === 'italic') this.italic.add(style)
      }
      return tag !== 'office:body'
    })
  }

  private enter(node: HtmlNode): boolean {
    if (isText(node)) {
      if (this.inBody(node)) this.parts.push(escapeMarkup(node.nodeValue ?? ''))
      return false
    }
    const tag = tagOf(node)
    if (skipped.has(tag) || tag === 'office:automatic-styles' || tag === 'office:font-face-decls') return false
    if (tag === 'text:note-body') {
      this.outer.push(this.parts)
      this.parts = []
    } else this.parts.push(this.tags(node, tag)[0])
    return true
  }

  private leave(node: HtmlNode): void {
    const tag = tagOf(node)
    if (tag === 'text:note-body') {
      this.notes.push(`[${this.notes.length + 1}] ${this.parts.join('')}`.replace(/^(\[\d+\] )<p>/, '<p>$1'))
      this.parts = this.outer.pop() ?? []
      this.parts.push(`[${this.notes.length}]`)
    } else this.parts.push(this.tags(node, tag)[1])
  }

  /** White space between elements is layout of the file. */
  private inBody(node: HtmlNode): boolean {
    return /^text:(?:p|h|span|a|ruby-base)$/.test(node.parentNode ? tagOf(node.parentNode) : '') || (node.nodeValue ?? '').trim() !== ''
  }

  private tags(node: HtmlNode, tag: string): [open: string, close: string] {
    const style = attributeOf(node, 'text:style-name') ?? ''
    if (tag === 'text:p') return this.quoted.has(style) ? ['<blockquote>', '</blockquote>'] : ['<p>', '</p>']
    if (tag === 'text:h') {
      const level = Math.min(Math.max(Number(attributeOf(node, 'text:outline-level')) || 1, 1), 6)
      return [`<h${level}>`, `</h${level}>`]
    }
    if (tag === 'text:list') return this.numbered.has(style) ? ['<ol>', '</ol>'] : ['<ul>', '</ul>']
    if (tag === 'text:s') return [' ', '']
    if (tag === 'text:a') return [`<a href="${escapeMarkup(attributeOf(node, 'xlink:href') ?? '')}">`, '</a>']
    if (tag === 'text:span') {
      const [bold, italic] = [this.bold.has(style), this.italic.has(style)]
      return [`${bold ? '<b>' : ''}${italic ? '<i>' : ''}`, `${italic ? '</i>' : ''}${bold ? '</b>' : ''}`]
    }
    return plain[tag] ?? ['', '']
  }
}
