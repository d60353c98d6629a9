// Pages of the Reader that are no sources, by kind: the one place where a kind gets its title and its view.
import type { ComponentType } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { Dossier, DossierTitle } from '../actors/dossier.tsx'
import { Board } from '../board/board.tsx'
import { CodeQueries } from '../code-queries/code-queries.tsx'
import { Codebook } from '../codes/codebook.tsx'
import type { DeskPage, PageKind } from '../desk/desk-pages.ts'
import { LibraryPage } from '../library/library-page.tsx'
import { Preview } from '../memos/preview.tsx'
import { Versions, VersionsTitle } from '../memos/versions.tsx'

interface PageView {
  /** What the tab says; a component, so that it may ask for a name. */
  Title: ComponentType<{ about: Id | null }>
  /** The whole page. */
  View: ComponentType<{ about: Id | null }>
}

const views: Record<PageKind, PageView> = {
  board: { Title: () => 'Claims board', View: Board },
  'code-queries': { Title: () => 'Code queries', View: CodeQueries },
  codebook: { Title: () => 'Codebook', View: Codebook },
  library: { Title: () => 'Library', View: LibraryPage },
  dossier: { Title: DossierTitle, View: Dossier },
  preview: { Title: () => 'Preview', View: Preview },
  versions: { Title: VersionsTitle, View: Versions },
}

/** The page's content. */
export function ReaderPage({ page }: { page: DeskPage }) {
  const { View } = views[page.kind]
  return <View about={page.about} />
}

/** The words on the page's tab. */
export function PageTitle({ page }: { page: DeskPage }) {
  const { Title } = views[page.kind]
  return <Title about={page.about} />
}
