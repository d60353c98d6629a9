// The workspace as a whole: its name, its size, and where its user left off.
import { z } from 'zod'
import { boardLayoutSchema } from './board.ts'
import { exportChoiceSchema } from './exports.ts'
import { idSchema, type Id, type Instant } from './identifiers.ts'
import { libraryLayoutSchema } from './library.ts'

/** Where a reader was in a source: `offset` is the first visible character, in UTF-16 code units. */
export const readerPlaceSchema = z.object({ source: idSchema, offset: z.number().int().min(0) })

/** A page of the Reader that is no source, for example the claims board; `about` is what it is of, if of anything. */
export const deskPageSchema = z.object({ kind: z.string().max(40), about: idSchema.nullable() })
export type KeptPage = z.infer<typeof deskPageSchema>

/** What the window showed last; unknown ids in it are dropped when it is read. */
export const deskSchema = z.object({
  readers: z.array(readerPlaceSchema).max(50),
  activeReader: idSchema.nullable(),
  /** Open pages beside the sources, and the one that shows instead of the active source. */
  pages: z.array(deskPageSchema).max(50).optional(),
  activePage: deskPageSchema.nullable().optional(),
  memos: z.array(idSchema).max(50),
  activeMemo: idSchema.nullable(),
  panes: z.record(z.string().max(40), z.number()).optional(),
  collapsed: z.array(z.string().max(40)).max(10).optional(),
  library: z.string().max(40).optional(),
  /** How memos were exported last, by memo. */
  exports: z.record(idSchema, exportChoiceSchema).optional(),
  /** How the board was left; one of another version is forgotten. */
  board: boardLayoutSchema.optional().catch(undefined),
  /** How the Library was left; one of another version is forgotten. */
  sources: libraryLayoutSchema.optional().catch(undefined),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  /** True once the line that says what to do first was put away. */
  welcomed: z.boolean().optional(),
})
export type Desk = z.infer<typeof deskSchema>

export interface Workspace {
  id: Id
  /** The file's name without its ending. */
  name: string
  path: string
  createdAt: Instant
  sources: number
  passages: number
  memos: number
  /** True until the analyst has tagged or written something. */
  untouched: boolean
}

export const workspaceArguments = {
  get: z.object({}),
  desk: z.object({}),
  saveDesk: z.object({ desk: deskSchema }),
}
