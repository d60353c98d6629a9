// Commands on the sources that are chosen in the Library, or on the one that is read.
import type { Id } from '../../shared/identifiers.ts'
import { libraryColumns } from '../../shared/library.ts'
import { afterPaint } from '../after-paint.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusPane } from '../frame/pane-focus.ts'
import { reliabilityChoices } from '../inspector/words.ts'
import { hasSourcesInHand, narrowLibrary, showTrash, sortLibrary, sourcesInHand, useLibrary } from './library-state.ts'
import { openOriginal, saveOriginal } from './originals.ts'
import { askForCollection, askToEmpty, gradeSources, markNext, markSources, restoreSources, trashSources } from './source-actions.ts'
import { progressChoices } from './source-words.ts'
import { heldCollection, takeOut } from './use-held-collection.ts'

const kept = (): boolean => hasSourcesInHand() && !useLibrary.getState().trashed
const inTrash = (): boolean => hasSourcesInHand() && useLibrary.getState().trashed

function sortByNext(): void {
  const { by } = useDesk.getState().sources.sort
  sortLibrary(libraryColumns[(libraryColumns.indexOf(by) + 1) % libraryColumns.length] ?? 'added')
}

/** Originals are opened one at a time: a hundred windows at once are nobody's wish. */
function withFirst(run: (source: Id) => Promise<void>): void {
  const [first] = sourcesInHand()
  if (first !== undefined) void run(first)
}

function goToTrash(): void {
  narrowLibrary({ collection: undefined })
  showTrash(true)
  useDesk.getState().showLibrary('sources')
  useDesk.getState().show('library')
}

/** Shows the Library as a page of the Reader, with the keyboard in it. */
export function openLibraryPage(): void {
  useDesk.getState().openPage({ kind: 'library', about: null })
  afterPaint(() => focusPane('reader'))
}

export const sourceCommands: Command[] = [
  { name: 'library.open-page', title: 'Open the Library as a page', group: 'Find', keys: ['Mod+Alt+L'], place: 'anywhere', run: openLibraryPage },
  { name: 'library.mark-next', title: 'Mark the source as unread, reading or done', group: 'Read', keys: ['Alt+P'], place: 'anywhere', enabled: kept, run: () => void markNext(sourcesInHand()) },
  ...progressChoices.map(({ value, title }): Command => ({ name: `library.mark-${value}`, title: `Mark the source as ${title.toLowerCase()}`, group: 'Read', keys: [], place: 'anywhere', enabled: kept, run: () => markSources(sourcesInHand(), value) })),
  ...reliabilityChoices.map(({ value, title }): Command => ({ name: `library.grade-${value}`, title: `Grade the chosen sources ${title}`, group: 'Read', keys: [`Alt+Shift+${value}`], place: 'library', enabled: kept, run: () => gradeSources(sourcesInHand(), value) })),
  { name: 'library.collect', title: 'Add to a collection…', group: 'Find', keys: ['Alt+Shift+L'], place: 'anywhere', enabled: kept, run: askForCollection },
  {
    name: 'library.take-out',
    title: 'Take out of this collection',
    group: 'Find',
    keys: ['Alt+Shift+O'],
    place: 'anywhere',
    enabled: () => kept() && heldCollection() !== undefined,
    run: () => {
      const collection = heldCollection()
      if (collection) takeOut(collection, sourcesInHand())
    },
  },
  { name: 'library.open-original', title: 'Open the original', group: 'Read', keys: ['Alt+Shift+I'], place: 'anywhere', enabled: kept, run: () => withFirst(openOriginal) },
  { name: 'library.save-original', title: 'Save the original…', group: 'Read', keys: [], place: 'anywhere', enabled: kept, run: () => withFirst(saveOriginal) },
  { name: 'library.trash', title: 'Move the source to the trash', group: 'Find', keys: [], place: 'anywhere', enabled: kept, run: () => void trashSources(sourcesInHand()) },
  { name: 'library.restore', title: 'Restore from the trash', group: 'Find', keys: ['Alt+Shift+R'], place: 'anywhere', enabled: inTrash, run: () => void restoreSources(sourcesInHand()) },
  { name: 'library.empty-trash', title: 'Empty the trash…', group: 'Find', keys: [], place: 'anywhere', enabled: () => useLibrary.getState().trashed, run: askToEmpty },
  { name: 'library.sort', title: 'Sort the Library by the next column', group: 'Find', keys: ['Alt+O'], place: 'anywhere', run: sortByNext },
  { name: 'library.turn-round', title: 'Turn the order of the Library round', group: 'Find', keys: ['Alt+Shift+T'], place: 'anywhere', run: () => sortLibrary(useDesk.getState().sources.sort.by) },
  { name: 'library.stories', title: 'Show copies of one text as one', group: 'Find', keys: ['Alt+Shift+G'], place: 'anywhere', run: () => useDesk.getState().laySources({ stories: !useDesk.getState().sources.stories }) },
  { name: 'library.show-trash', title: 'Show the trash', group: 'Find', keys: [], place: 'anywhere', run: goToTrash },
]
