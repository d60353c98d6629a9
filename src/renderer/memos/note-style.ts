// Whether a memo's style writes citations into the line or as notes, told by the element that its editor lives in.

const name = 'data-in-text'

/** Whether the memo in an element has a style that writes into the line; a style that is not known yet writes notes. */
export const isInText = (host: Element | null): boolean => host?.hasAttribute(name) ?? false

/** Says so. */
export const setInText = (host: Element, inText: boolean): boolean => host.toggleAttribute(name, inText)
