// The head of a memo: its title, to whom, from whom, of what date, under what marking.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { memoStatuses, tlpLabels, type MemoHead as Head, type Tlp } from '../../shared/memos.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { Menu, MenuChoice } from '../interface/menu.tsx'
import { Popover } from '../interface/popover.tsx'
import { takeTyping } from './early-typing.ts'
import type { MemoSession } from './memo-session.ts'
import { ReviewCount } from '../reviews/reviews.tsx'
import { goToFirstPrompt } from './prompt-node.ts'
import { StyleMenu } from './style-menu.tsx'

/** A handling marking as TLP 2.0 draws it: the label in its colour on black. */
export const TlpMark = ({ tlp }: { tlp: Tlp }) => <span className={`tlp tlp-${tlp.replace('+', '-')}`}>TLP:{tlp}</span>

/** Puts the caret at the text's start; where that waits for its first words, onto the prompt for them. */
function goToText(session: MemoSession): void {
  const editor = session.editor()
  if (editor && goToFirstPrompt(editor)) return
  editor?.commands.setTextSelection(0)
  // TipTap's own focus waits for a frame, and what is typed until then would go into the title.
  editor?.view.focus()
}

function Title({ session, title }: { session: MemoSession; title: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // A memo that was just made is named first.
    if (!session.isNew()) return
    field.current?.focus()
    const typed = takeTyping()
    if (typed.title !== '') session.changeHead({ title: typed.title })
    if (typed.text === null) return
    goToText(session)
    if (typed.text !== '') session.editor()?.view.pasteText(typed.text)
  }, [session])
  const onKeyDown = (event: KeyboardEvent) => {
    const atEnd = field.current?.selectionStart === title.length && field.current.selectionEnd === title.length
    const leaves = event.key === 'Enter' || (event.key === 'ArrowDown' && atEnd)
    if (!leaves || event.nativeEvent.isComposing) return
    event.preventDefault()
    goToText(session)
  }
  return (
    <textarea
      ref={field}
      className="memo-title"
      aria-label="Memo title"
      placeholder="Untitled memo"
      rows={1}
      maxLength={2000}
      spellCheck
      dir="auto"
      value={title}
      onChange={(event) => session.changeHead({ title: event.target.value.replaceAll(/\s*\n\s*/g, ' ') })}
      onBlur={() => void session.flush()}
      onKeyDown={onKeyDown}
    />
  )
}

interface LineFieldProps {
  label: string
  name: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  onLeave: () => void
}

function LineField({ label, name, placeholder, value, onChange, onLeave }: LineFieldProps) {
  return (
    <label className="memo-line-field">
      <span>{label}</span>
      <input
        aria-label={name}
        dir="auto"
        placeholder={placeholder}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </label>
  )
}

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function DateField({ date, onChange }: { date: string | null; onChange: (date: string | null) => void }) {
  const [open, setOpen] = useState(false)
  const choose = (chosen: string | null) => {
    onChange(chosen)
    setOpen(false)
  }
  return (
    <Popover
      label="Date of the memo"
      open={open}
      onOpenChange={setOpen}
      className="memo-date"
      trigger={
        <button type="button" className={date ? 'memo-line-button' : 'memo-line-button is-empty'}>
          <span className="visually-hidden">Date: </span>
          {date ? showPartialDate(date) : 'no date'}
        </button>
      }
    >
      <input
        type="date"
        className="text-field"
        aria-label="Date"
        value={date?.length === 10 ? date : ''}
        onChange={(event) => event.target.value && onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') setOpen(false)
        }}
      />
      <Button onClick={() => choose(today())}>Today</Button>
      <Button onClick={() => choose(null)}>No date</Button>
    </Popover>
  )
}

function TlpMenu({ tlp, onChange }: { tlp: Tlp | null; onChange: (tlp: Tlp | null) => void }) {
  return (
    <Menu
      label="Handling marking"
      trigger={
        <button type="button" className={tlp ? 'memo-line-button' : 'memo-line-button is-empty'}>
          <span className="visually-hidden">Marking: </span>
          {tlp ? <TlpMark tlp={tlp} /> : 'no marking'}
          <span className="memo-caret" aria-hidden="true">
            ▾
          </span>
        </button>
      }
    >
      {tlpLabels.map((label) => (
        <MenuChoice key={label} checked={label === tlp} onSelect={() => onChange(label)}>
          <TlpMark tlp={label} />
        </MenuChoice>
      ))}
      <MenuChoice checked={tlp === null} onSelect={() => onChange(null)}>
        No marking
      </MenuChoice>
    </Menu>
  )
}

function StatusMenu({ status, onChange }: { status: Head['status']; onChange: (status: Head['status']) => void }) {
  return (
    <Menu
      label="Status"
      trigger={
        <button type="button" className="memo-line-button">
          <span className="visually-hidden">Status: </span>
          {status}
          <span className="memo-caret" aria-hidden="true">
            ▾
          </span>
        </button>
      }
    >
      {memoStatuses.map((one) => (
        <MenuChoice key={one} checked={one === status} onSelect={() => onChange(one)}>
          {one}
        </MenuChoice>
      ))}
    </Menu>
  )
}

/** Title and header line, edited where they stand. */
export function MemoHead({ session }: { session: MemoSession }) {
  const head = useStore(session.store, (state) => state.head)
  if (!head) return null
  const leave = () => void session.flush()
  const { audience, authors, date, tlp, status } = head
  return (
    <header className="memo-head">
      <Title session={session} title={head.title} />
      <div className="memo-line">
        <LineField
          label="To"
          name="To whom"
          placeholder="audience"
          value={audience}
          onChange={(value) => session.changeHead({ audience: value })}
          onLeave={leave}
        />
        <LineField
          label="From"
          name="From whom"
          placeholder="authors"
          value={authors}
          onChange={(value) => session.changeHead({ authors: value })}
          onLeave={leave}
        />
        <DateField date={date} onChange={(value) => session.changeHead({ date: value })} />
        <TlpMenu tlp={tlp} onChange={(value) => session.changeHead({ tlp: value })} />
        <StyleMenu style={head.citationStyle} onChange={(value) => session.changeHead({ citationStyle: value })} />
        <StatusMenu status={status} onChange={(value) => session.changeHead({ status: value })} />
        <ReviewCount session={session} />
      </div>
    </header>
  )
}
