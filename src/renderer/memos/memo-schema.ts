// The editor's schema: the nodes and marks that memo-document.ts describes, and nothing else.
import { getSchema, type AnyExtension, type Attributes, type Extension, type Mark, type Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { Callout } from './callout-node.ts'
import { Chart } from './chart-node.ts'
import { Citation } from './citation-node.ts'
import { Comment } from './comment-mark.ts'
import { Footnote } from './footnote-node.ts'
import { Image } from './image-node.ts'
import { KeyJudgment } from './judgment-node.ts'
import { PassageQuotation } from './quotation-node.ts'
import { Link } from './link-mark.ts'
import { EvidenceTable, SourceList } from './listing-nodes.ts'
import { Stretch, stretchName } from './stretch-mark.ts'
import { Prompt } from './prompt-node.ts'

/** An ordered list knows where it starts; lettered and Roman lists come out of a paste as numbered ones. */
const narrowOrderedList = (list: Node): AnyExtension =>
  list.extend({
    addAttributes() {
      const { start }: Attributes = this.parent?.() ?? {}
      return start ? { start } : {}
    },
  })

/** A wide table scrolls in a box of its own, and carries no inline styles. */
const boxTable = (table: Node): AnyExtension =>
  table.extend({ renderHTML: () => ['div', { class: 'memo-table' }, ['table', ['tbody', 0]]] })

/** Blocks in a stretch may come to stand in others before they leave it; see stretches.ts. */
const holdingStretches = (container: Node): AnyExtension => container.extend({ marks: stretchName })

/** The threads of comments belong to the document: they are undone, kept in versions and copied with their places. */
const documentWithComments = (document: Node): AnyExtension =>
  document.extend({ marks: stretchName, addAttributes: () => ({ comments: { default: [], rendered: false } }) })

/** Code stands alone among the marks that dress text; a comment dresses nothing. */
const plainCode = (code: Mark): AnyExtension => code.extend({ excludes: 'link bold italic strike underline code' })

/** Code takes comments, which are no part of it, and nothing else. */
const commentedCode = (block: Node): AnyExtension => block.extend({ marks: 'comment' })

const changes: Record<string, (part: never) => AnyExtension> = {
  blockquote: holdingStretches,
  listItem: holdingStretches,
  tableCell: holdingStretches,
  tableHeader: holdingStretches,
  doc: documentWithComments,
  code: plainCode,
  codeBlock: commentedCode,
  orderedList: narrowOrderedList,
  table: boxTable,
}

const adapt = (kit: Extension): AnyExtension =>
  kit.extend({
    addExtensions() {
      return (this.parent?.() ?? []).map((part) => changes[part.name]?.(part as never) ?? part)
    },
  })

/** Every extension that adds to the schema, in the order that ranks the marks. */
export const schemaExtensions: readonly AnyExtension[] = [
  adapt(
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      undoRedo: { depth: 500, newGroupDelay: 500 },
      dropcursor: { width: 2, class: 'memo-dropcursor', color: false },
      // A node added behind the last one would be a change that nobody made.
      trailingNode: false,
      link: false,
    }),
  ),
  adapt(TableKit.configure({ table: { resizable: false, View: null } })),
  Link,
  Comment,
  Citation,
  Footnote,
  KeyJudgment,
  holdingStretches(Callout),
  Prompt,
  Chart,
  PassageQuotation,
  Image,
  EvidenceTable,
  SourceList,
  Stretch,
]

let schema: Schema | null = null

/** The memo schema, made once. */
export function memoSchema(): Schema {
  schema ??= getSchema([...schemaExtensions])
  return schema
}
