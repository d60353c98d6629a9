// Picks a code by any part of its path; a name that is not there yet makes a new code.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Code } from '../../shared/codes.ts'
import { Keys } from '../interface/keys.tsx'
import { useCall } from '../queries.ts'
import { BesideText } from './beside-text.tsx'
import { findCodes, newCode } from './code-options.ts'
import { makeCode } from './make-code.ts'
import { codeKeys, recentCodes, rememberCode } from './recent-codes.ts'
import { focusText, spansToStore, type ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'
import { tagWithCode } from './tagging.ts'

/** Opens beside the selection while a code is being picked. */
export function CodePicker({ session }: { session: ReadingSession }) {
  const picking = useReading((reading) => reading.picking)
  return picking ? <CodePanel session={session} /> : null
}

type Option = { key: string; title: string; code: Code | null; keys: string | null }

const none: readonly Code[] = []

function CodePanel({ session }: { session: ReadingSession }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [spans] = useState(() => spansToStore(session))
  const codes = useCall('codes', 'list', {}).data ?? none
  const options = useMemo(() => optionsOf(codes, typed), [codes, typed])
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
      <Options id={id} options={options} active={active} onTake={(option) => void take(option)} />
      {codes.length === 0 && typed.trim() === '' ? (
        <p className="reader-form-hint">Type a name and press Enter to make your first code.</p>
      ) : null}
    </BesideText>
  )
}

interface OptionsProps {
  id: string
  options: readonly Option[]
  active: number
  onTake: (option: Option) => void
}

/** In pixels. */
const optionHeight = 28

/** Only the options in sight are drawn, and the active one, which the field refers to. */
function Options({ id, options, active, onTake }: OptionsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- the list re-renders with its options; nothing is memoised on it.
  const virtual = useVirtualizer({
    count: options.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => optionHeight,
    initialRect: { width: 320, height: 236 },
    overscan: 6,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].filter((at) => at < range.count),
  })
  useLayoutEffect(() => virtual.scrollToIndex(active, { align: 'auto' }), [virtual, active])
  return (
    <div ref={scroller} className="reader-code-list">
      <ul className="reader-code-room" id={`${id}-list`} role="listbox" aria-label="Codes" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const option = options[index] as Option
          return (
            <li
              key={option.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-posinset={index + 1}
              aria-setsize={options.length}
              style={{ transform: `translateY(${start}px)` }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(option)}
            >
              <span className="reader-code-dot" data-colour={option.code?.colour} />
              <span className="reader-code-title">
                <bdi>{option.title}</bdi>
              </span>
              {option.code ? <span className="reader-code-count numbers">{option.code.uses}</span> : null}
              {option.keys ? <Keys keys={option.keys} /> : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function optionsOf(codes: readonly Code[], typed: string): Option[] {
  const keys = new Map(codeKeys(codes).map(({ keys: pressed, code }) => [code.id, pressed]))
  const recent = recentCodes(codes)
  const isRecent = new Set(recent)
  const ordered = typed.trim() === '' ? [...recent, ...codes.filter((code) => !isRecent.has(code))] : findCodes(codes, typed)
  const known = ordered.map((code): Option => ({ key: code.id, title: code.path, code, keys: keys.get(code.id) ?? null }))
  const fresh = newCode(codes, typed)
  return fresh ? [...known, { key: 'new', title: `New code “${typed.trim()}”`, code: null, keys: null }] : known
}
