// The article of a page: what Readability finds, or the whole body where it finds too little.
import { whenUsed } from '../when-used.ts'
import { blocksOf } from './html-blocks.ts'
import { walk, type HtmlNode, type HtmlTree } from './html-tree.ts'
import type { DraftBlock } from './reading.ts'

/** Beyond these, Readability takes too long or recurses too deep; pages that people read stay far below. */
const deepest = 200
const mostNodes = 60_000
const mostAttributes = 500
const longestPage = 3_000_000

/** Below this many code units an article that is less than `leastShare` of its page was probably missed. */
const shortArticle = 500
const leastShare = 0.4

/** An article's blocks, and the byline that was taken out of them, as written. */
export interface MainContent {
  drafts: DraftBlock[]
  byline: string | null
}

/** The article of a page, links resolved against `base`. Takes the tree apart. */
export function mainContent(tree: HtmlTree, base: string | null): MainContent {
  // Before Readability, which moves and removes nodes.
  const whole = blocksOf(tree.body, base, true)
  if (lengthOf(whole) > longestPage || !isTractable(tree.html)) return { drafts: whole, byline: null }
  const article = articleOf(tree.document)
  const found = article?.content ? blocksOf(article.content, base) : []
  const length = lengthOf(found)
  const missed = length === 0 || (length < shortArticle && length < lengthOf(whole) * leastShare)
  // With all of the page in it, navigation too, nothing was told apart.
  const drafts = missed || length >= lengthOf(whole) ? whole : found
  return { drafts, byline: article?.byline ?? null }
}

const readability = whenUsed('@mozilla/readability', ({ Readability }: typeof import('@mozilla/readability')) => Readability)

type ReadableDocument = ConstructorParameters<ReturnType<typeof readability>>[0]

function articleOf(document: unknown): { content?: HtmlNode | null; byline?: string | null } | null {
  const Readability = readability()
  try {
    const serializer = (node: unknown): HtmlNode => node as HtmlNode
    return new Readability(document as ReadableDocument, { serializer }).parse()
  } catch {
    // Readability presumes a tidier tree than some pages give; the body is read instead.
    return null
  }
}

function isTractable(root: HtmlNode): boolean {
  let depth = 0
  let greatest = 0
  let nodes = 0
  let attributes = 0
  walk(
    root,
    (node) => {
      nodes += 1
      attributes = Math.max(attributes, node.attributes?.length ?? 0)
      depth += 1
      greatest = Math.max(greatest, depth)
    },
    () => {
      depth -= 1
    },
  )
  return greatest <= deepest && nodes <= mostNodes && attributes <= mostAttributes
}

function lengthOf(drafts: readonly DraftBlock[]): number {
  return drafts.reduce((sum, draft) => sum + draft.text.length, 0)
}
