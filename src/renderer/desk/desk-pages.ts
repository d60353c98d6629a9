// The pages that the Reader shows besides sources. A new kind stands here and in reader/reader-pages.tsx.
import type { Id } from '../../shared/identifiers.ts'
import type { KeptPage } from '../../shared/workspace.ts'

export const pageKinds = ['board', 'code-queries', 'codebook', 'dossier', 'library', 'preview', 'versions'] as const
export type PageKind = (typeof pageKinds)[number]

/** An open page; `about` is what it is of, for example an actor, and null where there is but one of its kind. */
export interface DeskPage {
  kind: PageKind
  about: Id | null
}

/** The page's name in lists and in the document: the same for the same page. */
export const pageKey = (page: DeskPage): string => (page.about === null ? page.kind : `${page.kind}-${page.about}`)

export const isSamePage = (a: DeskPage, b: DeskPage): boolean => a.kind === b.kind && a.about === b.about

/** Whether this version of the program knows a kept page. */
export const isKnownPage = (page: KeptPage): page is DeskPage => (pageKinds as readonly string[]).includes(page.kind)
