// Exports: a memo as a file to hand over.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'

export const exportFormats = ['pdf'] as const
export const papers = ['a4', 'letter'] as const

/**
 * A finished file. `file` names it for `GET /files/ID` in either shell and for `shell.saveFile`;
 * it lives until the program ends. `warnings` are sentences for the user, empty when all went in.
 */
export interface ExportedFile {
  file: Id
  name: string
  size: number
  warnings: string[]
}

export const exportsArguments = {
  memo: z.object({
    memo: idSchema,
    format: z.enum(exportFormats),
    paper: z.enum(papers).optional(),
    job: idSchema.optional(),
  }),
}
