// Markdown: front matter, then CommonMark with GitHub's tables as a tree like that of a page, to blocks.
import type { Token } from 'marked'
import { normaliseText } from '../../shared/normalise-text.ts'
import { whenUsed } from '../when-used.ts'
import { decodeText } from './decode.ts'
import { splitFrontMatter } from './front-matter.ts'
import { blocksOf } from './html-blocks.ts'
import { firstHeading } from './html-metadata.ts'
import { parseHtml, tooIntricate, type HtmlNode } from './html-tree.ts'
import { treeOfTokens } from './markdown-tree.ts'
import { paragraphsOf } from './plain-text.ts'
import type { DocumentInput, DraftBlock, Findings, Reading } from './reading.ts'

const marked = whenUsed('marked', ({ Marked }: typeof import('marked')) => new Marked({ gfm: true, async: false }))

/** Reads a Markdown document. Throws as `decodeText` does. */
export function readMarkdown(input: DocumentInput): Reading {
  const { text, encoding } = decodeText(input)
  const { body, findings, lines } = splitFrontMatter(normaliseText(text))
  const base = input.url ?? findings.url?.value ?? null
  const content = renderedBlocks(body, base) ?? { drafts: paragraphsOf(body.split('\n')), findings: {} }
  return {
    encoding,
    drafts: content.drafts,
    findings: { ...content.findings, ...findings },
    setAside: lines === '' ? [] : [{ text: lines, rule: 'front matter' }],
  }
}

/** The blocks of a Markdown text; null when it is too intricate to be read as more than plain text. */
function renderedBlocks(body: string, base: string | null): { drafts: DraftBlock[]; findings: Findings } | null {
  if (body.length ** 2 > mostEmphasisWork && emphasisWork(body) > mostEmphasisWork) return null
  const tree = treeOf(body)
  if (!tree) return null
  const heading = firstHeading(tree)
  const findings: Findings = heading ? { title: { value: heading, rule: 'first heading' } } : {}
  return { drafts: blocksOf(tree, base), findings }
}

/** Thousands of nested quotations and lists exhaust the stack: such a text has no tree. */
function treeOf(body: string): HtmlNode | null {
  try {
    const tokens = marked().lexer(body)
    return treeOfTokens(tokens) ?? treeOfHtml(tokens)
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

/** The slower way, for a text with HTML in it. */
function treeOfHtml(tokens: Token[]): HtmlNode | null {
  const html = marked().parser(tokens)
  return tooIntricate(html) ? null : parseHtml(html, 'fragment').body
}

/** About four seconds; measured at 0.7 s for the 20,000 asterisks of one paragraph. */
const mostEmphasisWork = 2_000_000_000

/** Pairing emphasis marks takes time with the square of their number in a paragraph; this is the sum of the squares. */
function emphasisWork(body: string): number {
  let work = 0
  let inParagraph = 0
  let lineIsBlank = true
  for (let index = 0; index < body.length; index++) {
    const unit = body.charCodeAt(index)
    if (unit === asterisk || unit === underscore || unit === tilde) inParagraph += 1
    if (unit === lineFeed) {
      if (lineIsBlank) {
        work += inParagraph * inParagraph
        inParagraph = 0
      }
      lineIsBlank = true
    } else if (unit !== space) lineIsBlank = false
  }
  return work + inParagraph * inParagraph
}

const lineFeed = 0x0a
const space = 0x20
const asterisk = 0x2a
const underscore = 0x5f
const tilde = 0x7e
