// The one search box: everything in the workspace, and every command.
import { Search } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useCommands, useRegistry, type Command } from '../commands/command-registry.ts'
import { Keys } from '../interface/keys.tsx'
import { openHit } from './open-hit.ts'
import { SearchList } from './search-list.tsx'
import { groupResults, readQuery, type SearchResult } from './search-results.ts'
import { useHits } from './use-hits.ts'

let focusBox: ((text?: string) => void) | null = null
const commands: Command[] = [
  { name: 'search.focus', title: 'Search everything', group: 'Find', keys: ['Mod+K'], place: 'anywhere', run: () => focusBox?.() },
  { name: 'search.commands', title: 'Search commands', group: 'Find', keys: ['Mod+Shift+P'], place: 'anywhere', run: () => focusBox?.('>') },
]

/** The search field of the title bar with its list of results. */
export function SearchBox({ keys }: { keys: string | undefined }) {
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const registry = useRegistry((state) => state.commands)
  const query = readQuery(text)
  const { hits, pending } = useHits(open && !query.commandsOnly ? query.text : '')
  const groups = useMemo(() => groupResults(hits, [...registry.values()], text), [hits, registry, text])
  const results = groups.flatMap((group) => group.results)
  const current = Math.min(active, results.length - 1)
  useCommands(commands)
  useEffect(() => {
    focusBox = (start) => {
      if (document.activeElement instanceof HTMLElement && document.activeElement !== field.current) before.current = document.activeElement
      if (start !== undefined) setText(start)
      field.current?.focus()
      if (start === undefined) field.current?.select()
      setOpen(true)
    }
  }, [])

  const leave = () => {
    setOpen(false)
    if (before.current?.isConnected && before.current.checkVisibility()) before.current.focus()
    else field.current?.blur()
  }
  const run = (result: SearchResult) => {
    setOpen(false)
    setText('')
    // Focus goes back first, so that a command works where the analyst was.
    leave()
    if (result.type === 'command') result.command.run()
    else void openHit(result.hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + 8, PageUp: current - 8 }
    const move = moves[event.key]
    if (event.key === 'Escape') {
      event.preventDefault()
      if (text === '') leave()
      else setText('')
    } else if (move !== undefined && results.length > 0) {
      event.preventDefault()
      const wraps = event.key.startsWith('Arrow')
      setActive(wraps ? (move + results.length) % results.length : Math.max(0, Math.min(results.length - 1, move)))
    } else if (event.key === 'Tab') {
      // The list closes before the focus moves on, so that it goes past it.
      setOpen(false)
    } else if (event.key === 'Enter' && results[current]) {
      event.preventDefault()
      run(results[current])
    }
  }
  const shown = open && text.trim() !== ''
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
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {keys && !open ? <Keys keys={keys} /> : null}
      {shown ? <SearchList groups={groups} active={current} pending={pending} onActive={setActive} onRun={run} /> : null}
    </search>
  )
}
