// Tells the commands which actor the Inspector shows.
import { useEffect } from 'react'
import type { Item } from '../../shared/items.ts'
import { useActorsInHand } from './actors-in-hand.ts'

/** Nothing to see. */
export function ActorShown({ item: { id, statement } }: { item: Item }) {
  useEffect(() => {
    useActorsInHand.setState({ shown: { item: id, name: statement } })
    return () => useActorsInHand.setState({ shown: null })
  }, [id, statement])
  return null
}
