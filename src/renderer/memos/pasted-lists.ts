// Lists in pasted HTML: Word writes them as paragraphs with a sign, Google Docs and old pages nest them beside their items.

interface WordItem {
  paragraph: HTMLElement
  level: number
  ordered: boolean
  start: number
}

const deepestLevel = 9

/** The sign or number that Word puts before an item's words. */
const signOf = (paragraph: Element): Element | null =>
  [...paragraph.querySelectorAll('[style]')].find((element) => /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')) ?? null

/** A paragraph that is an item of a list by Word's style; null for any other. */
function itemOf(paragraph: HTMLElement): WordItem | null {
  const style = paragraph.getAttribute('style') ?? ''
  const level = /mso-list:[^;]*level(\d+)/i.exec(style)?.[1]
  if (level === undefined) return null
  const sign = (signOf(paragraph)?.textContent ?? '').replaceAll(/[\s\u00a0]+/g, '')
  const number = /^\(?(\d{1,6})[.)]?$/.exec(sign)?.[1]
  const ordered = number !== undefined || /^\(?([a-z]{1,4}|[ivxlc]{1,7})[.)]$/i.test(sign)
  return { paragraph, level: Math.min(Math.max(Number(level), 1), deepestLevel), ordered, start: number === undefined ? 1 : Number(number) }
}

function listFor(item: WordItem): HTMLElement {
  const list = item.paragraph.ownerDocument.createElement(item.ordered ? 'ol' : 'ul')
  if (item.ordered && item.start !== 1) list.setAttribute('start', String(item.start))
  return list
}

/** Puts a run of Word's items into lists that nest by level, in place of the first. */
function nest(items: WordItem[]): void {
  const open: { list: HTMLElement; level: number; ordered: boolean }[] = []
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    const here = open.at(-1)
    let list = here?.level === item.level && here.ordered === item.ordered ? here.list : null
    if (!list) {
      if (here?.level === item.level) open.pop()
      list = listFor(item)
      const parent = open.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else item.paragraph.before(list)
      open.push({ list, level: item.level, ordered: item.ordered })
    }
    signOf(item.paragraph)?.remove()
    const entry = item.paragraph.ownerDocument.createElement('li')
    const words = item.paragraph.ownerDocument.createElement('p')
    words.append(...item.paragraph.childNodes)
    entry.append(words)
    item.paragraph.remove()
    list.append(entry)
  }
}

/** Paragraphs of Word that are items, in runs that follow each other. */
function wordRuns(body: Element): WordItem[][] {
  const runs: WordItem[][] = []
  let last: Element | null = null
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3')) {
    const item = itemOf(paragraph)
    if (!item) continue
    const follows = last !== null && paragraph.previousElementSibling === last
    const run = follows ? runs.at(-1) : undefined
    if (run) run.push(item)
    else runs.push([item])
    last = paragraph
  }
  return runs
}

/** Makes lists of what is meant as lists. */
export function pastedLists(body: Element): void {
  for (const run of wordRuns(body)) nest(run)
  for (const list of body.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
    else {
      const entry = list.ownerDocument.createElement('li')
      list.replaceWith(entry)
      entry.append(list.ownerDocument.createElement('p'), list)
    }
  }
}
