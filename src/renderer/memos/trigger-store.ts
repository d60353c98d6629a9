// What the list behind `@` or `/` holds, and what its keys do.
import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { create } from 'zustand'
import type { PassageDetail } from '../../shared/passages.ts'
import type { SearchHit } from '../../shared/search.ts'
import { api } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { blocksFor, type BlockAction } from './format-actions.ts'
import { citationOf, citeInPlace } from './insert-citation.ts'
import { knownPassage, learnPassages } from './passage-book.ts'
import { insertQuotation } from './quotation-node.ts'
import { quoting } from './quoting.ts'
import { closeTrigger, type Trigger, type TriggerListener } from './trigger-plugin.ts'

/** A line of the list. A hit comes with its passage, so that Enter has nothing to wait for. */
export type Choice =
  | { kind: 'citation'; key: string; hit: SearchHit; passage: PassageDetail }
  | { kind: 'block'; key: string; block: BlockAction }

interface TriggerState {
  trigger: Trigger | null
  view: EditorView | null
  choices: Choice[]
  chosen: number
  /** The query that the choices answer; null while the first answer is awaited. */
  answered: string | null
}

const closed: TriggerState = { trigger: null, view: null, choices: [], chosen: 0, answered: null }

export const useTrigger = create<TriggerState>(() => closed)

const most = 12

/** TipTap keeps the editor on its element. */
const editorOf = (view: EditorView): Editor | undefined => (view.dom as HTMLElement & { editor?: Editor }).editor

/** Passages for a query; hits without a passage cannot be cited and are left out. */
async function citable(query: string): Promise<Choice[]> {
  const hits = await api.search.citable({ text: query, limit: most })
  await learnPassages(hits.flatMap(({ passage }) => passage ?? []))
  return hits.flatMap((hit): Choice[] => {
    const passage = hit.passage === null ? null : knownPassage(hit.passage)
    return passage ? [{ kind: 'citation', key: `${hit.ref} ${passage.id}`, hit, passage }] : []
  })
}

function show(choices: Choice[], query: string): void {
  const { trigger, view } = useTrigger.getState()
  useTrigger.setState({ choices, chosen: 0, answered: query })
  // Prose after an `@` that finds nothing is prose: the list gets out of the way.
  if (choices.length === 0 && trigger && view && /\s/.test(query)) closeTrigger(view)
}

function search(query: string): void {
  citable(query)
    .then((choices) => {
      // The answer to an older question comes too late.
      if (useTrigger.getState().trigger?.query === query) show(choices, query)
    })
    .catch(showError)
}

function changed(trigger: Trigger | null, view: EditorView): void {
  const before = useTrigger.getState()
  if (!trigger) {
    quoting.wanted = false
    return useTrigger.setState(closed)
  }
  const isSame = before.trigger?.kind === trigger.kind && before.trigger.query === trigger.query
  useTrigger.setState({ ...(before.trigger?.kind === trigger.kind ? before : closed), trigger, view })
  if (isSame) return
  if (trigger.kind === 'citation') return search(trigger.query)
  const choices = blocksFor(trigger.query).map((block): Choice => ({ kind: 'block', key: block.name, block }))
  if (choices.length === 0) closeTrigger(view)
  else show(choices, trigger.query)
}

/** Puts a choice in the place of what was typed to find it. */
export function take(choice: Choice): void {
  const { trigger, view } = useTrigger.getState()
  if (!trigger || !view) return
  if (choice.kind === 'citation') {
    const put = quoting.wanted ? insertQuotation : citeInPlace
    const change = put(view.state, trigger.from, trigger.to, citationOf(choice.passage))
    view.dispatch(change.scrollIntoView())
  } else {
    view.dispatch(view.state.tr.delete(trigger.from, trigger.to))
    const editor = editorOf(view)
    if (editor) choice.block.run(editor)
  }
  view.focus()
}

/** Marks a line as the one that Enter takes. */
export const choose = (chosen: number): void => useTrigger.setState({ chosen })

/** A list that has not answered yet, or has nothing, takes no keys but Escape. */
function key(event: KeyboardEvent, view: EditorView): boolean {
  const { choices, chosen } = useTrigger.getState()
  if (event.key === 'Escape') {
    closeTrigger(view)
    return true
  }
  if (choices.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false
  const last = choices.length - 1
  if (event.key === 'ArrowDown') choose(chosen === last ? 0 : chosen + 1)
  else if (event.key === 'ArrowUp') choose(chosen === 0 ? last : chosen - 1)
  else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
    const choice = choices[chosen]
    if (choice) take(choice)
  } else return false
  return true
}

export const triggerListener: TriggerListener = { changed, key }
