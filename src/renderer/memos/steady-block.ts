// The paragraph one types in keeps its height from line to line, so that a letter lays out this paragraph alone.
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** From so many blocks on, a text counts as long: blocks out of sight are not laid out, and the one in hand is kept steady. */
export const longText = 150

/** In milliseconds: how long a pause in typing is until the paragraph takes its height from its words again. */
const pause = 1000

/** A top block that is kept steady: where it begins, and its height in CSS pixels. */
interface Steady {
  at: number
  height: number
}

const key = new PluginKey<Steady | null>('steadyBlock')

/** Where the top block with the caret begins, if it is a line of text that can be kept steady; null if not. */
function blockInHand({ selection, doc }: EditorState): number | null {
  const { $head, empty } = selection
  if (!empty || doc.childCount <= longText || $head.depth !== 1) return null
  return ['paragraph', 'heading'].includes($head.parent.type.name) ? $head.before(1) : null
}

const elementAt = (view: EditorView, at: number): HTMLElement | null => {
  const dom = view.nodeDOM(at)
  return dom instanceof HTMLElement ? dom : null
}

/** How high the words of an element stand, whatever height it was given. */
function heightOfWords(element: HTMLElement): number {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect().height
}

/** What the plugin's view does for one editor. */
function steadying(view: EditorView): { update: (view: EditorView, before: EditorState) => void; destroy: () => void } {
  /** Of the block that is kept steady: how high its words stood when it was measured. */
  let words = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = (steady: Steady | null): void => view.dispatch(view.state.tr.setMeta(key, steady))
  const release = (): void => {
    if (!view.isDestroyed && key.getState(view.state)) keep(null)
  }
  const measure = (at: number): void => {
    const element = elementAt(view, at)
    if (!element) return
    words = heightOfWords(element)
    keep({ at, height: element.getBoundingClientRect().height })
  }
  return {
    update({ state, composing }, before) {
      if (state.doc === before.doc) return
      clearTimeout(timer)
      timer = setTimeout(release, pause)
      if (composing) return
      const at = blockInHand(state)
      const steady = key.getState(state)
      if (steady) {
        const element = elementAt(view, steady.at)
        if (steady.at === at && element && Math.abs(heightOfWords(element) - words) < 1) return
        keep(null)
      }
      if (at !== null) measure(at)
    },
    destroy: () => clearTimeout(timer),
  }
}

/**
 * Keeps the height of the paragraph or heading that is typed in while a long text is written. A browser lays out anew
 * everything around an element whose height may have changed, and at 100,000 words that is more than half of what a
 * letter costs; it need not where the height is given. A line more or less, and a pause, give it anew.
 */
export const steadyBlock = (): Plugin =>
  new Plugin<Steady | null>({
    key,
    state: {
      init: () => null,
      apply(change, steady) {
        const told = change.getMeta(key) as Steady | null | undefined
        if (told !== undefined) return told
        if (!steady || !change.docChanged) return steady
        const { pos, deleted } = change.mapping.mapResult(steady.at, -1)
        return deleted || change.doc.nodeAt(pos) === null ? null : { ...steady, at: pos }
      },
    },
    props: {
      handleDOMEvents: {
        // Attributes of what a composition stands in are left alone until it has ended.
        compositionstart(view) {
          if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, null))
          return false
        },
      },
      decorations(state) {
        const steady = key.getState(state)
        const block = steady && state.doc.nodeAt(steady.at)
        if (!steady || !block) return null
        return DecorationSet.create(state.doc, [
          Decoration.node(steady.at, steady.at + block.nodeSize, { class: 'memo-steady', style: `height: ${steady.height}px` }),
        ])
      },
    },
    view: steadying,
  })
