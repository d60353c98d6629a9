// Citations as a style writes them, the styles themselves, and who rests on what.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { citeSchema, mostCites } from './memos.ts'

export const runLooks = ['italic', 'bold', 'superscript', 'subscript', 'underline', 'small-caps'] as const
export type RunLook = (typeof runLooks)[number]

/** A stretch of formatted text in one dress. */
export interface StyledRun {
  text: string
  looks: RunLook[]
}

/** `note`: the text holds a number and the reference stands in a note; `in-text`: the reference stands in the line. */
export type StyleKind = 'note' | 'in-text'

/** A citation style. `own` says that the user added it to the workspace. */
export interface CitationStyle {
  id: string
  title: string
  kind: StyleKind
  own: boolean
}

/** A memo's citations in its style: one text for each citation in the order asked, and the entries of the source list. */
export interface FormattedCitations {
  kind: StyleKind
  texts: { citation: Id; runs: StyledRun[] }[]
  bibliography: StyledRun[][]
}

/** A sentence of a memo that rests on something. `number` is its citation's number in the memo, from 1. */
export interface RestingSentence {
  memo: Id
  title: string
  citation: Id
  number: number
  sentence: string
}

export const restingKinds = ['source', 'passage', 'item'] as const

const askedCite = citeSchema.omit({ version: true, quote: true })

export const citationsArguments = {
  styles: z.object({}),
  addStyle: z.object({ text: z.string().max(2_000_000) }),
  removeStyle: z.object({ style: z.string().max(100) }),
  /** `language` is a BCP 47 tag; `citations` in reading order. */
  format: z.object({
    style: z.string().max(100),
    language: z.string().max(35),
    citations: z.array(z.object({ id: idSchema, cites: z.array(askedCite).min(1).max(mostCites) })).max(20_000),
  }),
  restingOn: z.object({ kind: z.enum(restingKinds), id: idSchema }),
}

/** A reference as a style needs it: without the kept words. */
export type AskedCite = z.infer<typeof askedCite>
