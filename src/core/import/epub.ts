// EPUB: the chapters of a book in the order of its spine, each through the one reader of blocks.
import { posix } from 'node:path'
import { readArchive, type Archive } from './archive.ts'
import { blocksOf } from './html-blocks.ts'
import { isWholePage, parseHtml, tooIntricate } from './html-tree.ts'
import { joinParts } from './markup.ts'
import { officeFindings } from './office-metadata.ts'
import type { DocumentInput, DraftBlock, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'
import { elementsNamed, xmlText } from './xml.ts'

/** Reads a book. Pictures, styles and what the spine leaves out are not read. */
export async function readEpub(input: DocumentInput, step: Step): Promise<Reading> {
  const files = await readArchive(input, step, (name) => /\.(?:xml|opf|x?html?)$/i.test(name))
  const damaged = (how: string) => refusal('source.damaged', input, `it is not an EPUB book, or it is damaged: ${how}.`)
  const container = xmlText(files.get('META-INF/container.xml'), input)
  const path = elementsNamed(container, 'rootfile').map((file) => file['full-path']).find((name) => name && files.has(name))
  if (!path) throw damaged('it names no contents')
  const contents = xmlText(files.get(path), input)
  const chapters = chaptersOf(contents, path, files)
  if (chapters.length === 0) throw damaged('its chapters are missing')
  refuseLocked(files, chapters, input)
  const drafts = joinParts(chapters.map((name) => chapter(xmlText(files.get(name), input), input, step)))
  return { encoding: null, drafts, findings: { type: { value: 'book', rule: 'EPUB properties' }, ...officeFindings(contents, 'EPUB properties') }, setAside: [] }
}

function chaptersOf(contents: string, path: string, files: Archive): string[] {
  const places = new Map(elementsNamed(contents, 'item').map((item) => [item.id, item.href]))
  return elementsNamed(contents, 'itemref').flatMap((reference) => {
    const href = reference.linear === 'no' ? undefined : places.get(reference.idref)
    const name = href === undefined ? '' : posix.join(posix.dirname(path), decoded(href.split('#', 1)[0] ?? ''))
    return files.has(name) ? [name] : []
  })
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Fonts are often scrambled, which does not matter here; locked chapters cannot be read. */
function refuseLocked(files: Archive, chapters: readonly string[], input: DocumentInput): void {
  const locked = elementsNamed(xmlText(files.get('META-INF/encryption.xml'), input), 'CipherReference').map((one) => decoded(one.URI ?? ''))
  if (locked.some((name) => chapters.includes(name))) {
    throw refusal('source.protected', input, 'the book is locked by its seller (DRM), and its text cannot be read.')
  }
}

function chapter(source: string, input: DocumentInput, step: Step): DraftBlock[] {
  if (tooIntricate(source)) throw refusal('source.too-large', input, 'a chapter has more elements, or deeper nested ones, than can be read.')
  step(4_000 + source.length / 500)
  // Written as XML, an empty element may close itself; to a reader of HTML that would leave it open.
  const html = source.replace(/<(a|b|i|em|span|p|div|title|script|style)(\s[^<>]*)?\/>/gi, '<$1$2></$1>')
  return blocksOf(parseHtml(html, isWholePage(html) ? 'page' : 'fragment').body, null)
}
