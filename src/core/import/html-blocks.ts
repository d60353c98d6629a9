// An HTML tree to blocks and marks. Only text is taken: nothing that runs, loads or is hidden survives.
import { attributeOf, isText, tagOf, walk, type HtmlNode } from './html-tree.ts'
import { InlineText } from './inline-text.ts'
import { linkTarget } from './link-target.ts'
import { isBlank } from './assemble.ts'
import type { DraftBlock, DraftMark } from './reading.ts'
import { isDataTable } from './table-kind.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements whose content is no reading text: code, embedded documents, controls, pictures' inner text. */
const skipped = names(
  'script style noscript template iframe frame frameset noframes object embed applet svg canvas audio video map ' +
    'head title meta link base select option button input textarea datalist meter progress dialog',
)

const blocks = names(
  'html body address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre listing xmp search section summary ' +
    'table caption thead tbody tfoot tr td th ul',
)

const lists = names('ul ol menu dir')

const markKinds: Readonly<Record<string, DraftMark['kind']>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  strong: 'strong',
  b: 'strong',
}

/**
 * The blocks under a node, in document order. Links are resolved against `base`, null for none. With `page`,
 * navigation is left out too.
 */
export function blocksOf(root: HtmlNode, base: string | null, page = false): DraftBlock[] {
  const collector = new BlockCollector(base, page)
  walk(root, (node) => collector.enter(node), (node) => collector.leave(node))
  return collector.finish()
}

/** An element that decides the kind of the blocks directly in it; `used` once it has given its first block. */
interface Holder {
  element: HtmlNode
  block: Omit<DraftBlock, 'text' | 'marks'>
  used: boolean
}

interface Table {
  element: HtmlNode
  /** The number of a table of data; null for one that only arranges a page. */
  number: number | null
  head: boolean
}

class BlockCollector {
  private readonly drafts: DraftBlock[] = []
  private readonly inline = new InlineText()
  private readonly holders: Holder[] = []
  private readonly lists: { element: HtmlNode; ordered: boolean }[] = []
  private readonly tables: Table[] = []
  private readonly base: string | null
  private readonly page: boolean
  private row: { cells: number; headers: number } | null = null
  private tableCount = 0
  private breaks = 0

  constructor(base: string | null, page: boolean) {
    this.base = base
    this.page = page
  }

  /** Takes a node in; false when its children are not to be visited. */
  enter(node: HtmlNode): boolean {
    if (isText(node)) {
      this.addText(node.nodeValue ?? '')
      return false
    }
    const tag = tagOf(node)
    if (tag === '') return node.nodeType === fragmentNode || node.nodeType === documentNode
    if (skipped.has(tag) || isHidden(node) || (this.page && isNavigation(node, tag))) return false
    if (tag === 'br') this.addBreak()
    else if (blocks.has(tag)) this.enterBlock(node, tag)
    else this.startMark(node, tag)
    return true
  }

  leave(node: HtmlNode): void {
    const tag = tagOf(node)
    if (!blocks.has(tag)) {
      this.inline.endMark(node)
      return
    }
    if (tag === 'tr' && this.row) this.endRow()
    this.endBlock()
    if (this.holders.at(-1)?.element === node) this.holders.pop()
    if (this.lists.at(-1)?.element === node) this.lists.pop()
    const table = this.tables.at(-1)
    if (table?.element === node) this.tables.pop()
    else if (tag === 'thead' && table) table.head = false
  }

  finish(): DraftBlock[] {
    this.endBlock()
    return this.drafts
  }

  private enterBlock(node: HtmlNode, tag: string): void {
    const table = this.tables.at(-1)
    if (tag === 'tr' && table && table.number !== null) {
      this.endBlock()
      this.row = { cells: 0, headers: 0 }
    } else if ((tag === 'td' || tag === 'th') && this.row) this.startCell(tag)
    else {
      this.endBlock()
      if (tag === 'table') this.startTable(node)
      else if (tag === 'thead' && table) table.head = true
      else if (lists.has(tag)) this.lists.push({ element: node, ordered: tag === 'ol' })
      else this.hold(node, tag)
    }
  }

  private startTable(node: HtmlNode): void {
    this.tables.push({ element: node, number: isDataTable(node) ? this.tableCount++ : null, head: false })
  }

  private hold(node: HtmlNode, tag: string): void {
    const heading = /^h([1-6])$/.exec(tag)
    const level = Math.min(Math.max(this.lists.length, 1), 9)
    const hold = (block: Holder['block']) => this.holders.push({ element: node, block, used: false })
    if (heading) hold({ kind: 'heading', level: Number(heading[1]) })
    else if (tag === 'li') hold({ kind: 'list-item', level, ordered: this.lists.at(-1)?.ordered ?? false })
    else if (tag === 'blockquote') hold({ kind: 'quotation' })
    else if (tag === 'pre' || tag === 'listing' || tag === 'xmp') hold({ kind: 'preformatted' })
  }

  private startCell(tag: string): void {
    if (!this.row) return
    if (this.row.cells > 0) this.inline.addTab()
    this.row.cells += 1
    if (tag === 'th') this.row.headers += 1
    this.breaks = 0
  }

  private endRow(): void {
    const { text, marks } = this.inline.take(false)
    const table = this.tables.at(-1)
    const { cells, headers } = this.row ?? { cells: 0, headers: 0 }
    const header = table?.head === true || (cells > 0 && headers === cells)
    if (!isBlank(text)) this.drafts.push({ kind: 'table-row', table: table?.number ?? 0, header, text, marks })
    this.row = null
    this.breaks = 0
  }

  /** Ends the running block; within a table row block boundaries are no more than spaces. */
  private endBlock(): void {
    this.breaks = 0
    if (this.row) {
      this.inline.add(' ', false)
      return
    }
    const holder = this.holders.at(-1)
    const { text, marks } = this.inline.take(holder?.block.kind === 'preformatted')
    if (isBlank(text)) return
    // A list item's second paragraph has no bullet of its own.
    const unheld = !holder || (holder.used && holder.block.kind === 'list-item')
    this.drafts.push({ ...(unheld ? { kind: 'paragraph' } : holder.block), text, marks })
    if (holder) holder.used = true
  }

  private addText(text: string): void {
    const preserved = this.isPreserved()
    if (this.breaks > 0 && !/^[\t\n\f\r ]*$/.test(text)) {
      if (this.breaks > 1 && !this.row) this.endBlock()
      else this.inline.add(' ', false)
      this.breaks = 0
    }
    this.inline.add(text, preserved)
  }

  private addBreak(): void {
    if (this.isPreserved()) this.inline.add('\n', true)
    else this.breaks += 1
  }

  private isPreserved(): boolean {
    return !this.row && this.holders.at(-1)?.block.kind === 'preformatted'
  }

  private startMark(node: HtmlNode, tag: string): void {
    const kind = Object.hasOwn(markKinds, tag) ? markKinds[tag] : undefined
    if (kind) this.inline.startMark({ element: node, kind })
    const href = tag === 'a' ? linkTarget(attributeOf(node, 'href'), this.base) : null
    if (href !== null) this.inline.startMark({ element: node, kind: 'link', href })
  }
}

const documentNode = 9
const fragmentNode = 11

function isNavigation(node: HtmlNode, tag: string): boolean {
  return tag === 'nav' || attributeOf(node, 'role') === 'navigation'
}

function isHidden(node: HtmlNode): boolean {
  if (attributeOf(node, 'hidden') !== null || attributeOf(node, 'aria-hidden') === 'true') return true
  const style = attributeOf(node, 'style')
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}
