// The dialogs of actors and their commands, there as long as the window is.
import { useCommands } from '../commands/command-registry.ts'
import { actorCommands } from './actor-commands.ts'
import { useActorsInHand } from './actors-in-hand.ts'
import { MentionsDialog } from './mentions-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import './actors.css'

/** Shows the dialog that is asked for. */
export function ActorLayer() {
  const merging = useActorsInHand((state) => state.merging)
  const splitting = useActorsInHand((state) => state.splitting)
  useCommands(actorCommands)
  return (
    <>
      <MentionsDialog />
      {merging ? <MergeDialog actors={merging} /> : null}
      {splitting ? <SplitDialog key={splitting} actor={splitting} /> : null}
    </>
  )
}
