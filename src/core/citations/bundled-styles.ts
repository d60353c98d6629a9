// The citation styles that come along; the user's own are kept in the workspace.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CitationStyle } from '../../shared/citations.ts'

/** A bundled style; `file` lies in resources/csl/styles, `described` prints source descriptor and grade. */
export interface BundledStyle extends CitationStyle {
  file: string
  described: boolean
}

const bundled = (id: string, title: string, kind: CitationStyle['kind'], file: string, described = false): BundledStyle => ({
  id,
  title,
  kind,
  own: false,
  file,
  described,
})

/** The style whose notes quote what they cite; exports write it themselves. */
export const houseStyle = 'house'

/** In the order of the menu; the first is that of a new memo. */
export const bundledStyles: readonly BundledStyle[] = [
  bundled(houseStyle, 'House notes', 'note', 'groundwork-notes.csl'),
  bundled('intelligence', 'Intelligence notes, graded', 'note', 'groundwork-notes.csl', true),
  bundled('chicago-notes', 'Chicago, notes', 'note', 'chicago-fullnote-bibliography.csl'),
  bundled('chicago-author-date', 'Chicago, author and date', 'in-text', 'chicago-author-date.csl'),
  bundled('apa', 'APA', 'in-text', 'apa.csl'),
  bundled('mla', 'MLA', 'in-text', 'modern-language-association.csl'),
  bundled('harvard', 'Harvard, Cite Them Right', 'in-text', 'harvard-cite-them-right.csl'),
  bundled('ieee', 'IEEE, numbers', 'in-text', 'ieee.csl'),
]

/** The style of MLA writes `para.6`: its label and locator stand in a group without a space between them. */
const looseLocator = /<group>(\s*<label variable="locator" form="short"\/>\s*<text variable="locator"\/>)/

/** The text of a bundled style as it is run; `folder` is resources/csl. The files stay as their authors wrote them. */
export const bundledText = (folder: string, { file }: BundledStyle): string =>
  readFileSync(join(folder, 'styles', file), 'utf8').replace(looseLocator, '<group delimiter=" ">$1')
