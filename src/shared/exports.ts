// Exports: a memo as a file to hand over.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'

/** `md` is Markdown alone, `zip` Markdown with its references beside it as CSL-JSON. */
export const exportFormats = ['pdf', 'docx', 'md', 'zip', 'html', 'txt'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The formats in the words of menus and palette. */
export const exportForms: readonly (readonly [ExportFormat, string])[] = [
  ['pdf', 'PDF'],
  ['docx', 'Word document'],
  ['md', 'Markdown'],
  ['zip', 'Markdown with references'],
  ['html', 'web page'],
  ['txt', 'plain text'],
]

export const papers = ['a4', 'letter'] as const
export type PaperSize = (typeof papers)[number]

/** Where notes stand: at the foot of their page, or together after the text. */
export const notePlaces = ['foot', 'end'] as const

/**
 * How a paper is laid out. A memo has a side column of labels; an assessment opens with a cover and contents, in larger
 * type; a brief is set over the whole width with its head on one line and without an annex.
 */
export const templates = ['memo', 'assessment', 'brief'] as const
export type Template = (typeof templates)[number]

/** The templates in the words of the menu. */
export const templateNames: Readonly<Record<Template, string>> = { memo: 'Memo', assessment: 'Assessment', brief: 'Brief' }

/** What may be chosen for an export; whatever is left out is as in `optionsWith`, and the size of paper by locale. */
export const exportOptionsSchema = z
  .object({
    paper: z.enum(papers),
    cover: z.boolean(),
    contents: z.boolean(),
    notes: z.enum(notePlaces),
    annex: z.boolean(),
    /** Whether a Word document has the memo's comments; no other format has them. */
    comments: z.boolean(),
    template: z.enum(templates),
  })
  .partial()
export type ExportOptions = z.infer<typeof exportOptionsSchema>

export const usualOptions = {
  cover: false,
  contents: false,
  notes: 'foot',
  annex: true,
  comments: true,
  template: 'memo',
} as const satisfies Required<Omit<ExportOptions, 'paper'>>

/** What a template has that nobody took away or added. */
const ofTemplate: Readonly<Record<Template, ExportOptions>> = {
  memo: {},
  assessment: { cover: true, contents: true },
  brief: { annex: false },
}

/** Options in which nothing is left open but the size of paper. */
export const optionsWith = (options: ExportOptions): ExportOptions & Required<Omit<ExportOptions, 'paper'>> => ({
  ...usualOptions,
  ...ofTemplate[options.template ?? usualOptions.template],
  ...options,
})

/** Another template, with the parts that belong to it; size of paper and place of notes stay as they were. */
export function withTemplate({ cover: _cover, contents: _contents, annex: _annex, ...rest }: ExportOptions, template: Template): ExportOptions {
  return { ...rest, template }
}

/** Regions that write on Letter paper (CLDR, `paperSize`: US-Letter). */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The paper of a locale, a BCP 47 tag; A4 where it names no region or is none. */
export function paperFor(locale: string): PaperSize {
  try {
    return letterRegions.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4'
  } catch {
    return 'a4'
  }
}

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

/** A part of a page as SVG of the whole page's size; the same name means the same picture. */
export interface PagePart {
  name: string
  svg: string
}

/**
 * Pages as they would be printed, those asked for of `total`: each as parts that lie upon each other, the first at the
 * bottom, and the size of a page in points. `settled` once they
 * are those of an export; until then a note may stand a page after its mark. `moved` when this call changed pages that were
 * drawn before.
 */
export interface Preview {
  total: number
  width: number
  height: number
  images: PagePart[][]
  settled: boolean
  moved: boolean
}

/** A memo for the clipboard: the same words as HTML and as plain text. */
export interface RichText {
  html: string
  text: string
  warnings: string[]
}

export const exportsArguments = {
  memo: z.object({
    memo: idSchema,
    format: z.enum(exportFormats),
    ...exportOptionsSchema.shape,
    job: idSchema.optional(),
  }),
  /** Pages count from 0; `settle` takes one step towards the pages of an export, no longer than one layout. */
  preview: z.object({
    memo: idSchema,
    ...exportOptionsSchema.shape,
    from: z.number().int().min(0).max(100_000),
    count: z.number().int().min(0).max(20),
    settle: z.boolean().optional(),
    job: idSchema.optional(),
  }),
  references: z.object({ memo: idSchema }),
  richText: z.object({ memo: idSchema }),
}

/** What was chosen last for a memo: the button `Export` uses it again. */
export const exportChoiceSchema = z.object({ format: z.enum(exportFormats), options: exportOptionsSchema })
export type ExportChoice = z.infer<typeof exportChoiceSchema>
