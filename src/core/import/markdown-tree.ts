// Markdown tokens as the tree that their HTML would be parsed to, without writing and parsing that HTML.
import type { Token, Tokens } from 'marked'
import type { HtmlNode } from './html-tree.ts'

/** As many nodes as `tooIntricate` lets a page have. */
const mostNodes = 600_000

/** Thrown inside for what only a reader of HTML can tell. */
class NeedsHtml extends Error {}

/**
 * The tree of a text's blocks, under a `body`; null when the text holds HTML of its own, or more nodes than are read.
 * Throws a RangeError for what nests too deeply. What it gives is what `parseHtml` makes of marked's HTML, but for white
 * space between blocks.
 */
export function treeOfTokens(tokens: readonly Token[]): HtmlNode | null {
  const builder = new TreeBuilder()
  try {
    const body = new TreeNode('body', null)
    builder.blocks(body, tokens)
    return body
  } catch (thrown) {
    if (thrown instanceof NeedsHtml) return null
    throw thrown
  }
}

const elementNode = 1
const textNode = 3

class TreeNode implements HtmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly parentNode: TreeNode | null
  nodeValue: string | null = null
  firstChild: TreeNode | null = null
  lastChild: TreeNode | null = null
  nextSibling: TreeNode | null = null
  private readonly href: string | null

  constructor(name: string, parent: TreeNode | null, href: string | null = null) {
    this.nodeType = name === '#text' ? textNode : elementNode
    this.nodeName = name
    this.parentNode = parent
    this.href = href
    if (!parent) return
    if (parent.lastChild) parent.lastChild.nextSibling = this
    else parent.firstChild = this
    parent.lastChild = this
  }

  get textContent(): string {
    if (this.nodeType === textNode) return this.nodeValue ?? ''
    let text = ''
    for (let child = this.firstChild; child; child = child.nextSibling) text += child.textContent
    return text
  }

  getAttribute(name: string): string | null {
    return name === 'href' ? this.href : null
  }
}

class TreeBuilder {
  private count = 0

  blocks(parent: TreeNode, tokens: readonly Token[]): void {
    for (const token of tokens) this.block(parent, token as Tokens.Generic)
  }

  private block(parent: TreeNode, token: Tokens.Generic): void {
    const { type } = token
    if (type === 'paragraph') this.inlines(this.element(parent, 'p'), token.tokens ?? [])
    else if (type === 'heading') this.inlines(this.element(parent, `h${(token as Tokens.Heading).depth}`), token.tokens ?? [])
    else if (type === 'blockquote') this.blocks(this.element(parent, 'blockquote'), token.tokens ?? [])
    else if (type === 'list') this.list(parent, token as Tokens.List)
    else if (type === 'code') this.code(parent, (token as Tokens.Code).text)
    else if (type === 'table') this.table(parent, token as Tokens.Table)
    else if (type === 'hr') this.element(parent, 'hr')
    else if (type !== 'space' && type !== 'def') this.inline(parent, token)
  }

  private inlines(parent: TreeNode, tokens: readonly Token[]): void {
    for (const token of tokens) this.inline(parent, token as Tokens.Generic)
  }

  private inline(parent: TreeNode, token: Tokens.Generic): void {
    const { type } = token
    if (type === 'text' && token.tokens) this.inlines(parent, token.tokens)
    else if (type === 'text' || type === 'escape') this.text(parent, String(token['text']))
    else if (type === 'strong' || type === 'em' || type === 'del') this.inlines(this.element(parent, type), token.tokens ?? [])
    else if (type === 'codespan') this.text(this.element(parent, 'code'), String(token['text']))
    else if (type === 'link') this.link(parent, token as Tokens.Link)
    else if (type === 'image') this.element(parent, isAddress(String(token['href'])) ? 'img' : needsHtml())
    else if (type === 'br') this.element(parent, 'br')
    else if (type === 'checkbox') {
      this.element(parent, 'input')
      this.text(parent, ' ')
    } else needsHtml()
  }

  private list(parent: TreeNode, { ordered, items }: Tokens.List): void {
    const list = this.element(parent, ordered ? 'ol' : 'ul')
    for (const item of items) this.blocks(this.element(list, 'li'), item.tokens)
  }

  private code(parent: TreeNode, text: string): void {
    if (text !== '') this.text(this.element(this.element(parent, 'pre'), 'code'), `${text.replace(/\n$/, '')}\n`)
  }

  private table(parent: TreeNode, { header, rows }: Tokens.Table): void {
    const table = this.element(parent, 'table')
    this.row(this.element(table, 'thead'), header)
    if (rows.length === 0) return
    const body = this.element(table, 'tbody')
    for (const row of rows) this.row(body, row)
  }

  private row(parent: TreeNode, cells: readonly Tokens.TableCell[]): void {
    const row = this.element(parent, 'tr')
    for (const cell of cells) this.inlines(this.element(row, cell.header ? 'th' : 'td'), cell.tokens)
  }

  private link(parent: TreeNode, { href, text, tokens, autolink }: Tokens.Link): void {
    // As marked writes it: what is encoded stays as it is.
    const link = isAddress(href) ? this.element(parent, 'a', encodeURI(href).replaceAll('%25', '%')) : needsHtml()
    if (autolink) this.text(link, text)
    else this.inlines(link, tokens)
  }

  private element(parent: TreeNode, name: string, href: string | null = null): TreeNode {
    this.count += 1
    return this.count > mostNodes ? needsHtml() : new TreeNode(name, parent, href)
  }

  private text(parent: TreeNode, text: string): void {
    if (text === '') return
    // A reference such as `&nbsp;` is resolved by who reads HTML.
    if (reference.test(text)) needsHtml()
    const last = parent.lastChild
    if (last?.nodeType === textNode) last.nodeValue += text
    else this.element(parent, '#text').nodeValue = text
  }
}

const reference = /&(?:#\d+|#x[\da-f]+|\w+);/i

function isAddress(href: string): boolean {
  return !reference.test(href) && href.isWellFormed()
}

function needsHtml(): never {
  throw new NeedsHtml()
}
