// Shortcodes: commands in square brackets that a content system would have turned into a video or a gallery.

/** Opening, closing or self-closing, after the WordPress Shortcode API; quotation marks may have been curled. */
const name = '[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*'
const quoted = '["“”„″«»]+[^"“”„″«»\\[\\]]*["“”„″«»]+|[\'‘’′]+[^\'‘’′\\[\\]]*[\'‘’′]+'
const attribute = `[A-Za-z_][\\w-]*=(?:${quoted}|[^\\s"'“”„″«»‘’′\\[\\]]+)`
const shortcode = new RegExp(`\\[(/?)(${name})((?:\\s+(?:${attribute}|https?://[^\\s\\[\\]]+))*)\\s*(/?)\\]`, 'gu')

/** Commands that are often written without attributes. A transcript's [applause] or [sic] is none. */
const known = new Set(['audio', 'caption', 'embed', 'gallery', 'playlist', 'toc', 'video', 'ad', 'adsense'])

/** Commands whose content belongs to them: an address, or a picture with its caption. */
const enclosing = new Set(['audio', 'caption', 'embed', 'video'])

/** Names that are closed somewhere in a document, so that their bare opening is a shortcode too. */
export function namesClosed(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const text of texts) {
    const closing = text.length <= 1000 && text.startsWith('[/') ? /^\[\/([a-z][\w-]*)\s*\]$/.exec(text.trim()) : null
    if (closing?.[1]) names.add(closing[1])
  }
  return names
}

/** True when a line is made of shortcodes alone, with at most what an embedding command encloses. */
export function isShortcodeLine(line: string, closed: ReadonlySet<string>): boolean {
  const text = line.trim()
  if (!text.startsWith('[') || !text.endsWith(']')) return false
  let rest = ''
  let from = 0
  let open: string | null = null
  for (const match of text.matchAll(shortcode)) {
    const [whole, closing, command = '', attributes, selfClosing] = match
    const between = text.slice(from, match.index)
    const enclosed = closing && open === command && enclosing.has(command)
    if (!enclosed) rest += between
    const paired = closed.has(command) || text.includes(`[/${command}]`)
    if (!closing && !attributes && !selfClosing && !known.has(command) && !paired) return false
    open = closing ? null : command
    from = match.index + whole.length
  }
  return from === text.length && rest.trim() === ''
}
