// Pasted HTML of word processors and web pages, before the editor reads it: what they mean, without what they are made of.
import { pastedLists } from './pasted-lists.ts'

/** What never belongs to the words of a text, however it looks. */
const rubbish = 'script, style, base, meta, link, title, xml, noscript, template, iframe, object, embed, svg, canvas, button, input, select, textarea, nav, audio, video'
/** Word’s own: comments and their marks, deleted words, hidden anchors of fields. */
const wordRubbish = '[style*="mso-element:comment"], .MsoCommentReference, .MsoCommentText, del, [style*="mso-hide:all"], [style*="mso-element:field-begin"]'

/**
 * HTML without style sheets and what is said of a whole page. They have no effect where it is parsed, but the browser
 * would complain of each that the page's policy forbids.
 */
const withoutPageParts = (html: string): string =>
  html
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/<style\b[^>]*>[^]*?(?:<\/style\s*>|$)/gi, '')
    .replaceAll(/<\/?(?:base|meta|link)\b[^>]*>/gi, '')

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').toLowerCase().replaceAll(/\s*([:;])\s*/g, '$1')

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

function renamed(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

function dropComments(body: Element): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

/** Structure deeper than this is none that a writer made; its words move up. */
const deepestStructure = 100

function flatten(body: Element): void {
  const open: { element: Element; depth: number }[] = [{ element: body, depth: 0 }]
  const deep: Element[] = []
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > deepestStructure) deep.push(next.element)
    for (const child of next.element.children) open.push({ element: child, depth: next.depth + 1 })
  }
  for (const element of deep.toReversed()) unwrap(element)
}

/** What a page hides from its readers is not pasted either. */
function dropHidden(body: Element): void {
  for (const element of body.querySelectorAll('[style], [hidden]')) {
    if (element.hasAttribute('hidden') || /(^|;)(display:none|visibility:hidden)/.test(styleOf(element))) element.remove()
  }
}

const plain = (element: Element | null): string => (element?.textContent ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim()

/** Footnotes and endnotes of Word become the author's own footnotes where their marks stand. */
function bringNotesHome(body: Element): void {
  for (const mark of body.querySelectorAll<HTMLElement>('a[style*="mso-footnote-id"], a[style*="mso-endnote-id"]')) {
    const target = mark.getAttribute('href')?.slice(1) ?? ''
    const text = [...body.querySelectorAll('[style*="mso-element:footnote"], [style*="mso-element:endnote"]')].find((note) => note.id !== '' && target === `_${note.id}`)
    // The marks inside the notes lead back; they are taken away with the notes.
    if (!text || text.contains(mark)) continue
    const words = text.cloneNode(true) as Element
    for (const back of words.querySelectorAll('a[style*="mso-footnote-id"], a[style*="mso-endnote-id"]')) back.remove()
    const note = body.ownerDocument.createElement('span')
    note.dataset['footnote'] = plain(words)
    mark.replaceWith(note)
  }
  for (const list of body.querySelectorAll('[style*="mso-element:footnote"], [style*="mso-element:endnote"]')) list.remove()
}

/** Spaces that stand for nothing but space: Word’s runs, Apple’s converted ones, and those beside another space. */
function evenSpaces(body: Element): void {
  for (const run of body.querySelectorAll('[style*="mso-spacerun"], [style*="mso-tab-count"], .Apple-converted-space, .Apple-tab-span')) run.textContent = ' '
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    if (node.parentElement?.closest('pre')) continue
    node.nodeValue = (node.nodeValue ?? '').replaceAll(/[\u00ad\u200b\ufeff]/g, '').replaceAll(/\u00a0(?=[\s\u00a0])|(?<=[\s\u00a0])\u00a0/g, ' ')
  }
}

const blockNames = 'address, article, aside, blockquote, div, dl, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, ol, p, pre, section, table, ul'

/** Line breaks between blocks, and paragraphs of nothing, are how those programs make distance. */
function dropDistance(body: Element): void {
  for (const br of body.querySelectorAll('br')) {
    const [before, after] = [br.previousElementSibling, br.nextElementSibling]
    const isBeside = (before === null || before.matches(`${blockNames}, br`)) && (after === null || after.matches(`${blockNames}, br`))
    const hasText = [...(br.parentNode?.childNodes ?? [])].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
    if (isBeside && !hasText && (before?.matches(blockNames) || after?.matches(blockNames))) br.remove()
  }
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')) {
    if (plain(paragraph) === '' && !paragraph.querySelector('img, table, hr, [data-citation], [data-footnote]') && !paragraph.closest('td, th')) paragraph.remove()
  }
}

const wordHeadings: Record<string, string> = { MsoTitle: 'h1', MsoSubtitle: 'p', MsoQuote: 'blockquote', MsoIntenseQuote: 'blockquote' }

/** Paragraphs that are something else by their style, and headings deeper than a memo has. */
function nameByStyle(body: Element): void {
  for (const [style, name] of Object.entries(wordHeadings)) for (const element of body.querySelectorAll(`p.${style}`)) renamed(element, name)
  for (const heading of body.querySelectorAll('h4, h5, h6')) renamed(heading, 'h3')
}

/** Emphasis that is told by style alone, as Google Docs and the web do, and emphasis that its style takes back. */
function emphasise(body: Element): void {
  for (const element of body.querySelectorAll('b[style], strong[style]')) if (/(^|;)font-weight:(normal|400)/.test(styleOf(element))) unwrap(element)
  for (const element of body.querySelectorAll('h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong')) unwrap(element)
  // A link is underlined as it is; that is no emphasis of the writer's.
  for (const element of body.querySelectorAll('a u')) unwrap(element)
  for (const element of body.querySelectorAll('a[style], a [style]')) element.setAttribute('style', styleOf(element).replaceAll(/text-decoration[^;]*;?/g, ''))
}

/** Links within a document that is not here any more lead nowhere: their words stay. */
function dropInnerLinks(body: Element): void {
  for (const link of body.querySelectorAll('a')) if (/^#|^$|^file:/.test(link.getAttribute('href') ?? '')) unwrap(link)
}

/**
 * Pasted HTML as it is meant: lists as lists, notes as notes, headings as headings, and nothing of the look. What was
 * copied from a memo is left as it is. Nothing in the HTML runs or loads: it is parsed into a document without a window.
 */
export function cleanPaste(html: string): string {
  if (html.includes('data-pm-slice')) return html
  const { body } = new DOMParser().parseFromString(withoutPageParts(html), 'text/html')
  flatten(body)
  dropComments(body)
  for (const element of body.querySelectorAll(rubbish)) element.remove()
  bringNotesHome(body)
  for (const element of body.querySelectorAll(wordRubbish)) element.remove()
  dropHidden(body)
  nameByStyle(body)
  pastedLists(body)
  for (const element of body.querySelectorAll('*')) if (element.tagName.includes(':')) unwrap(element)
  emphasise(body)
  dropInnerLinks(body)
  evenSpaces(body)
  dropDistance(body)
  return body.innerHTML
}
