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

/** A highlight that is on the page, and the range of each of its spans by `keyOf`. */
interface Shown {
  highlight: Highlight
  spans: readonly Span[]
  ranges: ReadonlyMap<string, Range>
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`

/** Any change makes the browser lay its markers anew for every range on the page, so what is unchanged is left alone. */
export function createPainter(rangeOf: (span: Span) => Range | null): Painter {
  const shown = new Map<string, Shown>()
  let layerNames = new Set<string>()

  const remove = (name: string): void => {
    CSS.highlights.delete(name)
    shown.delete(name)
  }
  const rangesOf = (spans: readonly Span[], known: Shown | undefined): Map<string, Range> => {
    const ranges = new Map<string, Range>()
    for (const span of spans) {
      const key = keyOf(span)
      const range = known?.ranges.get(key) ?? rangeOf(span)
      if (range) ranges.set(key, range)
    }
    return ranges
  }
  const set = (name: string, spans: readonly Span[]): void => {
    const known = shown.get(name)
    if (known && sameSpans(known.spans, spans)) return
    if (spans.length === 0) return known ? remove(name) : undefined
    const ranges = rangesOf(spans, known)
    const highlight = known?.highlight ?? new Highlight()
    // Measured: to make a range costs more than all else here, and most of a highlight stays when it changes.
    for (const [key, range] of known?.ranges ?? []) if (!ranges.has(key)) highlight.delete(range)
    for (const [key, range] of ranges) if (!known?.ranges.has(key)) highlight.add(range)
    shown.set(name, { highlight, spans, ranges })
    if (known) return
    highlight.priority = priorities[name] ?? 0
    CSS.highlights.set(name, highlight)
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
