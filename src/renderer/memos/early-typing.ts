// What is typed between asking for something that is named first and its field being there: its name, and from Enter on its text.

let field: HTMLTextAreaElement | null = null

/** Catches typing from now on, under the name that the field will have; a later call goes on with the same words. */
export function catchTyping(label = 'Title of the new memo'): void {
  if (!field) {
    field = document.createElement('textarea')
    field.className = 'visually-hidden'
    document.body.append(field)
  }
  field.setAttribute('aria-label', label)
  field.focus({ preventScroll: true })
}

/** The words caught so far, `text` null while no Enter came after the title; catching ends. */
export function takeTyping(): { title: string; text: string | null } {
  const [title = '', ...lines] = (field?.value ?? '').split('\n')
  field?.remove()
  field = null
  return { title, text: lines.length > 0 ? lines.join('\n') : null }
}
