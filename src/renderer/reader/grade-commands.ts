// The reliability of the source that is read, given by key.
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { reliabilityChoices } from '../inspector/words.ts'
import { act } from '../notices/notices.ts'

/** The source in sight; null where a page shows instead. */
const sourceRead = () => (useDesk.getState().activePage === null ? useDesk.getState().activeReader : null)

/** One command a grade, A to F. */
export const gradeCommands: Command[] = reliabilityChoices.map(({ value, title }) => ({
  name: `reader.grade-${value}`,
  title: `Grade the source ${title}`,
  group: 'Read',
  keys: [`Alt+Shift+${value}`],
  place: 'reader',
  enabled: () => sourceRead() !== null,
  run: () => {
    const source = sourceRead()
    if (source) void act(() => api.sources.update({ source, reliability: value }))
  },
}))
