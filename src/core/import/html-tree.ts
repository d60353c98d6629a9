// HTML to a tree: parsed without running anything, in bounded time, always with one html, head and body.
import { whenUsed } from '../when-used.ts'

const domParser = whenUsed('linkedom', ({ DOMParser }: typeof import('linkedom')) => new DOMParser())

/** The part of a DOM node that the import reads; the tree comes from linkedom. */
export interface HtmlNode {
  readonly nodeType: number
  /** Upper or lower case; compare through `tagOf`. */
  readonly nodeName: string
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
  /** The text of a text node, null or markup text elsewhere. */
  readonly nodeValue: string | null
  readonly textContent: string | null
  getAttribute?(name: string): string | null
  readonly attributes?: Iterable<{ name: string; value: string }> & { readonly length: number }
}

export interface HtmlTree {
  /** The document object, for libraries that want one. */
  document: unknown
  html: HtmlNode
  body: HtmlNode
}

const elementNode = 1
const textNode = 3
const cdataNode = 4

/** An element's name in lower case; '' for anything but an element. */
export function tagOf(node: HtmlNode): string {
  return node.nodeType === elementNode ? node.nodeName.toLowerCase() : ''
}

/** True for the nodes whose `nodeValue` is text of the page. */
export function isText(node: HtmlNode): boolean {
  return node.nodeType === textNode || node.nodeType === cdataNode
}

/** An attribute whatever the case it is written in, null without it. `name` is in lower case. */
export function attributeOf(node: HtmlNode, name: string): string | null {
  const exact = node.getAttribute?.(name)
  if (exact !== null && exact !== undefined) return exact
  for (const attribute of node.attributes ?? []) if (attribute.name.toLowerCase() === name) return attribute.value
  return null
}

/**
 * Visits a subtree in document order without recursion, so that depth costs no stack. `enter` returns false to
 * skip a node's children; `leave` is called for each node entered with true.
 */
export function walk(root: HtmlNode, enter: (node: HtmlNode) => boolean | void, leave?: (node: HtmlNode) => void): void {
  let node: HtmlNode = root
  for (;;) {
    const descended = enter(node) !== false
    const child = descended ? node.firstChild : null
    if (child) {
      node = child
      continue
    }
    if (descended) leave?.(node)
    while (node !== root && !node.nextSibling) {
      node = node.parentNode as HtmlNode
      leave?.(node)
    }
    if (node === root) return
    node = node.nextSibling as HtmlNode
  }
}

/** True when a text is a whole page rather than a fragment; what browsers put on the clipboard is a fragment. */
export function isWholePage(source: string): boolean {
  if (/<!--\s*StartFragment/i.test(source.slice(0, 4096))) return false
  return /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(source)
}

/** Opening tags and entities: each becomes a node or two, of about 4 µs and 200 bytes. */
const mostNodes = 600_000
/** The parser's work on closing tags grows with tags × depth: about a second at this product. */
const mostDepthWork = 2_000_000_000

/** True when parsing would take too much time or memory; looks at the text alone. */
export function tooIntricate(source: string): boolean {
  let nodes = 0
  let closing = 0
  for (let index = 0; index < source.length; index++) {
    const unit = source.charCodeAt(index)
    if (unit !== lessThan && unit !== ampersand) continue
    if (source.charCodeAt(index + 1) === slash) closing += 1
    else if (++nodes > mostNodes) return true
  }
  return (nodes + closing) * deepestNesting(source) > mostDepthWork
}

const lessThan = 0x3c
const ampersand = 0x26
const slash = 0x2f

/** Elements that never hold others or are closed by the next of their kind: unclosed ones do not add depth. */
const shallow = new Set(
  ('area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option').split(' '),
)

/** An upper estimate of depth, from tags that are opened and not closed by name. */
function deepestNesting(source: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const [, end, written = ''] of source.matchAll(/<(\/?)([a-zA-Z][^\s/>]{0,40})/g)) {
    const name = written.toLowerCase()
    if (shallow.has(name)) continue
    const count = open.get(name) ?? 0
    if (end && count === 0) continue
    open.set(name, count + (end ? -1 : 1))
    depth += end ? -1 : 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

/** Parses a page or a fragment; call `tooIntricate` first. Scripts are text and stay so. */
export function parseHtml(source: string, form: 'page' | 'fragment'): HtmlTree {
  const wrapped = form === 'fragment' ? `<html><head></head><body>${source}</body></html>` : withHtmlElement(source)
  return gatherBody(parseTree(wrapped, 'text/html') as MutableDocument)
}

/** Parses markup as it is, without mending it; call `tooIntricate` first. Answers the document's node. */
export function parseTree(source: string, mediaType: 'text/html' | 'text/xml'): HtmlNode {
  // linkedom's own types describe a tree in which every node could be anything.
  return domParser().parseFromString(source, mediaType) as unknown as HtmlNode
}

function withHtmlElement(source: string): string {
  return /<html[\s>]/i.test(source) ? source : `<html>${source}</html>`
}

interface MutableNode extends HtmlNode {
  append(node: HtmlNode): void
  insertBefore(node: HtmlNode, before: HtmlNode | null): void
  readonly childNodes: Iterable<HtmlNode>
}

interface MutableDocument extends MutableNode {
  createElement(name: string): MutableNode
}

/** Puts whatever stands beside head and body, or outside html, into one body, as the HTML standard would. */
function gatherBody(document: MutableDocument): HtmlTree {
  const top = [...document.childNodes].filter((node) => tagOf(node) !== '' || isText(node))
  const html = (top.find((node) => tagOf(node) === 'html') ?? document.createElement('html')) as MutableNode
  const children = [...html.childNodes]
  const found = children.find((node) => tagOf(node) === 'body')
  const body = (found ?? document.createElement('body')) as MutableNode
  const head = children.find((node) => tagOf(node) === 'head') ?? document.createElement('head')
  const first = body.firstChild
  let beforeBody = found !== undefined
  for (const node of children) {
    if (node === body) beforeBody = false
    else if (node !== head) body.insertBefore(node, beforeBody ? first : null)
  }
  for (const node of top) if (node !== html) body.append(node)
  html.append(head)
  html.append(body)
  if (html.parentNode === null) document.append(html)
  return { document, html, body }
}
