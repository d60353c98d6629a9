// What can be done with the passages in hand, each in one step that one undo takes back.
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind, Role, TagsMoved } from '../../shared/items.ts'
import type { ListFormat } from '../../shared/passages.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { actAtLength } from '../frame/long-change.ts'
import { undoOnce } from '../inspector/undo-once.ts'
import { counted } from '../interface/counted.ts'
import { handOver } from '../hand-over.ts'
import { act, say } from '../notices/notices.ts'
import { letGo, tagsInHand, usePassagesInHand, type BulkMenu } from './passages-in-hand.ts'

type Target = { item: Id } | { code: Id } | { kind: Exclude<ItemKind, 'note'> }

const passages = (count: number): string => counted(count, 'passage')

function sayMoved({ moved, merged }: TagsMoved, where: string): void {
  if (moved === 0) return say(`These passages are ${where} already.`)
  const became = merged > 0 ? `; ${merged.toLocaleString()} were there already and became one` : ''
  say(`Moved ${passages(moved)} ${where}${became}`, undoOnce)
}

/** Moves the passages in hand; `where` says it in words, for example `to “Territory”`. */
export async function moveInHand(to: Target, where: string): Promise<void> {
  const done = await actAtLength('Moving passages', (job) => api.items.moveTags({ tags: tagsInHand(), to, job }))
  if (!done) return
  letGo()
  sayMoved(done, where)
}

/** Gives the passages in hand a role; they stay in hand. */
export async function setRoleInHand(role: Role): Promise<void> {
  const tags = tagsInHand()
  const done = await actAtLength('Changing roles', (job) => api.items.setRoles({ tags, role, job }).then(() => true))
  if (done) say(`${passages(tags.length)}: ${role}`, undoOnce)
}

/** Takes the tags in hand off. */
export async function untagInHand(): Promise<void> {
  const tags = tagsInHand()
  if (tags.length === 0) return
  const done = await actAtLength('Untagging passages', (job) => api.items.untagMany({ tags, job }).then(() => true))
  if (!done) return
  letGo()
  say(`Untagged ${passages(tags.length)}`, undoOnce)
}

/** Writes the passages in hand to a file and hands it over. */
export async function exportInHand(format: ListFormat): Promise<void> {
  const { title } = usePassagesInHand.getState()
  const written = await act(async () => handOver(await api.passages.exportLines({ tags: tagsInHand(), format, title })))
  if (written) say(`Exported ${written}`)
}

const inHand = (): boolean => usePassagesInHand.getState().chosen.size > 0

const opening = (menu: BulkMenu, title: string, keys: string): Command => ({
  name: `passages.${menu}`,
  title,
  group: 'Tag',
  keys: [keys],
  place: 'anywhere',
  enabled: inHand,
  run: () => usePassagesInHand.setState({ menu }),
})

/** Offered as long as the window is open, enabled while passages are chosen. */
export const bulkCommands: Command[] = [
  opening('move', 'Move the chosen passages…', 'Alt+M'),
  opening('retag', 'Re-tag the chosen passages…', 'Alt+K'),
  opening('export', 'Export the chosen passages…', 'Alt+X'),
  { name: 'passages.export-csv', title: 'Export the chosen passages as CSV', group: 'Tag', keys: [], place: 'anywhere', enabled: inHand, run: () => void exportInHand('csv') },
  { name: 'passages.export-md', title: 'Export the chosen passages as Markdown', group: 'Tag', keys: [], place: 'anywhere', enabled: inHand, run: () => void exportInHand('md') },
  { name: 'passages.untag', title: 'Untag the chosen passages', group: 'Tag', keys: [], place: 'anywhere', enabled: inHand, run: () => void untagInHand() },
]
