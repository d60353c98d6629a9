// Blocks and runs of a paper as HTML. Every string a person wrote passes through `escapeHtml`.
import { dataAddress } from './image-blocks.ts'
import type { RunLook } from '../../shared/citations.ts'
import type { ChartBlock, CitationRun, Direction, Emphasis, ImageBlock, Inline, ListBlock, Paper, PaperBlock, ReferenceRun, TableBlock, TableCell, Textual } from './paper.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that can be nothing but text, in an element and in an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const tags: Record<Emphasis, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
}

const lookTags: Record<RunLook, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
  'small-caps': 'span class="small-caps"',
}

/** Whether notes' marks lead to notes on the same page; on the clipboard they are numbers in brackets. */
type Linked = boolean

function runHtml(run: Inline, linked: Linked): string {
  if (run.kind === 'break') return '<br>'
  if (run.kind === 'citation') return citationHtml(run, linked)
  let html = escapeHtml(run.text)
  for (const emphasis of run.emphasis) html = `<${tags[emphasis]}>${html}</${tags[emphasis]}>`
  return run.link === null ? html : `<a href="${escapeHtml(run.link)}">${html}</a>`
}

/** A citation: what stands in the line, leading to its evidence or else to its source, and the mark of its note. */
function citationHtml({ number, note, text, evidence, source, follows }: CitationRun, linked: Linked): string {
  const words = text === null ? '' : referenceHtml(text.map((run) => ({ ...run, source: null, link: linked ? null : run.link })), linked)
  const target = evidence[0] === undefined ? (source === null ? null : `source-${source}`) : `evidence-${evidence[0]}`
  const inLine = words !== '' && linked ? `<a id="ref-${number}"${target === null ? '' : ` href="#${target}"`}>${words}</a>` : words
  if (note === null) return inLine
  if (!linked) return `${inLine}<sup>[${note}]</sup>`
  // The note leads back to the mark; where there are words, they hold the citation's own place.
  const id = text === null && number !== null ? `ref-${number}` : `mark-${note}`
  return `${inLine}${follows ? '<sup>,</sup>' : ''}<sup><a id="${id}" href="#note-${note}" role="doc-noteref">${note}</a></sup>`
}

const inlineHtml = (runs: readonly Inline[], linked: Linked): string => runs.map((run) => runHtml(run, linked)).join('')

const directed = (direction: Direction, paper: Paper): string =>
  direction === null || direction === paper.direction ? '' : ` dir="${direction}"`

const textual = (block: Textual, paper: Paper): string =>
  `${directed(block.direction, paper)}${block.language === null ? '' : ` lang="${block.language}"`}`

function listHtml(list: ListBlock, paper: Paper, linked: Linked): string {
  const tag = list.ordered ? 'ol' : 'ul'
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : ''
  const tight = list.tight ? ' class="tight"' : ''
  const items = list.items.map((item) => `<li>${blocksHtml(item, paper, linked)}</li>`)
  return `<${tag}${start}${tight}${directed(list.direction, paper)}>${items.join('\n')}</${tag}>`
}

function cellHtml(cell: TableCell, paper: Paper, linked: Linked, inHead: boolean): string {
  const tag = cell.head ? 'th' : 'td'
  const scope = cell.head ? ` scope="${inHead ? 'col' : 'row'}"` : ''
  const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
  const align = cell.align === null ? '' : ` class="${cell.align}"`
  return `<${tag}${scope}${spans}${align}>${blocksHtml(cell.content, paper, linked)}</${tag}>`
}

function tableHtml(table: TableBlock, paper: Paper, linked: Linked): string {
  const rows = (some: TableCell[][], inHead: boolean) =>
    some.map((row) => `<tr>${row.map((cell) => cellHtml(cell, paper, linked, inHead)).join('')}</tr>`).join('\n')
  const total = table.widths?.reduce((sum, width) => sum + width, 0) ?? 1
  const columns = table.widths?.map((width) => `<col width="${Math.round((100 * width) / total)}%">`).join('') ?? ''
  const head = table.headRows > 0 ? `<thead>${rows(table.rows.slice(0, table.headRows), true)}</thead>\n` : ''
  const body = `<tbody>${rows(table.rows.slice(table.headRows), false)}</tbody>`
  return `<table${directed(table.direction, paper)}>${columns === '' ? '' : `<colgroup>${columns}</colgroup>`}\n${head}${body}</table>`
}

/** A drawing with its numbers below it; where it is pasted, the numbers alone: word processors take no drawings. */
function chartHtml({ title, alternative, svg, table }: ChartBlock, paper: Paper, linked: Linked): string {
  const numbers = blocksHtml(table, paper, linked)
  if (!linked) return numbers
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return `<figure><figcaption>${escapeHtml(title)}</figcaption><img src="${address}" alt="${escapeHtml(alternative)}">
<details><summary>${escapeHtml(paper.labels.asTable)}</summary>${numbers}</details></figure>`
}

function imageHtml({ name, width, height, alternative }: ImageBlock, { images }: Paper): string {
  const image = images[name]
  if (!image) return `<p>${escapeHtml(alternative)}</p>`
  return `<p class="image"><img src="${dataAddress(image)}" width="${width}" height="${height}" alt="${escapeHtml(alternative)}"></p>`
}

function blockHtml(block: PaperBlock, paper: Paper, linked: Linked, id: string): string {
  if (block.kind === 'paragraph') return `<p${textual(block, paper)}>${inlineHtml(block.content, linked)}</p>`
  if (block.kind === 'heading') {
    // The title is the page's h1.
    const tag = `h${Math.min(6, block.rank + 1)}`
    return `<${tag}${id}${textual(block, paper)}>${inlineHtml(block.content, linked)}</${tag}>`
  }
  if (block.kind === 'list') return listHtml(block, paper, linked)
  if (block.kind === 'quotation') return `<blockquote>${blocksHtml(block.content, paper, linked)}</blockquote>`
  if (block.kind === 'callout') {
    return `<div class="callout" role="note"><p class="callout-label">${escapeHtml(block.label)}</p>\n${blocksHtml(block.content, paper, linked)}</div>`
  }
  if (block.kind === 'table') return tableHtml(block, paper, linked)
  if (block.kind === 'image') return imageHtml(block, paper)
  if (block.kind === 'chart') return chartHtml(block, paper, linked)
  return block.kind === 'code' ? `<pre><code>${escapeHtml(block.text)}</code></pre>` : '<hr>'
}

const blocksHtml = (blocks: readonly PaperBlock[], paper: Paper, linked: Linked): string =>
  blocks.map((block) => blockHtml(block, paper, linked, '')).join('\n')

/** The body's blocks, with `sources` where the source list has its place; headings of the page itself can be linked to as `heading-1`, `heading-2` … */
export function bodyHtml(paper: Paper, linked: Linked, sources: string): string {
  let headings = 0
  return paper.body
    .map((block) => {
      if (block.kind === 'sources') return `<div class="sources">${sources}</div>`
      if (block.kind === 'heading') headings += 1
      return blockHtml(block, paper, linked, linked ? ` id="heading-${headings}"` : '')
    })
    .join('\n')
}

/** A reference's stretches; `linked` false leaves links within the page out. */
export function referenceHtml(runs: readonly ReferenceRun[], linked: Linked = true): string {
  return runs
    .map(({ text, looks, marked, source, link }) => {
      let html = escapeHtml(text)
      for (const look of looks) html = `<${lookTags[look]}>${html}</${lookTags[look].split(' ')[0]}>`
      if (marked) html = `<mark>${html}</mark>`
      if (link !== null) return `<a href="${escapeHtml(link)}">${html}</a>`
      return source !== null && linked ? `<a href="#source-${source}">${html}</a>` : html
    })
    .join('')
}
