// What can be done with all that is chosen, at the foot of the list.
import { Trash2 } from 'lucide-react'
import { runCommand } from '../commands/command-registry.ts'
import { useCommandKeys } from '../commands/use-command-keys.ts'
import { reliabilityChoices } from '../inspector/words.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { Menu, MenuHeading, MenuItem, MenuLine } from '../interface/menu.tsx'
import { useLibrary } from './library-state.ts'
import { askForCollection, gradeSources, markSources, restoreSources, trashSources } from './source-actions.ts'
import { idsOf } from './source-order.ts'
import { progressChoices } from './source-words.ts'
import { takeOut, useHeldCollection } from './use-held-collection.ts'

/** Shows from `least` chosen sources on. */
export function ChosenBar({ least }: { least: number }) {
  const { held, packed, trashed } = useLibrary()
  const markKeys = useCommandKeys('library.mark-next')
  const collectKeys = useCommandKeys('library.collect')
  const collection = useHeldCollection()
  const sources = held.chosen.size < least ? [] : idsOf(packed, held.chosen)
  if (sources.length < least || sources.length === 0) return null
  return (
    <div className="chosen-bar" role="group" aria-label="Chosen sources">
      <span className="numbers" role="status">{counted(sources.length, 'source')}</span>
      {trashed ? <Button onClick={() => void restoreSources(sources)}>Restore</Button> : (
        <>
          <Menu label="Change the chosen sources" trigger={<Button>Change</Button>}>
            <MenuHeading>Mark as</MenuHeading>
            {progressChoices.map(({ value, title }) => <MenuItem key={value} onSelect={() => markSources(sources, value)}>{title}</MenuItem>)}
            <MenuItem onSelect={() => runCommand('library.mark-next')} {...(markKeys ? { keys: markKeys } : {})}>Next mark</MenuItem>
            <MenuLine />
            <MenuHeading>Grade</MenuHeading>
            {reliabilityChoices.map(({ value, title }) => <MenuItem key={value} onSelect={() => gradeSources(sources, value)}>{title}</MenuItem>)}
            <MenuItem onSelect={() => gradeSources(sources, null)}>Not judged</MenuItem>
            <MenuLine />
            <MenuItem onSelect={askForCollection} {...(collectKeys ? { keys: collectKeys } : {})}>Add to a collection…</MenuItem>
            {collection ? <MenuItem onSelect={() => takeOut(collection, sources)}>Take out of “{collection.name}”</MenuItem> : null}
          </Menu>
          <IconButton icon={Trash2} label="Move to the trash" onClick={() => void trashSources(sources)} />
        </>
      )}
    </div>
  )
}
