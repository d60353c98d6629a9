// Beside the evidence: what the checks found, each with its reason, a jump, a fix where one is safe, and a way to set it aside.
import { closeHistory } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { CheckRule, Finding } from '../../shared/checks.ts'
import { api } from '../api.ts'
import { matchesKeys, onMac } from '../commands/keys.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { GridList } from '../interface/grid-list.tsx'
import { Keys } from '../interface/keys.tsx'
import { act } from '../notices/notices.ts'
import { rangeInBlock } from './block-places.ts'
import type { MemoSession } from './memo-session.ts'
import { useFindings } from './use-findings.ts'

const titles: Record<CheckRule, string> = {
  'uncited judgment': 'Judgment without a citation',
  'single source': 'One source',
  copies: 'Copies of one text',
  'contested claim': 'Doubted claim as fact',
  quotation: 'Quotation differs',
  citation: 'Citation does not stand',
  'likelihood and confidence': 'Likelihood and confidence',
  'mixed likelihood': 'Mixed likelihood terms',
  'vague likelihood': 'Vague likelihood',
  'loaded word': 'Loaded word',
  acronym: 'Unexplained short form',
  metadata: 'Source data missing',
}

/** Selects the words of a finding in the text and brings them into sight. */
function goToFinding(session: MemoSession, { block, start, words }: Finding): void {
  const editor = session.editor()
  const range = editor && rangeInBlock(editor.state.doc, block, start, words)
  if (!editor || !range) return
  editor.view.focus()
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, range.from, range.to)).scrollIntoView())
}

/** Puts the safe words in place of those found, as a step of undo; answers the text with them, null where nothing was done. The focus stays in the list. */
function applyFix(session: MemoSession, { block, start, fix, words }: Finding): ProseMirrorNode | null {
  const editor = session.editor()
  const range = editor && rangeInBlock(editor.state.doc, block, start, words)
  if (!editor || !range || fix === null) return null
  const { doc, tr } = editor.state
  if (doc.textBetween(range.from, range.to, '', '') !== words) return null
  editor.view.dispatch(closeHistory(tr.insertText(fix, range.from, range.to).scrollIntoView()))
  return editor.state.doc
}

function ReasonField({ session, finding, onDone }: { session: MemoSession; finding: Finding; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const keep = () => {
    void act(() => api.checks.setAside({ memo: session.memo, finding: finding.key, reason: reason.trim().slice(0, 1000) }))
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keep()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="checks-reason">
      <input
        className="text-field"
        aria-label={`Why “${titles[finding.rule]}” is set aside`}
        placeholder="Why it does not stand here"
        maxLength={1000}
        value={reason}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for by a key and is gone after one
        autoFocus
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button look="outlined" onClick={keep}>
        Set aside
      </Button>
      <Button onClick={onDone}>Cancel</Button>
    </div>
  )
}

function FindingLine({ finding }: { finding: Finding }) {
  return (
    <div className={finding.setAside === null ? 'finding' : 'finding finding-aside'}>
      <span className="finding-rule">{titles[finding.rule]}</span>
      <span className="finding-words">{finding.words}</span>
      <span className="finding-why">
        {finding.setAside === null ? finding.explanation : `Set aside${finding.setAside === '' ? '' : `: ${finding.setAside}`}`}
        {finding.fix !== null && finding.setAside === null ? <b> F: “{finding.fix}”</b> : null}
      </span>
    </div>
  )
}

function List({ session, findings }: { session: MemoSession; findings: Finding[] }) {
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Finding | null>(null)
  const [asking, setAsking] = useState<Finding | null>(null)
  const back = () => {
    setAsking(null)
    box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  const standing = chosen && findings.find(({ key }) => key === chosen.key)
  const decide = (finding: Finding) => {
    if (finding.setAside === null) setAsking(finding)
    else void act(() => api.checks.takeUp({ memo: session.memo, finding: finding.key }))
  }
  const fixed = useRef<ProseMirrorNode | null>(null)
  const fix = (finding: Finding) => (fixed.current = applyFix(session, finding))
  /** Takes the fix back that was the last that was done to the text; false where it was not, and undo is the workspace's. */
  const unfix = (): boolean => {
    const editor = session.editor()
    if (!editor || !fixed.current?.eq(editor.state.doc)) return false
    fixed.current = null
    return editor.commands.undo()
  }
  // Before the list's type-ahead, which would take the letters.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (asking) return
    if (matchesKeys(event.nativeEvent, 'Mod+Z', onMac)) {
      if (!unfix()) return
    } else if (!standing || event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'f' && standing.fix !== null) fix(standing)
    else if (key === 'x') decide(standing)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={box} className="checks-list" id="memo-checks" onKeyDownCapture={onKeyDownCapture}>
      <GridList
        label="Findings"
        rows={findings}
        keyOf={({ key }) => key}
        textOf={({ rule, words }) => `${titles[rule]}: ${words}`}
        rowHeight={48}
        onOpen={(finding) => goToFinding(session, finding)}
        onPreview={() => undefined}
        onDelete={([finding]) => finding && decide(finding)}
        onChoose={([finding]) => setChosen(finding ?? null)}
      >
        {(finding) => <FindingLine finding={finding} />}
      </GridList>
      {asking ? (
        <ReasonField session={session} finding={asking} onDone={back} />
      ) : (
        <p className="checks-keys">
          <Button disabled={!standing} onClick={() => standing && goToFinding(session, standing)}>
            Go to it <Keys keys="Enter" />
          </Button>
          <Button disabled={!standing?.fix} onClick={() => standing && fix(standing)}>
            Fix <Keys keys="f" />
          </Button>
          <Button disabled={!standing} onClick={() => standing && decide(standing)}>
            {standing && standing.setAside !== null ? 'Take up again' : 'Set aside …'} <Keys keys="x" />
          </Button>
        </p>
      )}
    </div>
  )
}

/** The footer `Checks n`: closed it is a line, open a list. Nothing is ever blocked by it. */
export function Checks({ session }: { session: MemoSession }) {
  const findings = useFindings(session)
  const [open, setOpen] = useState(false)
  const standing = findings.filter(({ setAside }) => setAside === null).length
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <footer className="evidence" aria-label="Checks">
      <button
        type="button"
        className="evidence-head"
        aria-expanded={open}
        aria-controls={open ? 'memo-checks' : undefined}
        onClick={() => setOpen(!open)}
      >
        <Chevron size={14} strokeWidth={1.5} aria-hidden="true" />
        <b>Checks {standing}</b>
        {standing < findings.length ? <span className="note">{findings.length - standing} set aside</span> : null}
      </button>
      <span role="status" className="visually-hidden">
        {standing > 0 ? counted(standing, 'finding') : ''}
      </span>
      {open && findings.length > 0 ? <List session={session} findings={findings} /> : null}
      {open && findings.length === 0 ? <p className="note">Nothing to look at.</p> : null}
    </footer>
  )
}
