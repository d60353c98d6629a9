// A citation as it stands in the line: a plain element, so that two thousand of them cost nothing while typing.
import type { NodeViewRenderer } from '@tiptap/core'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes, CitationState, Cite } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import { spokenPlace } from '../interface/place-words.ts'

/** Told by a chip, in the page, once it was drawn and needs its number. */
export const chipDrawn = 'groundwork-chip-drawn'

const attributesByChip = new WeakMap<Element, CitationAttributes>()

/** The citation that a chip in the page stands for. */
export const citationOfChip = (chip: Element): CitationAttributes | null => attributesByChip.get(chip) ?? null

/** The chip at or around a place in the page. */
export const chipAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.cite') : null

/** The chip of a citation within an editor's element. */
export const chipOf = (host: ParentNode, citation: Id): HTMLElement | null =>
  host.querySelector<HTMLElement>(`.cite[data-citation="${citation}"]`)

/** What is known of a cited passage: its detail, null when it is gone, undefined while nobody has asked. */
export type Known = PassageDetail | null | undefined

/** Whether the passage still says what the reference quotes; an unknown passage counts as current. */
export function citeState({ quote }: Pick<Cite, 'quote'>, known: Known): CitationState {
  if (known === undefined) return 'current'
  if (known === null) return 'gone'
  return known.quote === quote && known.state === 'placed' ? 'current' : 'changed'
}

const gravest: readonly CitationState[] = ['gone', 'changed', 'current']

/** The gravest state among a citation's references. */
export function citationState({ cites }: CitationAttributes, knownOf: (passage: string) => Known): CitationState {
  const states = new Set(cites.map((cite) => citeState(cite, knownOf(cite.passage))))
  return gravest.find((state) => states.has(state)) ?? 'current'
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159).toWellFormed()}…` : text)

/** A source in two words: its container, else its title. */
export const sourceName = (detail: PassageDetail): string => detail.containerTitle ?? detail.sourceTitle

const endings: Record<CitationState, string> = {
  current: '',
  changed: ', the passage was changed',
  gone: ', the passage was deleted',
}

/** Where a reference points: what the writer set, else the passage's own place; null for nowhere. */
export function citePlace({ locator }: Pick<Cite, 'locator'>, known: PassageDetail, own: (place: PassageDetail) => string): string | null {
  if (locator === null) return own(known)
  return locator.value === '' ? null : `${locator.label} ${locator.value}`
}

/** What the writer set around a reference is said where a reader of the paper meets it. */
function citeLabel(cite: Cite, known: Known): string {
  const where = known ? [sourceName(known), citePlace(cite, known, spokenPlace)] : []
  const parts = [`${cite.prefix} “${shortened(cite.quote)}”`.trim(), ...where, cite.suffix.trim()]
  return parts.filter((part) => part !== null && part !== '').join(', ') + endings[citeState(cite, known)]
}

/** The chip's accessible name: `Citation 3: see “…”, TIME, paragraph 9`; several references follow each other. */
export function citationLabel(number: number, { cites }: CitationAttributes, knownOf: (passage: string) => Known): string {
  return `Citation ${number}: ${cites.map((cite) => citeLabel(cite, knownOf(cite.passage))).join('; ')}`
}

/** What chips show instead of their number, by citation: what the memo's style gives. */
export type ChipTexts = ReadonlyMap<Id, string>

/** What chips are painted by: `texts` in place of numbers, and whether the memo's style writes into the line. */
export interface ChipPaint {
  knownOf: (passage: string) => Known
  texts: ChipTexts
  toReview: ReadonlySet<Id>
  inText: boolean
}

function paintChip(chip: HTMLElement, attributes: CitationAttributes, number: number, { knownOf, texts, toReview }: ChipPaint): void {
  const text = texts.get(attributes.id)
  const shown = text ?? String(number)
  if (chip.textContent !== shown) chip.textContent = shown
  chip.classList.toggle('is-worded', text !== undefined && /\D/.test(text))
  const needsReview = toReview.has(attributes.id)
  // Who asks for it by voice says what is seen: the name of a chip with words begins with them.
  const seen = text !== undefined && /\D/.test(text) ? `${text} ` : ''
  const label = `${seen}${citationLabel(number, attributes, knownOf)}${needsReview ? ', needs review' : ''}`
  if (chip.getAttribute('aria-label') === label) return
  chip.setAttribute('aria-label', label)
  chip.dataset.state = citationState(attributes, knownOf)
  chip.toggleAttribute('data-review', needsReview)
}

/**
 * Numbers the chips and the author's own footnotes of an editor in their order on the page, as `numbersOf` does and the
 * paper, and marks the chips' state; touches only what differs. Of a style that writes into the line the paper has notes
 * only where a passage is not as it was cited, and footnotes are numbered with them.
 */
export function paintChips(body: ParentNode, paint: ChipPaint): void {
  let [cited, notes] = [0, 0]
  for (const chip of body.querySelectorAll<HTMLElement>('.cite, .own-footnote')) {
    const attributes = attributesByChip.get(chip)
    if (attributes) {
      cited += 1
      if (!paint.inText || citationState(attributes, paint.knownOf) !== 'current') notes += 1
      paintChip(chip, attributes, paint.inText ? cited : notes, paint)
    } else if (chip.classList.contains('own-footnote')) {
      const isEmpty = chip.classList.contains('is-empty')
      if (!isEmpty) notes += 1
      const shown = isEmpty ? '…' : String(notes)
      if (chip.textContent !== shown) chip.textContent = shown
      // Who asks for it by voice says what is seen: its name begins with that.
      const name = isEmpty ? 'Empty footnote' : `${shown}, footnote: ${chip.title}`
      if (chip.getAttribute('aria-label') !== name) chip.setAttribute('aria-label', name)
    }
  }
}

/** A chip that shows one citation after the other. Number, name and state are painted from outside. */
export function aChip(first: CitationAttributes | null): { dom: HTMLElement; show: (citation: CitationAttributes) => void } {
  const dom = document.createElement('span')
  dom.className = 'cite'
  dom.contentEditable = 'false'
  dom.setAttribute('role', 'link')
  const show = (citation: CitationAttributes) => {
    dom.dataset.citation = citation.id
    attributesByChip.set(dom, citation)
  }
  if (first) show(first)
  // The editor may draw a chip anew without any citation having changed, as when words beside it are marked.
  queueMicrotask(() => dom.dispatchEvent(new Event(chipDrawn, { bubbles: true })))
  return { dom, show }
}

/** The node view of a citation. Number, name and state are painted from outside, in the order of the page. */
export const citationView: NodeViewRenderer = ({ node }) => {
  const { dom, show } = aChip(node.attrs as CitationAttributes)
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      show(next.attrs as CitationAttributes)
      return true
    },
    ignoreMutation: () => true,
  }
}
