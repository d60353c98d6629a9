// The article of a page: what Readability finds, or the whole body where it finds too little.
import { Readability } from '@mozilla/readability'
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

/** The blocks of a page's article, links resolved against `base`. Takes the tree apart. */
export function mainContent(tree: HtmlTree, base: string | null): DraftBlock[] {
  // Before Readability, which moves and removes nodes.
  const whole = blocksOf(tree.body, base, true)
  if (lengthOf(whole) > longestPage || !isTractable(tree.html)) return whole
  const article = articleOf(tree.document)
  const found = article ? blocksOf(article, base) : []
  const length = lengthOf(found)
  const missed = length === 0 || (length < shortArticle && length < lengthOf(whole) * leastShare)
  // With all of the page in it, navigation too, nothing was told apart.
  return missed || length >= lengthOf(whole) ? whole : found
}

function articleOf(document: unknown): HtmlNode | null {
  try {
    const reader = new Readability(document as ConstructorParameters<typeof Readability>[0], { serializer: (node: unknown) => node as HtmlNode })
    return reader.parse()?.content ?? null
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
