// Links in a memo: an address and nothing else; never made from what merely looks like one.
import { Mark } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isAllowedHref } from '../../shared/memo-document.ts'

/** The address in a text that consists of nothing else, or null. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim()
  const isOne = /^\S{1,4000}$/.test(trimmed) && isAllowedHref(trimmed) && URL.canParse(trimmed)
  return isOne ? trimmed : null
}

/** What a person typed as an address, completed: `example.org` means https, `a@b.org` means mail; null for neither. */
export function completeAddress(typed: string): string | null {
  const trimmed = typed.trim()
  const known = addressIn(trimmed)
  if (known) return known
  if (/^[^\s:@/]+@[^\s:@/]+\.[^\s:@/]+$/.test(trimmed)) return addressIn(`mailto:${trimmed}`)
  if (/^[^\s:@/]+\.[^\s:@]+$/.test(trimmed)) return addressIn(`https://${trimmed}`)
  return null
}

export const Link = Mark.create({
  name: 'link',
  // Ranked first, so that one link stays one element around words that are partly bold.
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  exitable: true,

  addAttributes: () => ({ href: { isRequired: true } }),

  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = addressIn(element.getAttribute('href') ?? '')
        return href ? { href } : false
      },
    },
  ],

  renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href, rel: 'noopener noreferrer' }, 0],

  addProseMirrorPlugins() {
    const { type } = this
    return [
      new Plugin({
        props: {
          // An address pasted over words makes them a link; pasted on its own it is a link in its own words.
          handlePaste(view, event) {
            const href = addressIn(event.clipboardData?.getData('text/plain') ?? '')
            const { from, to, empty, $from } = view.state.selection
            if (!href || !$from.parent.type.allowsMarkType(type)) return false
            const { tr } = view.state
            if (empty) tr.replaceSelectionWith(view.state.schema.text(href, [type.create({ href })]), false)
            else tr.addMark(from, to, type.create({ href }))
            view.dispatch(tr.removeStoredMark(type).scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})
