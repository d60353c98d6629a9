// What is typed between asking for a new memo and its title being there: it belongs to that title and nothing else.

let field: HTMLInputElement | null = null

/** Catches typing from now on; a later call goes on with the same words. */
export function catchTyping(): void {
  if (!field) {
    field = document.createElement('input')
    field.className = 'visually-hidden'
    field.setAttribute('aria-label', 'Title of the new memo')
    document.body.append(field)
  }
  field.focus({ preventScroll: true })
}

/** The words caught so far; catching ends. */
export function takeTyping(): string {
  const typed = field?.value ?? ''
  field?.remove()
  field = null
  return typed
}
