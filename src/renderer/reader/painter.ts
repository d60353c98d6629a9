// Paints spans with the CSS Custom Highlight API: named sets of ranges that change no node of the page.
import type { Span } from '../../shared/passages.ts'
import { sameSpans } from './passage-index.ts'

/** The order in which highlights lie over each other; passages lie between selection and search. */
const priorities: Record<string, number> = { 'reader-selection': -1, 'reader-match': 90, 'reader-match-current': 91, 'reader-flash': 92 }

/** Paints the highlights of one text. */
export interface Painter {
  /** Shows a highlight over these spans and nowhere else. */
  set(name: string, spans: readonly Span[]): void
  /** Shows these passage highlights, and none besides them. */
  setLayers(layers: ReadonlyMap<string, readonly Span[]>): void
  /** Takes every highlight off the page. */
  clear(): void
}

/** Any change makes the browser lay its markers anew for every range on the page, so what is unchanged is left alone. */
export function createPainter(rangeOf: (span: Span) => Range | null): Painter {
  const shown = new Map<string, { highlight: Highlight; spans: readonly Span[] }>()
  let layerNames = new Set<string>()

  const remove = (name: string): void => {
    CSS.highlights.delete(name)
    shown.delete(name)
  }
  const set = (name: string, spans: readonly Span[]): void => {
    const known = shown.get(name)
    if (known && sameSpans(known.spans, spans)) return
    if (spans.length === 0) return known ? remove(name) : undefined
    const highlight = new Highlight(...spans.map(rangeOf).filter((range) => range !== null))
    highlight.priority = priorities[name] ?? 0
    CSS.highlights.set(name, highlight)
    shown.set(name, { highlight, spans })
  }
  return {
    set,
    setLayers(layers) {
      for (const name of layerNames) if (!layers.has(name)) remove(name)
      for (const [name, spans] of layers) set(name, spans)
      layerNames = new Set(layers.keys())
    },
    clear() {
      for (const name of shown.keys()) remove(name)
      layerNames.clear()
    },
  }
}
