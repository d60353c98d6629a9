// Picks a code by any part of its path; a name that is not there yet makes a new code.
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Code } from '../../shared/codes.ts'
import { api } from '../api.ts'
import { Keys } from '../interface/keys.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { BesideText } from './beside-text.tsx'
import { findCodes, newCode } from './code-options.ts'
import { recentCodes, rememberCode } from './recent-codes.ts'
import { focusText, spansToStore, type ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'
import { tagWithCode } from './tagging.ts'

/** Opens beside the selection while a code is being picked. */
export function CodePicker({ session }: { session: ReadingSession }) {
  const picking = useReading((reading) => reading.picking)
  return picking ? <CodePanel session={session} /> : null
}

type Option = { key: string; title: string; code: Code | null; keys: string | null }

function CodePanel({ session }: { session: ReadingSession }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [spans] = useState(() => spansToStore(session))
  const codes = useCall('codes', 'list', {}).data ?? []
  const options = optionsOf(codes, typed)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])

  const close = (): void => useReading.setState({ picking: false })
  const take = async (option: Option | undefined): Promise<void> => {
    if (!option) return
    close()
    focusText(session)
    const code = option.code?.id ?? (await makeCode(codes, typed))
    if (!code) return
    rememberCode(code)
    tagWithCode(session, code)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActive((now) => (now + step + options.length) % Math.max(1, options.length))
    else if (event.key === 'Enter') void take(options[active])
    else if (event.key === 'Escape') {
      close()
      focusText(session)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <BesideText
      session={session}
      spans={spans}
      placements={['bottom-start', 'top-start', 'right-start', 'left-start']}
      className="reader-form reader-codes"
      role="dialog"
      aria-label="Code"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        const stays = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!stays && document.hasFocus()) close()
      }}
    >
      <input
        ref={field}
        className="reader-field"
        role="combobox"
        aria-label="Find or name a code"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Find or name a code"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
      />
      <ul className="reader-code-list" id={`${id}-list`} role="listbox" aria-label="Codes">
        {options.map((option, index) => (
          <li
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: 'nearest' })
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void take(option)}
          >
            <span className="reader-code-dot" data-colour={option.code?.colour} />
            <span className="reader-code-title">{option.title}</span>
            {option.keys ? <Keys keys={option.keys} /> : null}
          </li>
        ))}
      </ul>
      {codes.length === 0 && typed.trim() === '' ? (
        <p className="reader-form-hint">Type a name and press Enter to make your first code.</p>
      ) : null}
    </BesideText>
  )
}

function optionsOf(codes: readonly Code[], typed: string): Option[] {
  const recent = recentCodes(codes)
  const keysOf = (code: Code): string | null => {
    const at = recent.indexOf(code)
    return at < 0 ? null : String(at + 1)
  }
  const ordered = typed.trim() === '' ? [...recent, ...codes.filter((code) => !recent.includes(code))] : findCodes(codes, typed)
  const known = ordered.map((code): Option => ({ key: code.id, title: code.path, code, keys: keysOf(code) }))
  const fresh = newCode(codes, typed)
  return fresh ? [...known, { key: 'new', title: `New code “${typed.trim()}”`, code: null, keys: null }] : known
}

/** Makes what a typed path lacks; the last code of it, null when that failed. */
async function makeCode(codes: readonly Code[], typed: string): Promise<string | null> {
  const fresh = newCode(codes, typed)
  if (!fresh) return null
  let parent = fresh.parent
  for (const name of fresh.names) {
    const made = await act(() => api.codes.create({ name, parent }))
    if (!made) return null
    parent = made.id
  }
  return parent
}
