// Lines that feeds and content systems add to an article: shortcodes, cross-references, the feed's footer.
//
// The rules know how such lines are built, not what any one article says. Each line they take out of the
// reading text is kept under the rule's name; when they would leave nothing, nothing is taken.
import type { SetAside } from '../../shared/sources.ts'
import { crossReference } from './cross-reference.ts'
import { feedFooter } from './feed-footer.ts'
import type { DraftBlock } from './reading.ts'
import { isShortcodeLine, namesClosed } from './shortcode.ts'

/** The names under which lines are set aside. */
export const syndicationRules = ['shortcode', 'cross-reference', 'feed footer'] as const
type Rule = (typeof syndicationRules)[number]

/** What is left to read, what was set aside, and what the footer says of title and publication. */
export interface Syndicated {
  drafts: DraftBlock[]
  setAside: SetAside[]
  footer: { title: string; containerTitle: string } | null
}

/** No line of these kinds is longer; longer blocks are not looked at. UTF-16 code units. */
const longestLine = 1000

/** Takes the lines of syndicated feeds out of a document's blocks. */
export function setAsideSyndication(drafts: readonly DraftBlock[]): Syndicated {
  const closed = namesClosed(drafts.map((draft) => draft.text))
  const kept: DraftBlock[] = []
  const setAside: SetAside[] = []
  let footer: Syndicated['footer'] = null
  // From the end, because a footer counts only where no reading text follows it.
  for (const draft of drafts.toReversed()) {
    const found: Syndicated['footer'] = kept.length === 0 && !footer ? footerOf(draft) : null
    const rule = found ? 'feed footer' : ruleFor(draft, closed)
    if (found) footer = found
    if (rule) setAside.push({ text: draft.text, rule })
    else kept.push(draft)
  }
  if (kept.length === 0) return { drafts: [...drafts], setAside: [], footer }
  return { drafts: kept.toReversed(), setAside: setAside.toReversed(), footer }
}

function footerOf(draft: DraftBlock): Syndicated['footer'] {
  return draft.text.length > longestLine ? null : feedFooter(draft.text)
}

function ruleFor(draft: DraftBlock, closed: ReadonlySet<string>): Rule | null {
  if (draft.text.length > longestLine || draft.kind === 'preformatted' || draft.kind === 'table-row') return null
  if (isShortcodeLine(draft.text, closed)) return 'shortcode'
  if (crossReference(draft)) return 'cross-reference'
  return null
}
