// `@` and `/` in the text: notices when one is typed, and what follows it, until it is used or left.
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** An open trigger: `citation` after `@`, `block` after `/` that begins a paragraph. Positions are the document's. */
export interface Trigger {
  kind: 'citation' | 'block'
  from: number
  to: number
  query: string
}

/** Who shows the list. `key` is asked about every key while a trigger is open; true means that it was used. */
export interface TriggerListener {
  changed: (trigger: Trigger | null, view: EditorView) => void
  key: (event: KeyboardEvent, view: EditorView) => boolean
}

const key = new PluginKey<Trigger | null>('trigger')

/** How far back from the caret a trigger is looked for, in characters. */
const reach = 120

/** After a letter or digit an `@` belongs to an address; after anything else it is meant for us. */
const citationPattern = /(?:^|[^\p{L}\p{N}_@/+-])@((?! )[^@\ufffc\n]{0,100})$/u
const blockPattern = /^\/([\p{L}\d ]{0,24})$/u

/** The trigger that the caret stands behind, if any, whether or not it is open. */
export function triggerAt({ selection }: EditorState): Trigger | null {
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { $from } = selection
  const { parent, parentOffset } = $from
  if (!parent.isTextblock || parent.type.spec.code) return null
  const before = parent.textBetween(Math.max(0, parentOffset - reach), parentOffset, null, '\ufffc')
  const made = (kind: Trigger['kind'], query: string): Trigger => ({
    kind,
    from: $from.pos - query.length - 1,
    to: $from.pos,
    query,
  })
  const cited = citationPattern.exec(before)
  if (cited) return made('citation', cited[1] ?? '')
  const blocked = parentOffset === before.length ? blockPattern.exec(before) : null
  return blocked && parent.type.name === 'paragraph' ? made('block', blocked[1] ?? '') : null
}

/** Where the first change of a transaction begins in its resulting document. */
function firstChange(change: Transaction): number {
  let first = Number.POSITIVE_INFINITY
  for (const [index, map] of change.mapping.maps.entries()) {
    map.forEach((_oldStart, _oldEnd, newStart) => {
      first = Math.min(first, change.mapping.slice(index + 1).map(newStart, -1))
    })
  }
  return first
}

const isTyping = (change: Transaction): boolean =>
  change.docChanged && !change.getMeta('paste') && !change.getMeta('history$') && change.getMeta('uiEvent') === undefined

/** A trigger opens when its character is typed, and stays open while the caret stays behind it. */
function nextTrigger(change: Transaction, open: Trigger | null, state: EditorState): Trigger | null {
  if (change.getMeta(key) === 'close') return null
  if (!change.docChanged && !change.selectionSet) return open
  const found = triggerAt(state)
  if (!found) return null
  const stayed = open !== null && open.kind === found.kind && change.mapping.map(open.from) === found.from
  return stayed || (isTyping(change) && firstChange(change) <= found.from) ? found : null
}

/** The trigger that is open now. */
export const openTrigger = (state: EditorState): Trigger | null => key.getState(state) ?? null

/** Closes an open trigger and leaves what was typed. */
export const closeTrigger = (view: EditorView): void => {
  if (openTrigger(view.state)) view.dispatch(view.state.tr.setMeta(key, 'close'))
}

/** The plugin; one listener draws the list and handles its keys. */
export function triggerPlugin(listener: TriggerListener): Plugin {
  return new Plugin<Trigger | null>({
    key,
    state: {
      init: () => null,
      apply: (change, open, _before, state) => nextTrigger(change, open, state),
    },
    props: {
      handleKeyDown: (view, event) =>
        openTrigger(view.state) !== null && !event.isComposing && listener.key(event, view),
      handleDOMEvents: {
        blur: (view) => {
          closeTrigger(view)
          return false
        },
      },
    },
    view: () => ({
      update(view, before) {
        const now = openTrigger(view.state)
        if (now !== openTrigger(before)) listener.changed(now, view)
      },
    }),
  })
}
