// Files to import, generated: web pages with the furniture of a site around the article, PDFs of ten pages, Markdown notes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom, type Random } from '../campaigns/random.ts'
import { aPdf, printed } from '../core/import/packed-files.ts'
import { aSentence, paragraphsOf } from './generated-text.ts'

/** So many files are imported before any is counted: enough for them to be read in the thread. */
export const warmUp = 21

/** The kinds of files that import is measured with. */
export const importKinds = ['html', 'pdf', 'md'] as const
export type ImportKind = (typeof importKinds)[number]

/** The pages of each generated PDF. */
export const pagesOfPdf = 10

const words = 600

function aWebPage(random: Random, at: number): string {
  const links = Array.from({ length: 60 }, (_, link) => `<li class="nav-item"><a href="/section/${link}?ref=menu">${aSentence(random).slice(0, 24)}</a></li>`).join('')
  const teasers = Array.from({ length: 20 }, () => `<div class="teaser"><h3><a href="/story">${aSentence(random)}</a></h3><p>${aSentence(random)}</p></div>`).join('')
  const title = `${aSentence(random).slice(0, 60)} ${at}`
  const meta = JSON.stringify({ '@type': 'NewsArticle', headline: title, datePublished: '2025-11-20T10:00:00Z', author: { name: 'Ada Example' } })
  const body = paragraphsOf(words, random).map((paragraph) => `<p class="body-text">${paragraph} <a href="https://example.org/more">More</a></p>`).join('\n')
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Wire</title><meta property="og:site_name" content="The Wire">` +
    `<link rel="canonical" href="https://example.org/story/${at}"><script type="application/ld+json">${meta}</script><style>${'.a{color:red}'.repeat(200)}</style></head>` +
    `<body><nav><ul>${links}</ul></nav><main><article><h1>${title}</h1>${body}</article></main><aside>${teasers}</aside><footer><ul>${links}</ul></footer><script>${'var a=1;'.repeat(500)}</script></body></html>`
  )
}

function aReport(random: Random, at: number): Uint8Array {
  const pages = Array.from({ length: pagesOfPdf }, (_, page) => [
    { text: 'Journal of Ports', y: 810, size: 9 },
    ...paragraphsOf(300, random).flatMap((paragraph, place) => printed(paragraph, { x: 72, top: 770 - place * 140, perLine: 88 })),
    { text: `${page + 1}`, x: 300, y: 25, size: 9 },
  ])
  return aPdf({ pages, info: { Title: `Report ${at}` } })
}

function aNote(random: Random, at: number): string {
  const [first = '', ...rest] = paragraphsOf(words, random)
  return `# Note ${at}\n\n${first}\n\n## ${aSentence(random)}\n\n${rest.join('\n\n')}\n\n- *${aSentence(random)}*\n- **${aSentence(random)}** [link](https://example.org/${at})\n`
}

const made: Record<ImportKind, (random: Random, at: number) => string | Uint8Array> = { html: aWebPage, pdf: aReport, md: aNote }

/** Writes files of a kind into a folder of their own and answers their paths; the same for the same seed. */
export function filesToImport(kind: ImportKind, count: number, folder: string, seed: number): string[] {
  const random = randomFrom(seed)
  const own = join(folder, kind)
  mkdirSync(own, { recursive: true })
  return Array.from({ length: count }, (_, at) => {
    const path = join(own, `${kind}-${at}.${kind}`)
    writeFileSync(path, made[kind](random, at))
    return path
  })
}
