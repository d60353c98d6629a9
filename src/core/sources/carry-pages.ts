// Where pages begin in a corrected text: page turns stay with the words they stood at.
import type { Block } from '../../shared/sources.ts'
import type { CarrySpan } from '../anchoring/carry-passages.ts'

type Turn = NonNullable<Block['pageTurns']>[number]

/** How many UTF-16 code units after a turn tell its place. */
const reach = 24

const same = (a: Block['pageTurns'], b: Block['pageTurns']): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The blocks of a corrected text with their page turns where the old text's words went. `blocks` bring the page facts
 * of the old blocks they were made from; of a block that was parted, the later part begins on the page it had reached.
 */
export function carryPages(old: readonly Block[], blocks: readonly Block[], carry: CarrySpan): Block[] {
  const turns = old.flatMap(({ start, end, page, pageTurns = [] }) =>
    pageTurns.flatMap(({ at, ...turn }) => {
      const from = start + at
      const span = from < end ? carry({ start: from, end: Math.min(end, from + reach) }) : null
      return span ? [{ place: span.start, turn, of: { page, pageTurns } }] : []
    }),
  )
  return blocks.map((block) => {
    const { pageTurns, page, pageLabel, start, end, ...rest } = block
    if (!pageTurns) return block
    const own = turns.filter(({ of }) => of.page === page && same(of.pageTurns, pageTurns))
    const reached = own.findLast(({ place }) => place <= start)
    const within = own.filter(({ place }) => place > start && place < end)
    const first = reached ? reached.turn : { ...(page === undefined ? {} : { page }), ...(pageLabel === undefined ? {} : { pageLabel }) }
    const next: Turn[] = within.map(({ place, turn }) => ({ at: place - start, ...turn }))
    return { ...rest, ...first, ...(next.length > 0 ? { pageTurns: next } : {}), start, end }
  })
}
