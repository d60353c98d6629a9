// Under the list of actors: what can be done with several at once.
import { useEffect } from 'react'
import type { ItemSummary } from '../../shared/items.ts'
import { runCommand } from '../commands/command-registry.ts'
import { Button } from '../interface/button.tsx'
import { Keys } from '../interface/keys.tsx'
import { useActorsInHand } from './actors-in-hand.ts'

/** Keeps which actors are chosen; to be given to the list. */
export const chooseActors = (rows: readonly ItemSummary[]): void =>
  useActorsInHand.setState({ chosen: rows.map(({ id, statement }) => ({ item: id, name: statement })) })

/** Shows while more than one is chosen. */
export function ChosenActors() {
  const chosen = useActorsInHand((state) => state.chosen.length)
  useEffect(() => () => useActorsInHand.setState({ chosen: [] }), [])
  if (chosen < 2) return null
  return (
    <div className="chosen-actors" role="group" aria-label="Chosen actors">
      <span>{chosen.toLocaleString()} chosen</span>
      <Button look="outlined" onClick={() => runCommand('actors.merge')}>
        Merge actors… <Keys keys="Mod+Alt+M" />
      </Button>
    </div>
  )
}
