// What poppler's tools read in a PDF: an eye of somebody else's on what we wrote.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

function run(tool: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 100_000_000 })
  if (error) throw new Error(`${tool} is needed to read the PDFs these tests write: install poppler-utils (${error.message}).`)
  if (status !== 0) throw new Error(`${tool} could not read the PDF: ${stderr}`)
  return stdout
}

/** What poppler objects to in a PDF and its structure; empty for nothing. */
export const objectionsTo = (path: string): string => spawnSync('pdfinfo', ['-struct', path], { encoding: 'utf8', maxBuffer: 100_000_000 }).stderr

/** A PDF's text in reading order. */
export const rawTextOf = (path: string, page?: number): string =>
  run('pdftotext', ...(page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`]), path, '-')

/** The same as running text: hyphens of line ends undone, white space as one space, direction marks left out. */
export const textOf = (path: string, page?: number): string =>
  rawTextOf(path, page)
    .replaceAll(/[\u202a-\u202e\u200e\u200f]/g, '')
    .replaceAll(/\u00ad\s*\n\s*/g, '')
    .replaceAll(/\s+/g, ' ')

/** The facts `pdfinfo` lists, by name. */
export function factsOf(path: string): Record<string, string> {
  const lines = run('pdfinfo', path).split('\n')
  return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]))
}

export const pagesOf = (path: string): number => Number(factsOf(path)['Pages'])

/** The tags of the structure tree, in order, without their attributes: `H1`, `P`, `L`, `Note` … */
export const tagsOf = (path: string): string[] =>
  run('pdfinfo', '-struct', path)
    .split('\n')
    .flatMap((line) => /^\s*([A-Z][A-Za-z0-9]*)(?: |:|$)/.exec(line)?.[1] ?? [])
    .filter((tag) => tag !== 'Object')

/** The names of the files that the PDF carries. */
export const attachmentsOf = (path: string): string[] =>
  run('pdfdetach', '-list', path)
    .split('\n')
    .flatMap((line) => /^\d+: (.*)$/.exec(line)?.[1] ?? [])

/** The XMP packet. */
export const metadataOf = (path: string): string => run('pdfinfo', '-meta', path)

/** Addresses that links of the PDF open. */
export const addressesOf = (path: string): string[] =>
  run('pdfinfo', '-url', path)
    .split('\n')
    .flatMap((line) => /(?:https?|mailto|javascript|file):\S*/.exec(line)?.[0] ?? [])

export interface Bookmark {
  title: string
  inside: Bookmark[]
}

/** The bookmarks as a tree. */
export function bookmarksOf(path: string): Bookmark[] {
  const xml = run('pdftohtml', '-xml', '-i', '-stdout', path)
  const tokens = xml.slice(Math.max(0, xml.indexOf('<outline>'))).match(/<outline>|<\/outline>|<item[^>]*>[^<]*/g) ?? []
  const roots: Bookmark[] = []
  const open: Bookmark[][] = []
  for (const token of tokens) {
    if (token === '<outline>') open.push(open.length === 0 ? roots : (open.at(-1)?.at(-1)?.inside ?? []))
    else if (token === '</outline>') open.pop()
    else open.at(-1)?.push({ title: token.replace(/<[^>]*>/, '').trim(), inside: [] })
  }
  return roots
}

/** The language of the document's catalogue. */
export const languageOf = (path: string): string | undefined =>
  /\/Type \/Catalog[^]*?\/Lang \(([^)]*)\)/.exec(readFileSync(path, 'latin1'))?.[1]

/** The fonts of the PDF and whether each is embedded. */
export const fontsOf = (path: string): { name: string; embedded: boolean }[] =>
  run('pdffonts', path)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => ({
      name: line.slice(0, 36).trim().replace(/^[A-Z]{6}\+/, ''),
      embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(line)?.[1] === 'yes',
    }))
