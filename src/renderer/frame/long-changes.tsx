// How far long changes are, over the window's foot.
import { WorkCard } from '../safety/work-card.tsx'
import { useLongChanges } from './long-change.ts'

/** A card for each. */
export function LongChanges() {
  const running = useLongChanges((state) => state.running)
  return running.map((change) => <WorkCard key={change.job} work={change} />)
}
