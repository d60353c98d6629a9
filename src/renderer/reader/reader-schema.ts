// The schema of a text that is read: what a source's blocks can be, and how each is drawn.
//
// Every text-holding node carries the index of its run, so that the offset map finds its element without a walk,
// and an estimate of its height, so that text out of sight need not be laid out for the scroll bar to be true.
import { Mark, Node } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'

/** Heights in pixels and characters a line, near enough for text that has not been seen yet. */
const lineHeight = 28
const charactersPerLine = 66

const run = { default: 0, rendered: false }
const always = () => ({})

/** A guess at a block's height in pixels. */
const heightOf = (node: DocumentNode): number =>
  lineHeight * Math.max(1, Math.ceil(node.textContent.length / charactersPerLine), node.childCount > 1 && !node.inlineContent ? node.childCount : 1)

/** A style that lets the browser skip what is out of sight and guess its height. */
const unseen = (height: number): string => `contain-intrinsic-block-size: auto ${height}px`

/** Between two blocks, in pixels. */
const gap = 16

function heightOfAll(stretch: DocumentNode): number {
  let height = -gap
  stretch.forEach((node) => {
    height += heightOf(node) + gap
  })
  return height
}

const shared = (node: DocumentNode): Record<string, string> => ({ 'data-run': String(node.attrs.run), dir: 'auto' })
const block = (node: DocumentNode): Record<string, string> => ({ ...shared(node), class: 'block', style: unseen(heightOf(node)) })

const Document = Node.create({ name: 'doc', topNode: true, content: '(stretch | block)+' })
const Words = Node.create({ name: 'text', group: 'inline' })

/** A few blocks that are laid out as one; what begins with a heading keeps the heading's distance. */
const Stretch = Node.create({
  name: 'stretch',
  content: 'block+',
  renderHTML: ({ node }) => [
    'div',
    { class: node.firstChild?.type.name === 'heading' ? 'stretch headed' : 'stretch', style: unseen(heightOfAll(node)) },
    0,
  ],
})

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  addAttributes: () => ({ run }),
  renderHTML: ({ node }) => ['p', block(node), 0],
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  addAttributes: () => ({ run, level: { default: 2, rendered: false } }),
  // The source's title is the page's first heading, so that those within the text begin at the second rank.
  renderHTML: ({ node }) => [`h${Math.min(6, Math.max(2, Number(node.attrs.level)))}`, block(node), 0],
})

const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'text*',
  addAttributes: () => ({ run }),
  renderHTML: ({ node }) => ['blockquote', { class: 'block', style: unseen(heightOf(node)) }, ['p', shared(node), 0]],
})

const Preformatted = Node.create({
  name: 'preformatted',
  group: 'block',
  content: 'text*',
  code: true,
  addAttributes: () => ({ run }),
  renderHTML: ({ node }) => ['pre', block(node), 0],
})

const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({ ordered: { default: false, rendered: false } }),
  renderHTML: ({ node }) => [node.attrs.ordered ? 'ol' : 'ul', { class: 'block', style: unseen(heightOf(node)) }, 0],
})

const ListItem = Node.create({
  name: 'listItem',
  content: 'text*',
  addAttributes: () => ({
    run,
    level: { default: 1, rendered: false },
    number: { default: 1, rendered: false },
  }),
  renderHTML: ({ node }) => [
    'li',
    { ...shared(node), value: String(node.attrs.number), 'data-level': String(Math.min(6, Number(node.attrs.level))) },
    0,
  ],
})

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  renderHTML: ({ node }) => ['div', { class: 'block table', style: unseen(heightOf(node)) }, ['table', ['tbody', 0]]],
})

const TableRow = Node.create({ name: 'tableRow', content: '(tableCell | tableHeading)+', renderHTML: () => ['tr', 0] })

const TableCell = Node.create({
  name: 'tableCell',
  content: 'text*',
  addAttributes: () => ({ run }),
  renderHTML: ({ node }) => ['td', shared(node), 0],
})

const TableHeading = Node.create({
  name: 'tableHeading',
  content: 'text*',
  addAttributes: () => ({ run }),
  renderHTML: ({ node }) => ['th', { ...shared(node), scope: 'col' }, 0],
})

const Italic = Mark.create({ name: 'italic', addAttributes: always, renderHTML: () => ['em', 0] })
const Bold = Mark.create({ name: 'bold', addAttributes: always, renderHTML: () => ['strong', 0] })
const Link = Mark.create({
  name: 'link',
  addAttributes: () => ({ href: { default: '', rendered: false } }),
  // Imported addresses are hostile: none but these is ever put into an href.
  renderHTML: ({ mark }) => {
    const href = String(mark.attrs.href)
    return /^(?:https?|mailto):/i.test(href) ? ['a', { href, rel: 'noopener noreferrer nofollow', draggable: 'false' }, 0] : ['span', 0]
  },
})

/** Everything the Reader's editor knows. It has no parse rules: nothing is ever pasted into a source. */
export const readerExtensions = [
  Document,
  Words,
  Stretch,
  Paragraph,
  Heading,
  Quotation,
  Preformatted,
  List,
  ListItem,
  Table,
  TableRow,
  TableCell,
  TableHeading,
  Italic,
  Bold,
  Link,
]
