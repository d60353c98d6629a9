// The list behind `@` and `/`: what fits what is being typed, with the one that Enter takes.
import type { EditorView } from '@tiptap/pm/view'
import { useEffect, useMemo } from 'react'
import { Keys } from '../interface/keys.tsx'
import { placeWords } from '../interface/place-words.ts'
import { MarkedText } from './cite-view.tsx'
import { sourceName } from './citation-chip.ts'
import { useFloating, type Anchor } from './floating.ts'
import type { Trigger } from './trigger-plugin.ts'
import { choose, take, useTrigger, type Choice } from './trigger-store.ts'

const listId = 'memo-choices'
const optionId = (index: number): string => `memo-choice-${index}`

/** A list that the text points at: for a screen reader the focus moves in it while the caret stays. */
function useActiveDescendant(dom: HTMLElement | undefined, active: string | null): void {
  useEffect(() => {
    if (!dom || active === null) return
    dom.setAttribute('aria-controls', listId)
    dom.setAttribute('aria-autocomplete', 'list')
    dom.setAttribute('aria-activedescendant', active)
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant']) dom.removeAttribute(name)
    }
  }, [dom, active])
}

const kindNames = { claim: 'Claim', actor: 'Actor', recommendation: 'Recommendation', note: 'Note' }

function CitationChoice({ choice }: { choice: Extract<Choice, { kind: 'citation' }> }) {
  const { hit, passage } = choice
  const [tag] = passage.tags
  return (
    <>
      <span className={`choice-kind choice-${tag?.kind ?? 'passage'}`} aria-hidden="true" />
      <span className="choice-words">
        <span className="choice-quote">
          <MarkedText text={hit.excerpt} spans={hit.marks} />
        </span>
        <small>
          {tag ? `${kindNames[tag.kind]} · ` : ''}
          {sourceName(passage)} · {placeWords(passage)}
        </small>
      </span>
    </>
  )
}

function BlockChoiceLine({ choice }: { choice: Extract<Choice, { kind: 'block' }> }) {
  const { icon: Icon, title, keys } = choice.block
  return (
    <>
      <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
      <span className="choice-words">{title}</span>
      {keys ? <Keys keys={keys} /> : null}
    </>
  )
}

function emptyWords(kind: 'citation' | 'block', query: string, answered: string | null): string {
  if (kind === 'block' || answered === null) return 'Searching …'
  if (query === '') return 'There are no passages yet. Tag one in the Reader, then cite it here.'
  return `No passage fits “${query}”.`
}

/** What was typed so far, which may have run on into another line: the list hangs below all of it. */
function anchorOf(view: EditorView, { from, to }: Trigger): Anchor {
  return {
    contextElement: view.dom,
    getBoundingClientRect() {
      const last = view.state.doc.content.size
      const start = view.coordsAtPos(Math.min(from, last), 1)
      const end = view.coordsAtPos(Math.min(to, last), -1)
      return new DOMRect(Math.min(start.left, end.left), start.top, 1, end.bottom - start.top)
    },
  }
}

/** The open list, if one is open. */
export function TriggerList() {
  const { trigger, view, choices, chosen, answered } = useTrigger()
  const anchor = useMemo(() => (view && trigger ? anchorOf(view, trigger) : null), [view, trigger])
  const panel = useFloating(anchor, 'bottom-start', 4)
  useActiveDescendant(view?.dom, trigger && choices.length > 0 ? optionId(chosen) : null)
  if (!trigger) return null
  const label = trigger.kind === 'citation' ? 'Passages to cite' : 'Blocks to insert'
  return (
    <div
      ref={panel}
      className={`floating choices choices-${trigger.kind}`}
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.length === 0 ? (
        <p className="note" role="status">
          {emptyWords(trigger.kind, trigger.query, answered)}
        </p>
      ) : (
        <div id={listId} role="listbox" aria-label={label}>
          {choices.map((choice, index) => (
            <div
              key={choice.key}
              id={optionId(index)}
              role="option"
              aria-selected={index === chosen}
              className="choice"
              onMouseMove={() => {
                if (index !== chosen) choose(index)
              }}
              onClick={() => take(choice)}
            >
              {choice.kind === 'citation' ? <CitationChoice choice={choice} /> : <BlockChoiceLine choice={choice} />}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
