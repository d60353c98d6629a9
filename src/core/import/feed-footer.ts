// The footer that WordPress feeds end with: "The post TITLE appeared first on SITE."

/** The footer in the languages of the SEO plug-ins that write it; group 1 is the title, group 2 the site. */
const footers: readonly RegExp[] = [
  /^The (?:post|article) (.+) (?:appeared first on|first appeared on|was first published on) (.+)$/u,
  /^Der Beitrag (.+) erschien zuerst auf (.+)$/u,
  /^L[’']article (.+) (?:est apparu en premier sur|est apparu d[’']abord sur) (.+)$/u,
  /^La entrada (.+) (?:se publicó primero en|apareció primero en|aparece primero en) (.+)$/u,
  /^L[’']articolo (.+) (?:proviene da|sembra essere il primo su) (.+)$/u,
  /^O post (.+) (?:apareceu primeiro em|aparece primeiro em) (.+)$/u,
  /^Het bericht (.+) verscheen eerst op (.+)$/u,
  /^Artykuł (.+) pochodzi z serwisu (.+)$/u,
  /^Inlägget (.+) dök först upp på (.+)$/u,
  /^Сообщение (.+) появились? сначала на (.+)$/u,
  /^Запис (.+) (?:спершу|вперше) з[’']явився на (.+)$/u,
]

const longestSite = 100

/** A name rather than the rest of a sentence: it starts upper case or without case, is a domain, or written likeThis. */
const namelike = /^(?:[^\p{Ll}\s]|\p{Ll}\S*\p{Lu}|\p{Ll}[\w-]*\.[a-z]{2,})/u

/** Title and site of a footer line; null when the line is none, as in "The post of ambassador …". */
export function feedFooter(line: string): { title: string; containerTitle: string } | null {
  for (const footer of footers) {
    const [, title = '', site = ''] = footer.exec(line.trim()) ?? []
    const containerTitle = site.replace(/\s*\.$/u, '').trim()
    if (title === '' || containerTitle === '') continue
    const oneName = containerTitle.length <= longestSite && !/[.!?] \p{Lu}|[;:]/u.test(containerTitle)
    if (oneName && namelike.test(containerTitle) && namelike.test(title)) return { title: title.trim(), containerTitle }
  }
  return null
}
