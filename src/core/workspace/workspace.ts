// The workspace as a whole, and where its user left off.
import { basename } from 'node:path'
import type { Api } from '../../shared/api.ts'
import { deskSchema, type Desk } from '../../shared/workspace.ts'
import type { CoreContext } from '../context.ts'
import { workspaceStore } from './workspace-store.ts'

const emptyDesk: Desk = { readers: [], activeReader: null, memos: [], activeMemo: null }

/** The feature's calls; a new workspace gets its identity here. */
export function createWorkspace(
  context: CoreContext,
  { created, path }: { created: boolean; path: string },
): Api['workspace'] {
  const store = workspaceStore(context.db)
  if (created) store.insert(context.newId(), context.now())

  function storedDesk(): Desk {
    const stored = store.desk()
    const parsed = stored ? deskSchema.safeParse(JSON.parse(stored)) : null
    if (!parsed?.success) return emptyDesk
    const desk = parsed.data
    const readers = desk.readers.filter((place) => store.hasSource(place.source))
    const memos = desk.memos.filter((memo) => store.hasMemo(memo))
    const reading = readers.some((place) => place.source === desk.activeReader)
    return {
      ...desk,
      readers,
      memos,
      activeReader: reading ? desk.activeReader : (readers[0]?.source ?? null),
      activeMemo: desk.activeMemo && memos.includes(desk.activeMemo) ? desk.activeMemo : (memos[0] ?? null),
    }
  }

  return {
    get: () => {
      const { id, createdAt } = store.identity()
      const counts = store.counts()
      return {
        id,
        createdAt,
        path,
        name: basename(path).replace(/\.groundwork$/, ''),
        ...counts,
        untouched: counts.passages === 0 && counts.memos === 0,
      }
    },
    desk: () => storedDesk(),
    saveDesk: ({ desk }) => {
      store.saveDesk(JSON.stringify(desk))
      return null
    },
  }
}
