// The dossier of an actor as a page to read: who it is, what it says, what is said of it and asked of it, where and when.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Dossier as DossierData, DossierLine, DossierSection, DossierSource, NamedItem } from '../../shared/actors.ts'
import type { BoardPage } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { removeRows } from '../board/items-actions.ts'
import { ItemsBar } from '../board/items-bar.tsx'
import { toggleItem, useItemsInHand } from '../board/items-in-hand.ts'
import { useCommands, type Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { counted } from '../interface/counted.ts'
import { linkable } from '../links/linking.ts'
import { useCall } from '../queries.ts'
import { findMentionsOf } from './mentions-store.ts'
import { openDossier } from './actor-commands.ts'
import { useActorsInHand } from './actors-in-hand.ts'
import './dossier.css'

/** How many lines of a section show before one asks for the others. */
const shownAtFirst = 12

export function DossierTitle({ about }: { about: Id | null }) {
  const { data } = useCall('actors', 'dossier', about ? { actor: about } : null)
  return data?.actor === about ? data?.name : 'Dossier'
}

export function Dossier({ about }: { about: Id | null }) {
  const { data, error } = useCall('actors', 'dossier', about ? { actor: about } : null)
  if (error || !about) return <Gone about={about} message={error?.message ?? 'This page has no actor.'} />
  if (data?.actor !== about) return null
  return <DossierPage key={about} dossier={data} />
}

function Gone({ about, message }: { about: Id | null; message: string }) {
  return (
    <div className="reader-empty" role="alert">
      <p>{message}</p>
      <Button look="outlined" onClick={() => useDesk.getState().closePage({ kind: 'dossier', about })}>
        Close this tab
      </Button>
    </div>
  )
}

function DossierPage({ dossier }: { dossier: DossierData }) {
  const { actor, name, comment, says, saidOf, asked, proposes, sources, beside } = dossier
  useEffect(() => {
    useActorsInHand.setState({ page: { item: actor, name } })
    return () => useActorsInHand.setState({ page: null })
  }, [actor, name])
  useCommands(dossierCommands)
  const page = useRef<HTMLElement>(null)
  // The page is asked for before it is read: a pane that waits for it with the keyboard hands that on.
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body || activeElement === page.current?.closest('[data-pane]')) page.current?.focus({ preventScroll: true })
  }, [])
  const empty = [says, saidOf, asked, proposes].every(({ total }) => total === 0)
  return (
    <div className="dossier-page">
      <div className="reader-scroller">
        <article ref={page} className="dossier" aria-labelledby="dossier-title" tabIndex={0} data-pane-focus onKeyDown={onKeyDown}>
          <Head dossier={dossier} />
          {comment ? <p className="dossier-comment">{comment}</p> : null}
          <Statements of="claims" title="Says" section={says} />
          <Statements of="claims" title="Said of it" section={saidOf} note="Claims of others in sentences that mention it" />
          <Statements of="recommendations" title="Is asked to" section={asked} />
          <Statements of="recommendations" title="Proposes" section={proposes} />
          {empty ? <p className="dossier-empty">No claim or recommendation names {name} yet. Choose it as speaker or addressee, or tag claims in sentences that mention it.</p> : null}
          <Sources sources={sources} name={name} actor={actor} />
          {beside.length > 0 ? (
            <section>
              <h2>Mentioned beside</h2>
              <p className="dossier-names">
                {beside.map(({ item, name: other, paragraphs }) => (
                  <span key={item}>
                    <ActorLink item={item} name={other} /> <small title={counted(paragraphs, 'paragraph')}>{paragraphs.toLocaleString()}</small>
                  </span>
                ))}
              </p>
            </section>
          ) : null}
        </article>
      </div>
      {empty ? null : <ItemsBar hint="X or a box chooses a line" />}
    </div>
  )
}

/** Arrow keys, J and K go from line to line, with Shift choosing each that one comes to; Delete deletes what is chosen. */
function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { rows, of } = useItemsInHand.getState()
  if (event.key === 'Delete' && rows.length > 0) {
    event.preventDefault()
    return void removeRows(rows, of)
  }
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (step === undefined) return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.dossier-line')]
  const at = lines.findIndex((line) => line === document.activeElement)
  const next = at < 0 ? (step > 0 ? lines[0] : undefined) : lines[at + step]
  if (event.shiftKey) for (const each of [lines[at], next]) chooseLine(each)
  event.preventDefault()
  event.stopPropagation()
  next?.focus()
}

const boxInFocus = (): HTMLInputElement | null => document.activeElement?.closest('.dossier-choice')?.querySelector<HTMLInputElement>('.chosen-box') ?? null

const dossierCommands: Command[] = [
  { name: 'dossier.choose', title: 'Choose the line of the dossier, or let it go', group: 'Tag', keys: ['x'], place: 'reader', enabled: () => boxInFocus() !== null, run: () => boxInFocus()?.click() },
]

/** Takes a line's item in hand, besides those that are there. */
function chooseLine(line: HTMLElement | undefined): void {
  const box = line?.closest('li')?.querySelector<HTMLInputElement>('.chosen-box')
  if (box && !box.checked) box.click()
}

const list = (names: readonly ReactNode[]) => names.flatMap((name, at) => (at === 0 ? [name] : [', ', name]))

function ActorLink({ item, name }: NamedItem) {
  return (
    <button type="button" className="dossier-link" onClick={() => openDossier(item)}>
      {name}
    </button>
  )
}

function Head({ dossier: { actor, name, fields, memberOf, members } }: { dossier: DossierData }) {
  const { actorKind, role, affiliation, aliases } = fields
  const links = (named: readonly NamedItem[]) => list(named.map((one) => <ActorLink key={one.item} {...one} />))
  return (
    <header className="dossier-head">
      <h1 id="dossier-title" dir="auto">
        {name}
      </h1>
      <p className="dossier-facts">
        <span>{[actorKind, role].filter(Boolean).join(', ') || 'Kind and role not given'}</span>
        {memberOf.length > 0 ? <span>Member of {links(memberOf)}</span> : affiliation ? <span>{affiliation}</span> : null}
        <button type="button" className="dossier-link" onClick={() => showInInspector(actor)}>
          Edit
        </button>
      </p>
      {aliases.length > 0 ? <p className="dossier-facts">Also {aliases.join(', ')}</p> : null}
      {members.length > 0 ? <p className="dossier-facts">Members: {links(members)}</p> : null}
    </header>
  )
}

function showInInspector(item: Id): void {
  useDesk.getState().select({ kind: 'item', id: item })
  useDesk.getState().show('inspector')
}

function Statements({ of, title, section: { total, lines }, note }: { of: BoardPage; title: string; section: DossierSection; note?: string }) {
  const [all, setAll] = useState(false)
  const rows = useItemsInHand((state) => state.rows)
  if (total === 0) return null
  const chosen = new Set(rows.map(({ id }) => id))
  const shown = all ? lines : lines.slice(0, shownAtFirst)
  return (
    <section>
      <h2>
        {title} <span className="numbers">{total.toLocaleString()}</span>
      </h2>
      {note ? <p className="note dossier-note">{note}</p> : null}
      <ul>
        {shown.map((line) => (
          <li key={line.item} className="dossier-choice" data-chosen={chosen.has(line.item)}>
            <input type="checkbox" className="chosen-box" tabIndex={-1} aria-label={`Choose “${line.statement.slice(0, 80)}”`} checked={chosen.has(line.item)} onChange={() => toggleItem(of, { id: line.item, name: line.statement })} />
            <Line line={line} />
          </li>
        ))}
      </ul>
      {shown.length < lines.length ? (
        <Button look="outlined" onClick={() => setAll(true)}>
          Show {(lines.length - shown.length).toLocaleString()} more
        </Button>
      ) : null}
      {all && lines.length < total ? <p className="note">The newest {lines.length.toLocaleString()} are listed.</p> : null}
    </section>
  )
}

/** Opens the passage; what has none is shown in the Inspector. */
function Line({ line }: { line: DossierLine }) {
  const { item, statement, speaker, stance, status, instrument, credibility, passage, source, sourceTitle, issued, reliability } = line
  const open = () => {
    useDesk.getState().select({ kind: 'item', id: item })
    if (passage && source) useDesk.getState().openSource(source, { passage })
    else useDesk.getState().show('inspector')
  }
  const facts = [speaker, stance, status === 'open' ? null : status, instrument, credibility ? `credibility ${credibility}` : null]
  const place = sourceTitle === null ? ['no passage'] : [sourceTitle || 'Untitled', issued ? showPartialDate(issued) : 'no date', reliability ? `reliability ${reliability}` : null]
  return (
    <button type="button" className="dossier-line" {...linkable(item)} onClick={open}>
      <span className="dossier-statement" dir="auto">
        {statement}
      </span>
      <span className="dossier-line-facts">{[...facts, ...place].filter(Boolean).join(' · ')}</span>
    </button>
  )
}

/** The sources by their date, as a small timeline; those without a date stand last. */
function Sources({ sources, name, actor }: { sources: readonly DossierSource[]; name: string; actor: Id }) {
  return (
    <section>
      <h2>
        Sources over time <span className="numbers">{sources.length.toLocaleString()}</span>
      </h2>
      {sources.length === 0 ? (
        <div className="dossier-empty">
          <p>No passage mentions {name} yet.</p>
          <Button look="outlined" onClick={() => findMentionsOf(actor, name)}>
            Find all mentions…
          </Button>
        </div>
      ) : (
        <ol className="dossier-timeline">
          {sources.map(({ source, title, issued, reliability, mentions, passage }) => (
            <li key={source}>
              <button type="button" className="dossier-line" onClick={() => useDesk.getState().openSource(source, { passage })}>
                <span className="dossier-date numbers">{issued ? showPartialDate(issued) : 'no date'}</span>
                <span>
                  <span className="dossier-statement" dir="auto">
                    {title || 'Untitled'}
                  </span>
                  <span className="dossier-line-facts">{[counted(mentions, 'mention'), reliability ? `reliability ${reliability}` : null].filter(Boolean).join(' · ')}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
