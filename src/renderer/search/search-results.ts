// What the search box lists: hits by kind and commands, in one order for the eye and for the arrow keys.
import { searchKinds, type SavedSearch, type SearchHit, type SearchKind } from '../../shared/search.ts'
import type { Command } from '../commands/command-registry.ts'
import { matchingCommands } from '../commands/match-commands.ts'
import type { Completion } from './filter-completions.ts'

export type SearchResult =
  | { type: 'hit'; key: string; hit: SearchHit }
  | { type: 'command'; key: string; command: Command }
  | { type: 'saved'; key: string; search: SavedSearch }
  | { type: 'completion'; key: string; completion: Completion }
  | { type: 'passages'; key: string; text: string }

export interface ResultGroup {
  title: string
  kind: SearchKind | 'command' | 'saved' | 'completion'
  results: SearchResult[]
}

const titles: Record<SearchKind, string> = {
  source: 'Sources',
  passage: 'Passages',
  claim: 'Claims',
  actor: 'Actors',
  recommendation: 'Recommendations',
  note: 'Notes',
  remark: 'Remarks',
  memo: 'Memos',
}

/** What was typed, without the `>` that asks for commands only. */
export function readQuery(typed: string): { text: string; commandsOnly: boolean } {
  const commandsOnly = typed.trimStart().startsWith('>')
  return { text: commandsOnly ? typed.trimStart().slice(1).trim() : typed.trim(), commandsOnly }
}

/**
 * Groups of results. Groups of hits stand in the order in which their best hits come; commands that start with
 * what was typed go before them, others after.
 */
export function groupResults(hits: readonly SearchHit[], commands: readonly Command[], typed: string): ResultGroup[] {
  const { text, commandsOnly } = readQuery(typed)
  if (text === '' && !commandsOnly) return []
  const offered = commands.filter((command) => command.enabled?.() !== false)
  const matched = matchingCommands(offered, text).slice(0, commandsOnly ? undefined : 5)
  const commandGroup: ResultGroup = {
    title: 'Commands',
    kind: 'command',
    results: matched.map((command) => ({ type: 'command', key: command.name, command })),
  }
  if (commandsOnly) return matched.length > 0 ? [commandGroup] : []
  const kinds = [...new Set(hits.map((hit) => hit.kind))].filter((kind) => searchKinds.includes(kind))
  const hitGroups = kinds.map((kind): ResultGroup => ({
    title: titles[kind],
    kind,
    results: hits
      .filter((hit) => hit.kind === kind)
      .map((hit, at) => ({ type: 'hit', key: `${kind}-${hit.ref}-${at}`, hit })),
  }))
  if (matched.length === 0) return hitGroups
  const first = text.length > 2 && matched[0]?.title.toLowerCase().startsWith(text.toLowerCase())
  return first ? [commandGroup, ...hitGroups] : [...hitGroups, commandGroup]
}

/** Ends the passages with the way to all of them as a list; `text` is what is searched for. */
export const withListOfPassages = (groups: readonly ResultGroup[], text: string): ResultGroup[] =>
  groups.map((group) => (group.kind === 'passage' ? { ...group, results: [...group.results, { type: 'passages', key: 'passages', text }] } : group))

/** What the empty box offers: the searches that were kept. */
export function savedGroup(saved: readonly SavedSearch[]): ResultGroup[] {
  if (saved.length === 0) return []
  return [{ title: 'Kept searches', kind: 'saved', results: saved.map((search) => ({ type: 'saved', key: search.id, search })) }]
}

/** What a filter that is being typed can go on with. */
export function completionGroup(completions: readonly Completion[]): ResultGroup[] {
  if (completions.length === 0) return []
  return [{ title: 'Filter', kind: 'completion', results: completions.map((completion) => ({ type: 'completion', key: completion.text, completion })) }]
}

/** An excerpt cut at its marks: pieces in order, marked or not. Marks may touch or overlap. */
export function markedPieces(excerpt: string, marks: SearchHit['marks']): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, mark.start)
    const end = Math.min(excerpt.length, mark.end)
    if (end <= start) continue
    if (start > at) pieces.push({ text: excerpt.slice(at, start), marked: false })
    pieces.push({ text: excerpt.slice(start, end), marked: true })
    at = end
  }
  if (at < excerpt.length) pieces.push({ text: excerpt.slice(at), marked: false })
  return pieces
}
