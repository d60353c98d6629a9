// HTML: a whole page through its main content, a fragment as it is.
import { namesInByline } from './byline.ts'
import { decodeText } from './decode.ts'
import { blocksOf } from './html-blocks.ts'
import { describePage, firstHeading } from './html-metadata.ts'
import { isWholePage, parseHtml, tooIntricate } from './html-tree.ts'
import { mainContent } from './main-content.ts'
import type { DocumentInput, Findings, Reading } from './reading.ts'
import { refusal } from './refusal.ts'

/** Reads an HTML document. Throws as `decodeText` does, and `source.too-large` for more elements than can be read. */
export function readHtml(input: DocumentInput): Reading {
  const { text: source, encoding } = decodeText(input, true)
  if (tooIntricate(source)) {
    throw refusal('source.too-large', input, 'it has more elements, or deeper nested ones, than can be read.')
  }
  const page = isWholePage(source)
  const tree = parseHtml(source, page ? 'page' : 'fragment')
  const heading = firstHeading(tree.body)
  const headed: Findings = heading ? { title: { value: heading, rule: 'first heading' } } : {}
  if (!page) return { encoding, drafts: blocksOf(tree.body, input.url ?? null), findings: headed, setAside: [] }
  const { findings, base } = describePage(tree.html, input.url ?? null)
  const { drafts, byline } = mainContent(tree, base)
  const authors = namesInByline(byline)
  const signed: Findings = authors.length > 0 ? { authors: { value: authors, rule: 'byline' } } : {}
  return { encoding, drafts, findings: { ...headed, ...signed, ...findings }, setAside: [] }
}
