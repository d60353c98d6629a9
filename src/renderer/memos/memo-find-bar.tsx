// The bar of find and replace, over the top of the memo's page.
import { ArrowDown, ArrowUp, CaseSensitive, ChevronDown, ChevronRight, Regex, WholeWord, X, type LucideIcon } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { Button, IconButton } from '../interface/button.tsx'
import { Keys } from '../interface/keys.tsx'
import { closeMemoFind, replaceAll, replaceMatch, seek, seekAgain, stepMatch, useMemoFind } from './finding-in-memo.ts'
import type { MemoSession } from './memo-session.ts'

/** In milliseconds: how long the writer must pause before matches are sought again. */
const pause = 120

type Switch = 'matchCase' | 'wholeWords' | 'pattern'
const switches: readonly { name: Switch; label: string; icon: LucideIcon; key: string }[] = [
  { name: 'matchCase', label: 'Match case', icon: CaseSensitive, key: 'c' },
  { name: 'wholeWords', label: 'Whole words', icon: WholeWord, key: 'w' },
  { name: 'pattern', label: 'Regular expression', icon: Regex, key: 'r' },
]

function countOf({ query, problem, matches, at }: Pick<ReturnType<typeof useMemoFind.getState>, 'query' | 'problem' | 'matches' | 'at'>): string {
  if (query === '' || (problem !== null && matches.length === 0)) return ''
  return matches.length === 0 ? 'Not found' : `${(at + 1).toLocaleString()} of ${matches.length.toLocaleString()}`
}

/** Keeps the matches true while the text changes, and takes their paint away with the bar. */
function useFollowedText(session: MemoSession, open: boolean): void {
  const phase = useStore(session.store, (state) => state.phase)
  useEffect(() => {
    const editor = session.editor()
    if (!editor || !open || phase !== 'editing') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return
      clearTimeout(timer)
      timer = setTimeout(() => seekAgain(editor), pause)
    }
    seekAgain(editor)
    editor.on('transaction', onTransaction)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', onTransaction)
    }
  }, [session, open, phase])
  useEffect(() => () => closeMemoFind(null), [])
}

/** Shows while the search is open. */
export function MemoFindBar({ session }: { session: MemoSession }) {
  const find = useMemoFind()
  const field = useRef<HTMLInputElement>(null)
  useFollowedText(session, find.open)
  useLayoutEffect(() => {
    if (find.open && find.focusWanted > 0) field.current?.select()
  }, [find.open, find.focusWanted])
  const editor = session.editor()
  if (!find.open || !editor) return null
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const inReplacement = event.target instanceof HTMLInputElement && event.target !== field.current
    const isSwitch = event.altKey && !mod ? switches.find((one) => one.key === key) : undefined
    if (isSwitch) seek(editor, { [isSwitch.name]: !find[isSwitch.name] })
    else if (event.key === 'Escape') closeMemoFind(editor)
    else if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return
    else if (event.key === 'Enter' && mod && find.replacing) replaceAll(editor)
    else if (event.key === 'Enter' && inReplacement) replaceMatch(editor)
    else if (event.key === 'Enter' || event.key === 'F3' || (mod && key === 'g')) stepMatch(editor, event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown' && !inReplacement) stepMatch(editor, 1)
    else if (event.key === 'ArrowUp' && !inReplacement) stepMatch(editor, -1)
    else if (mod && key === 'f') field.current?.select()
    else if (mod && key === 'h') useMemoFind.setState({ replacing: true })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="memo-find" aria-label="Find in the memo" onKeyDown={onKeyDown}>
      <IconButton
        icon={find.replacing ? ChevronDown : ChevronRight}
        label="Replace"
        keys="Mod+H"
        aria-expanded={find.replacing}
        onClick={() => useMemoFind.setState({ replacing: !find.replacing })}
      />
      <div className="memo-find-fields">
        <div className="memo-find-line">
          <input
            ref={field}
            type="search"
            className="text-field"
            aria-label="Find in this memo"
            placeholder="Find in this memo"
            maxLength={1000}
            spellCheck={false}
            autoComplete="off"
            value={find.query}
            onChange={(event) => seek(editor, { query: event.target.value })}
          />
          {switches.map(({ name, label, icon, key }) => (
            <IconButton key={name} icon={icon} label={label} keys={`Alt+${key.toUpperCase()}`} aria-pressed={find[name]} onClick={() => seek(editor, { [name]: !find[name] })} />
          ))}
          <output className="memo-find-count numbers">{countOf(find)}</output>
          <IconButton icon={ArrowUp} label="Previous match" keys="Shift+Enter" onClick={() => stepMatch(editor, -1)} />
          <IconButton icon={ArrowDown} label="Next match" keys="Enter" onClick={() => stepMatch(editor, 1)} />
          <IconButton icon={X} label="Close and select the match" keys="Escape" onClick={() => closeMemoFind(editor)} />
        </div>
        {find.replacing ? (
          <div className="memo-find-line">
            <input
              className="text-field"
              aria-label="Replace with"
              placeholder="Replace with"
              maxLength={10_000}
              spellCheck={false}
              autoComplete="off"
              value={find.replacement}
              onChange={(event) => useMemoFind.setState({ replacement: event.target.value })}
            />
            <Button look="outlined" disabled={find.matches.length === 0} onClick={() => replaceMatch(editor)}>
              Replace <Keys keys="Enter" />
            </Button>
            <Button look="outlined" disabled={find.matches.length === 0} onClick={() => replaceAll(editor)}>
              All <Keys keys="Mod+Enter" />
            </Button>
          </div>
        ) : null}
        {find.problem ? <p className="memo-find-problem">{find.problem}</p> : null}
      </div>
    </search>
  )
}
