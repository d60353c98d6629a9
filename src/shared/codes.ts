// Codes: the analyst's own code tree.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'

/** The palette of twelve; each name has a light and a dark value in the renderer's tokens. */
export const codeColours = [
  'teal',
  'rose',
  'olive',
  'slate',
  'orange',
  'indigo',
  'green',
  'magenta',
  'brown',
  'cyan',
  'plum',
  'grey',
] as const
export const codeColourSchema = z.enum(codeColours)
export type CodeColour = z.infer<typeof codeColourSchema>

/**
 * A node of the code tree. `path` is the names from the root, joined by " / "; `uses` counts its own tags, `total` also
 * those of the codes below it. `shortcut` is a combination such as `Alt+Shift+N` or `1`, in the Reader; null for none.
 */
export interface Code {
  id: Id
  parent: Id | null
  name: string
  path: string
  colour: CodeColour
  description: string
  position: number
  uses: number
  total: number
  shortcut: string | null
}

/** A code with its examples, those chosen by hand first; `quote` is at most 600 characters, `source` the source's title. */
export interface CodebookEntry {
  code: Id
  examples: { passage: Id; quote: string; source: string; chosen: boolean }[]
}

/** One key with or without Mod, Alt and Shift before it, as commands write it. */
export const shortcutSchema = z.string().regex(/^(Mod\+)?(Alt\+)?(Shift\+)?([^\s+]|\+|F\d{1,2})$/u)

const nameSchema = z.string().trim().min(1).max(200)

export const codesArguments = {
  list: z.object({}),
  create: z.object({ name: nameSchema, parent: idSchema.nullable().optional(), colour: codeColourSchema.optional() }),
  update: z.object({
    code: idSchema,
    name: nameSchema.optional(),
    colour: codeColourSchema.optional(),
    description: z.string().max(20_000).optional(),
    shortcut: shortcutSchema.nullable().optional(),
  }),
  /** `before` is the sibling that it comes to stand before; null or absent puts it last. */
  move: z.object({ code: idSchema, parent: idSchema.nullable(), before: idSchema.nullable().optional() }),
  merge: z.object({ code: idSchema, into: idSchema }),
  examples: z.object({ code: idSchema }),
  setExample: z.object({ tag: idSchema, example: z.boolean() }),
  codebook: z.object({}),
  exportCodebook: z.object({}),
  remove: z.object({ code: idSchema }),
}
