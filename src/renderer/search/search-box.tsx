// The one search box: everything in the workspace, and every command.
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useCommands, useRegistry, type Command } from '../commands/command-registry.ts'
import { Keys } from '../interface/keys.tsx'
import { showFound } from '../found/found-store.ts'
import { openHit } from './open-hit.ts'
import { SearchList } from './search-list.tsx'
import { keepSearch, forgetSearch } from './kept-searches.ts'
import { nameCompletions } from './filter-completions.ts'
import { completionGroup, groupResults, readQuery, savedGroup, withListOfPassages, type SearchResult } from './search-results.ts'
import { useCall } from '../queries.ts'
import { useCompletions } from './use-completions.ts'
import { useHits } from './use-hits.ts'
import './search.css'

/** The search field of the title bar with its list of results. */
export function SearchBox({ keys }: { keys: string | undefined }) {
  const search = useSearch()
  const { field, text, open, shown, results, current } = search
  return (
    <search className="search">
      <Search className="search-icon" size={14} strokeWidth={1.5} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        className="search-field"
        aria-label="Search everything"
        placeholder="Search everything"
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={shown ? 'search-results' : undefined}
        aria-activedescendant={shown && results.length > 0 ? `search-result-${current}` : undefined}
        value={text}
        onChange={(event) => search.type(event.target.value)}
        onFocus={() => search.setOpen(true)}
        onBlur={() => search.setOpen(false)}
        onKeyDown={search.onKeyDown}
      />
      {keys && !open ? <Keys keys={keys} /> : null}
      {shown ? (
        <SearchList groups={search.groups} active={current} pending={search.pending} note={search.note} onKeep={search.keep} onActive={search.setActive} onRun={search.run} />
      ) : null}
    </search>
  )
}

/** What is typed, what it finds, and which result the keys are on. */
function useSearch() {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const registry = useRegistry((state) => state.commands)
  const query = readQuery(text)
  const { hits, recentFirst, pending, stale } = useHits(open && !query.commandsOnly ? query.text : '')
  const empty = text.trim() === ''
  const saved = useCall('search', 'saved', open && empty ? {} : null).data
  // Only behind what was found: Enter must never take one before the hits are there.
  const names = open && !pending && !query.commandsOnly ? nameCompletions(text) : []
  const completions = useCompletions(open && !query.commandsOnly ? text : '')
  const found = useMemo(() => groupResults(hits, [...registry.values()], text), [hits, registry, text])
  const groups = empty ? savedGroup(saved ?? []) : [...completionGroup(completions), ...withListOfPassages(found, query.text), ...completionGroup(names)]
  const results = groups.flatMap((group) => group.results)
  const current = Math.min(active, results.length - 1)
  const { field, giveBack } = useFieldFocus(setText, setOpen)

  /** The text whose first result is to be opened as soon as it is there: Enter came before it. */
  const awaited = useRef<string | null>(null)

  const leave = () => {
    setOpen(false)
    giveBack()
  }
  const type = (typed: string) => {
    awaited.current = null
    setText(typed)
    setActive(0)
    setOpen(true)
  }
  const keep = query.text !== '' && !query.commandsOnly ? () => void keepSearch(query.text) : null
  const run = (result: SearchResult) => {
    if (result.type === 'saved') return type(result.search.query)
    if (result.type === 'completion') return type(result.completion.text)
    setText('')
    // Focus goes back first, so that a command works where the analyst was.
    leave()
    if (result.type === 'command') result.command.run()
    else if (result.type === 'passages') showFound({ search: result.text }, `Passages with “${result.text}”`)
    else void openHit(result.hit)
  }
  useEffect(() => {
    if (awaited.current === null || stale) return
    const isStill = open && awaited.current === text
    awaited.current = null
    const [first] = results
    if (isStill && first) run(first)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    awaited.current = null
    const to = resultForKey(event.key, current, results.length)
    const chosen = results[current]
    const listing = results.find(({ type: kind }) => kind === 'passages')
    const completes = event.key === 'Tab' && !event.shiftKey && chosen?.type === 'completion'
    // The list closes before Tab moves the focus on, so that it goes past the list.
    if (event.key === 'Tab' && !completes) return setOpen(false)
    if (completes) run(chosen)
    else if (event.key === 's' && (event.ctrlKey || event.metaKey) && keep) keep()
    else if (event.key === 'Delete' && chosen?.type === 'saved') void forgetSearch(chosen.search)
    else if (event.key === 'Escape' && text === '') leave()
    else if (event.key === 'Escape') setText('')
    else if (to !== null) setActive(to)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && listing) run(listing)
    // What is shown still answers to other words.
    else if (event.key === 'Enter' && stale && (!chosen || chosen.type === 'hit')) awaited.current = text
    else if (event.key === 'Enter' && chosen) run(chosen)
    else return
    event.preventDefault()
  }
  const shown = open
  const note = recentFirst && !pending ? 'Very common words: the newest come first.' : null
  return { field, text, open, shown, groups, results, current, pending, note, keep, setOpen, setActive, type, run, onKeyDown }
}

/** Where arrow and page keys lead among results; null for other keys, and where nothing was found. */
function resultForKey(key: string, current: number, length: number): number | null {
  if (length === 0) return null
  if (key === 'ArrowDown') return (current + 1) % length
  if (key === 'ArrowUp') return (current - 1 + length) % length
  if (key === 'PageDown') return Math.min(length - 1, current + 8)
  if (key === 'PageUp') return Math.max(0, current - 8)
  return null
}

/** Offers the commands that go to the field, and remembers where the focus came from. */
function useFieldFocus(setText: (text: string) => void, setOpen: (open: boolean) => void) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const commands = useMemo<Command[]>(() => {
    const focus = (start?: string) => {
      const { activeElement } = document
      if (activeElement instanceof HTMLElement && activeElement !== field.current) before.current = activeElement
      if (start !== undefined) setText(start)
      field.current?.focus()
      if (start === undefined) field.current?.select()
      setOpen(true)
    }
    return [
      { name: 'search.focus', title: 'Search everything', group: 'Find', keys: ['Mod+K'], place: 'anywhere', run: () => focus() },
      { name: 'search.commands', title: 'Search commands', group: 'Find', keys: ['Mod+Shift+P'], place: 'anywhere', run: () => focus('>') },
    ]
  }, [setText, setOpen])
  useCommands(commands)
  const giveBack = () => goBack(before, field)
  return { field, giveBack }
}

function goBack(before: RefObject<HTMLElement | null>, field: RefObject<HTMLElement | null>): void {
  if (before.current?.isConnected && before.current.checkVisibility()) before.current.focus()
  else field.current?.blur()
}
