// Paints where comments stand, by the CSS Custom Highlight API: settled ones are not shown, the one in hand stands out.
import type { Id } from '../../shared/identifiers.ts'

const names = ['memo-comment', 'memo-comment-active'] as const

/** Takes every comment's paint off the page. */
export function clearCommentPaint(): void {
  for (const name of names) CSS.highlights?.delete(name)
}

/** Paints the marks of open comments within an editor's element. */
export function paintComments(host: HTMLElement, open: ReadonlySet<Id>, active: Id | null): void {
  if (!CSS.highlights) return
  const [all, inHand]: [Range[], Range[]] = [[], []]
  for (const element of host.querySelectorAll<HTMLElement>('.memo-comment')) {
    const id = element.dataset['comment'] ?? ''
    if (!open.has(id)) continue
    const range = document.createRange()
    range.selectNodeContents(element)
    ;(id === active ? inHand : all).push(range)
  }
  CSS.highlights.set(names[0], new Highlight(...all))
  CSS.highlights.set(names[1], new Highlight(...inHand))
}
