// The editor's schema: the nodes and marks that memo-document.ts describes, and nothing else.
import { getSchema, type AnyExtension, type Attributes, type Extension, type Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { Citation } from './citation-node.ts'
import { Link } from './link-mark.ts'

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

const changes: Record<string, (node: Node) => AnyExtension> = {
  orderedList: narrowOrderedList,
  table: boxTable,
}

const adapt = (kit: Extension): AnyExtension =>
  kit.extend({
    addExtensions() {
      return (this.parent?.() ?? []).map((part) => changes[part.name]?.(part as Node) ?? part)
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
  Citation,
]

let schema: Schema | null = null

/** The memo schema, made once. */
export function memoSchema(): Schema {
  schema ??= getSchema([...schemaExtensions])
  return schema
}
