// The search field of the open source, at the top of its page.
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { IconButton } from '../interface/button.tsx'
import { mostMatches } from './find-matches.ts'
import { closeFind, findWords, stepMatch } from './finding.ts'
import type { ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'

/** Shows while the search is open. */
export function FindBar({ session }: { session: ReadingSession }) {
  const find = useReading((reading) => reading.find)
  const field = useRef<HTMLInputElement>(null)
  const open = find !== null
  useLayoutEffect(() => {
    if (open) field.current?.select()
  }, [open])
  if (!find) return null
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const again = (event.ctrlKey || event.metaKey) && ['f', 'g'].includes(event.key.toLowerCase())
    if (event.key === 'Escape') closeFind(session)
    else if (event.key === 'Enter' || event.key === 'F3' || event.key === 'ArrowDown' || (again && event.key === 'g')) stepMatch(session, event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowUp') stepMatch(session, -1)
    else if (again) field.current?.select()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="reader-find" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="search"
        className="reader-field"
        aria-label="Find in this source"
        placeholder="Find in this source"
        spellCheck={false}
        autoComplete="off"
        value={find.query}
        onChange={(event) => findWords(session, event.target.value)}
      />
      <output className="reader-find-count numbers">{countOf(find.query, find.matches.length, find.at)}</output>
      <IconButton icon={ChevronUp} label="Previous match" keys="Shift+Enter" onClick={() => stepMatch(session, -1)} />
      <IconButton icon={ChevronDown} label="Next match" keys="Enter" onClick={() => stepMatch(session, 1)} />
      <IconButton icon={X} label="Close and select the match" keys="Escape" onClick={() => closeFind(session)} />
    </search>
  )
}

function countOf(query: string, count: number, at: number): string {
  if (query.trim() === '') return ''
  if (count === 0) return 'Not found'
  const all = count === mostMatches ? `${count.toLocaleString()}+` : count.toLocaleString()
  return `${(at + 1).toLocaleString()} of ${all}`
}
