// What stands in the margins: brackets by kind, counts of citations, remarks and numbers of pages, made once for each.
import type { PageStart } from '../../shared/blocks.ts'
import type { PassageMark, Span } from '../../shared/passages.ts'
import { hullOf, type PaintedPassage } from './highlight-layers.ts'

/** An element of the margin and the stretch of text it stands beside. */
export interface MarginMark {
  key: string
  of: PassageMark | PageStart
  element: HTMLElement
  span: Span
  bracket: boolean
  /** What of a bracket stands beside the segments of a discontinuous passage; the bracket itself joins them. */
  parts?: { element: HTMLElement; span: Span }[]
}

/** What the margins are to show, in reading order. */
export interface MarginContent {
  painted: readonly PaintedPassage[]
  pages: readonly PageStart[]
}

const kindNames = { claim: 'Claim', actor: 'Actor', recommendation: 'Recommendation', note: 'Note' }

/** A mark that is wanted: `of` is what it was made of, so that it is made anew only when that is another object. */
interface Wanted {
  key: string
  of: PassageMark | PageStart
  make(): Omit<MarginMark, 'key' | 'of'>
}

/** The marks for these passages and pages; those that are known of the very same ones stay as they are. */
export function marksOf({ painted, pages }: MarginContent, known: readonly MarginMark[]): MarginMark[] {
  const byKey = new Map(known.map((mark) => [mark.key, mark]))
  const passages = [...new Set(painted.map(({ passage }) => passage))]
  const wanted = [...bracketsOf(painted), ...countsOf(passages), ...remarksOf(passages), ...pages.map(pageMark)]
  return wanted.map(({ key, of, make: makeOne }) => {
    const mark = byKey.get(key)
    return mark?.of === of ? mark : { key, of, ...makeOne() }
  })
}

function bracketsOf(painted: readonly PaintedPassage[]): Wanted[] {
  // Actors are named so often that brackets for them would fill the margin and say nothing.
  const shown = painted.filter(({ paint }) => paint !== 'actor' && paint !== 'cited')
  return shown.map(({ passage, paint }) => ({
    key: `bracket ${paint} ${passage.id}`,
    of: passage,
    make() {
      const element = make('reader-bracket', describe(passage))
      element.draggable = true
      element.dataset.paint = paint
      element.dataset.passage = passage.id
      return { element, span: hullOf(passage), bracket: true, ...partsOf(element, passage) }
    },
  }))
}

function partsOf(bracket: HTMLElement, { segments }: PassageMark): Pick<MarginMark, 'parts'> {
  if (segments.length < 2) return {}
  const parts = segments.map((span) => ({ element: make('reader-bracket-part'), span }))
  bracket.dataset.joined = ''
  bracket.append(...parts.map(({ element }) => element))
  return { parts }
}

/** The number of a page, beside the line on which it begins. */
const pageMark = (page: PageStart): Wanted => ({
  key: `page ${page.at}`,
  of: page,
  make() {
    const element = make('reader-page-number', `Page ${page.label}`)
    element.textContent = page.label
    return { element, span: { start: page.at, end: page.at + 1 }, bracket: false }
  },
})

/** A quiet mark beside passages with a remark, which says it when the mouse rests on it. */
function remarksOf(passages: readonly PassageMark[]): Wanted[] {
  const remarked = passages.filter(({ tags }) => tags.some(({ comment }) => comment !== ''))
  return remarked.map((passage) => ({
    key: `remark ${passage.id}`,
    of: passage,
    make() {
      const remarks = passage.tags.flatMap(({ comment }) => (comment === '' ? [] : [comment]))
      const element = make('reader-remark', remarks.join('\n\n'))
      element.dataset.passage = passage.id
      element.toggleAttribute('data-below', passage.citedIn > 0)
      const { start } = hullOf(passage)
      return { element, span: { start, end: start + 1 }, bracket: false }
    },
  }))
}

function countsOf(passages: readonly PassageMark[]): Wanted[] {
  const cited = passages.filter((passage) => passage.citedIn > 0)
  return cited.map((passage) => ({
    key: `count ${passage.id}`,
    of: passage,
    make() {
      const element = make('reader-cited-count', describe(passage))
      element.dataset.passage = passage.id
      element.textContent = String(passage.citedIn)
      const { start } = hullOf(passage)
      return { element, span: { start, end: start + 1 }, bracket: false }
    },
  }))
}

/** A passage in words: its tags, and how many memos cite it. */
export function describe(passage: PassageMark): string {
  const tags = passage.tags.map((tag) => `${kindNames[tag.kind]}: ${tag.label}`)
  const cited = passage.citedIn > 0 ? [`Cited in ${passage.citedIn === 1 ? '1 memo' : `${passage.citedIn} memos`}`] : []
  const remarks = passage.tags.flatMap(({ comment }) => (comment === '' ? [] : [`Remark: ${comment}`]))
  return [...tags, ...remarks, ...cited].join(' · ') || 'Passage'
}

/** An element of the margin. */
export function make(className: string, title?: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  if (title) element.title = title
  return element
}
