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

/** A node of the code tree. `path` is the names from the root, joined by " / "; `uses` counts tags. */
export interface Code {
  id: Id
  parent: Id | null
  name: string
  path: string
  colour: CodeColour
  description: string
  position: number
  uses: number
}

const nameSchema = z.string().trim().min(1).max(200)

export const codesArguments = {
  list: z.object({}),
  create: z.object({ name: nameSchema, parent: idSchema.nullable().optional(), colour: codeColourSchema.optional() }),
  update: z.object({
    code: idSchema,
    name: nameSchema.optional(),
    colour: codeColourSchema.optional(),
    description: z.string().max(20_000).optional(),
  }),
  remove: z.object({ code: idSchema }),
}
