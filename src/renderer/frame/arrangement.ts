// Where the panes stand: pure arithmetic from the window's size and what the user chose.
import type { Pane } from '../desk/desk-store.ts'

export interface ArrangementInput {
  /** The room for panes, in CSS pixels. */
  width: number
  height: number
  collapsed: readonly Pane[]
  /** The text pane that stays when there is no room for both. */
  front: 'reader' | 'memo'
  /** Focus mode: the one pane that shows. */
  focused: Pane | null
  /** What the user dragged: `library`, `inspector`, `inspectorHeight` in pixels, `memo` as a share of both texts. */
  sizes: Readonly<Record<string, number>>
}

/** One border that can be moved; it lies on an edge of the pane `area`. Values are pixels of that pane. */
export interface Border {
  id: 'library' | 'inspector' | 'inspectorHeight' | 'memo'
  label: string
  area: Pane
  side: 'left' | 'right' | 'top'
  value: number
  min: number
  max: number
  /** What the value is divided by to be kept in `sizes`: 1, or the room of both texts for a share of it. */
  scale: number
}

export interface Arrangement {
  /** Values of `grid-template-*`. */
  areas: string
  columns: string
  rows: string
  visible: Pane[]
  borders: Border[]
}

/** From this width the Inspector stands beside the Reader. */
export const wideWindow = 1700
/** Below this width only one of Reader and Memo shows. */
export const narrowWindow = 900
/** Below this width only one pane shows at all. */
export const tinyWindow = 560

const side = { least: 224, usual: 272, most: 480 }
const aside = { least: 260, usual: 320, most: 560 }
const below = { least: 120, above: 180 }
const text = { least: 300 }
const clamp = (value: number, least: number, most: number): number =>
  Math.round(Math.max(least, Math.min(value, Math.max(least, most))))

/** Which panes show: what is not collapsed, as far as there is room; never none. */
export function visiblePanes(input: ArrangementInput): Pane[] {
  if (input.focused) return [input.focused]
  const open = (['library', 'reader', 'memo', 'inspector'] as const).filter((pane) => !input.collapsed.includes(pane))
  const other = input.front === 'reader' ? 'memo' : 'reader'
  if (open.length === 0) return [input.front]
  if (input.width < tinyWindow) return [open.includes(input.front) ? input.front : (open[0] as Pane)]
  const both = open.includes('reader') && open.includes('memo')
  return input.width < narrowWindow && both ? open.filter((pane) => pane !== other) : open
}

interface Measures {
  /** What fills the side column from the top; null for no column. */
  column: 'library' | 'inspector' | null
  columnWidth: number
  /** The Inspector's own column beside the Reader. */
  beside: boolean
  asideWidth: number
  /** The Inspector under the Library. */
  split: boolean
  height: number
  /** Pixels for Reader and Memo together, and for the Memo where both show. */
  room: number
  memoWidth: number
}

function measure(input: ArrangementInput, visible: readonly Pane[]): Measures {
  const { width, height, sizes } = input
  const inspector = visible.includes('inspector')
  const beside = inspector && width >= wideWindow && visible.includes('reader')
  const column = visible.includes('library') ? 'library' : inspector && !beside ? 'inspector' : null
  const columnWidth = column ? clamp(sizes.library ?? side.usual, side.least, Math.min(side.most, width / 3)) : 0
  const asideWidth = beside ? clamp(sizes.inspector ?? aside.usual, aside.least, Math.min(aside.most, width / 4)) : 0
  const room = width - columnWidth - asideWidth
  return {
    column,
    columnWidth,
    beside,
    asideWidth,
    split: column === 'library' && inspector && !beside,
    height: clamp(sizes.inspectorHeight ?? height * 0.44, below.least, height - below.above),
    room,
    memoWidth: clamp((sizes.memo ?? 0.43) * room, text.least, room - text.least),
  }
}

/** The grid of the panes and the borders between them. */
export function arrange(input: ArrangementInput): Arrangement {
  const visible = visiblePanes(input)
  const texts = visible.filter((pane) => pane === 'reader' || pane === 'memo')
  if (texts.length === 0) return withoutTexts(visible, input)
  const measures = measure(input, visible)
  const columns: [area: Pane, width: string][] = []
  if (measures.column) columns.push([measures.column, `${measures.columnWidth}px`])
  if (visible.includes('reader')) columns.push(['reader', 'minmax(0, 1fr)'])
  if (measures.beside) columns.push(['inspector', `${measures.asideWidth}px`])
  if (visible.includes('memo')) columns.push(['memo', texts.length === 2 ? `${measures.memoWidth}px` : 'minmax(0, 1fr)'])
  const top = columns.map(([area]) => area).join(' ')
  return {
    areas: measures.split ? `"${top}" "${top.replace('library', 'inspector')}"` : `"${top}"`,
    columns: columns.map(([, width]) => width).join(' '),
    rows: measures.split ? `minmax(0, 1fr) ${measures.height}px` : 'minmax(0, 1fr)',
    visible,
    borders: bordersOf(input, measures, texts.length === 2),
  }
}

function bordersOf({ width, height }: ArrangementInput, measures: Measures, bothTexts: boolean): Border[] {
  const borders: Border[] = []
  if (measures.column) {
    const range = { value: measures.columnWidth, min: side.least, max: Math.round(Math.min(side.most, width / 3)) }
    borders.push({ id: 'library', label: 'Width of the side column', area: measures.column, side: 'right', ...range, scale: 1 })
  }
  if (measures.split) {
    const range = { value: measures.height, min: below.least, max: Math.round(height - below.above) }
    borders.push({ id: 'inspectorHeight', label: 'Height of the Inspector', area: 'inspector', side: 'top', ...range, scale: 1 })
  }
  if (measures.beside) {
    const range = { value: measures.asideWidth, min: aside.least, max: Math.round(Math.min(aside.most, width / 4)) }
    borders.push({ id: 'inspector', label: 'Width of the Inspector', area: 'inspector', side: 'left', ...range, scale: 1 })
  }
  if (bothTexts) {
    const range = { value: measures.memoWidth, min: text.least, max: Math.max(text.least, measures.room - text.least) }
    borders.push({ id: 'memo', label: 'Width of the Memo', area: 'memo', side: 'left', ...range, scale: measures.room })
  }
  return borders
}

/** Library and Inspector alone share the window side by side. */
function withoutTexts(visible: Pane[], input: ArrangementInput): Arrangement {
  const both = visible.length === 2
  const width = clamp(input.sizes.library ?? side.usual, side.least, input.width / 2)
  return {
    areas: `"${visible.join(' ')}"`,
    columns: both ? `${width}px minmax(0, 1fr)` : 'minmax(0, 1fr)',
    rows: 'minmax(0, 1fr)',
    visible,
    borders: [],
  }
}
