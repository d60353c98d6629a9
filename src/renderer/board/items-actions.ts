// What can be done with the claims or recommendations in hand, each in one step that one undo takes back.
import { claimStatuses, type ClaimFields, type RecommendationFields } from '../../shared/items.ts'
import type { ListFormat } from '../../shared/passages.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { actAtLength } from '../frame/long-change.ts'
import { showFound } from '../found/found-store.ts'
import { undoOnce } from '../inspector/undo-once.ts'
import { counted } from '../interface/counted.ts'
import { handOver } from '../hand-over.ts'
import { act, say } from '../notices/notices.ts'
import { usePassagesInHand } from '../passages/passages-in-hand.ts'
import { holdItems, itemIdsInHand, useItemsInHand, type NamedRow } from './items-in-hand.ts'
import type { BoardPage } from '../../shared/board.ts'

const shorten = (text: string): string => (text.length > 48 ? `${text.slice(0, 47).trimEnd()}…` : text)

/** How many there are, in words. */
export const countedItems = (count: number, of: BoardPage): string => counted(count, of === 'claims' ? 'claim' : 'recommendation')

/** One by its name, several by their number. */
const named = (rows: readonly NamedRow[], of: BoardPage): string => {
  const [first] = rows
  return rows.length === 1 && first ? `“${shorten(first.name)}”` : countedItems(rows.length, of)
}

/** Gives what is in hand a status. */
export async function setStatusInHand(status: ClaimFields['status'] | RecommendationFields['status']): Promise<void> {
  const { of } = useItemsInHand.getState()
  const items = itemIdsInHand()
  const claims = status as ClaimFields['status']
  const advice = status as RecommendationFields['status']
  const done = await actAtLength('Changing status', (job) => (of === 'claims' ? api.board.setStatus({ claims: items, status: claims, job }) : api.board.setAdviceStatus({ recommendations: items, status: advice, job })).then(() => true))
  if (done) say(`${countedItems(items.length, of)}: ${status}`, undoOnce)
}

/** Deletes rows in one step and offers to undo it. */
export async function removeRows(rows: readonly NamedRow[], of: BoardPage): Promise<void> {
  if (rows.length === 0) return
  const done = await actAtLength('Deleting', (job) => api.items.removeMany({ items: rows.map(({ id }) => id), job }).then(() => true))
  if (!done) return
  const gone = new Set(rows.map(({ id }) => id))
  holdItems(of, useItemsInHand.getState().rows.filter(({ id }) => !gone.has(id)))
  say(`Deleted ${named(rows, of)}`, undoOnce)
}

/** Makes what is in hand one item, which keeps the words of `into`. */
export async function mergeInHand(into: NamedRow): Promise<void> {
  const { of, rows } = useItemsInHand.getState()
  const done = await act(() => api.items.merge({ into: into.id, items: rows.map(({ id }) => id) }))
  if (!done) return
  holdItems(of, [into])
  say(`Merged ${countedItems(rows.length, of)} into “${shorten(into.name)}”`, undoOnce)
}

/** Writes the rows in hand to a file and hands it over. */
export async function exportRowsInHand(format: ListFormat): Promise<void> {
  const { of } = useItemsInHand.getState()
  const written = await act(async () => handOver(await api.board.exportRows({ of, items: itemIdsInHand(), format })))
  if (written) say(`Exported ${written}`)
}

/** Lists the passages of what is in hand beside the text. */
export function listPassagesInHand(): void {
  const { of, rows } = useItemsInHand.getState()
  if (rows.length > 0) showFound({ items: itemIdsInHand() }, `Passages of ${named(rows, of)}`)
}

const any = (): boolean => useItemsInHand.getState().rows.length > 0
const anyClaims = (): boolean => any() && useItemsInHand.getState().of === 'claims'
const several = (): boolean => useItemsInHand.getState().rows.length > 1

/** Offered while a page shows whose rows can be chosen. */
export const itemsCommands: Command[] = [
  ...claimStatuses.map(
    (status, at): Command => ({ name: `board.status-${status}`, title: `Set status: ${status}`, group: 'Tag', keys: [`Alt+${at + 1}`], place: 'reader', enabled: anyClaims, run: () => void setStatusInHand(status) }),
  ),
  { name: 'board.list-passages', title: 'List the passages of what is chosen', group: 'Find', keys: ['Alt+E'], place: 'reader', enabled: any, run: listPassagesInHand },
  { name: 'board.merge', title: 'Merge the chosen claims or recommendations…', group: 'Tag', keys: ['Alt+J'], place: 'reader', enabled: several, run: () => useItemsInHand.setState({ merging: true }) },
  { name: 'board.export', title: 'Export the chosen rows…', group: 'Tag', keys: ['Alt+X'], place: 'reader', enabled: () => any() && usePassagesInHand.getState().chosen.size === 0, run: () => usePassagesInHand.setState({ menu: 'export' }) },
  { name: 'board.export-csv', title: 'Export the chosen rows as CSV', group: 'Tag', keys: [], place: 'anywhere', enabled: any, run: () => void exportRowsInHand('csv') },
  { name: 'board.export-md', title: 'Export the chosen rows as Markdown', group: 'Tag', keys: [], place: 'anywhere', enabled: any, run: () => void exportRowsInHand('md') },
]
