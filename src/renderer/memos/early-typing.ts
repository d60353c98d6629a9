// What is typed between asking for a new memo and its title being there: its title, and from Enter on its text.

let field: HTMLTextAreaElement | null = null

/** Catches typing from now on; a later call goes on with the same words. */
export function catchTyping(): void {
  if (!field) {
    field = document.createElement('textarea')
    field.className = 'visually-hidden'
    field.setAttribute('aria-label', 'Title of the new memo')
    document.body.append(field)
  }
  field.focus({ preventScroll: true })
}

/** The words caught so far, `text` null while no Enter came after the title; catching ends. */
export function takeTyping(): { title: string; text: string | null } {
  const [title = '', ...lines] = (field?.value ?? '').split('\n')
  field?.remove()
  field = null
  return { title, text: lines.length > 0 ? lines.join('\n') : null }
}
