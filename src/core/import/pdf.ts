// PDF: the words that pdf.js finds on each page, put in reading order. Nothing of the file is run, drawn or loaded.
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { getDocument, VerbosityLevel, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesInOrder } from './pdf-columns.ts'
import { faceFinder } from './pdf-faces.ts'
import { linkAreas } from './pdf-links.ts'
import { pdfFindings } from './pdf-metadata.ts'
import { pageLabels } from './pdf-page-labels.ts'
import { paragraphsOfPages } from './pdf-paragraphs.ts'
import { withoutRunningLines, type PageOfRuns } from './pdf-running-lines.ts'
import { runsOf } from './pdf-runs.ts'
import { boundedInflation } from './pdf-inflation.ts'
import type { DocumentInput, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'

const mostPages = 5_000
const mostText = 20_000_000
/** Of one page: characters, and the pieces that they come in. A page of a newspaper has about 20,000 and 5,000. */
const mostOfPage = 2_000_000
const mostPieces = 100_000
/** Fewer characters a page, over more than one page, are what a scanner leaves: stamps and page numbers. */
const scannedPage = 15

/** Reads a PDF. Rejects with `source.protected`, `source.scanned`, `source.damaged` and `source.too-large`. */
export async function readPdf(input: DocumentInput, step: Step): Promise<Reading> {
  const task = getDocument({
    // pdf.js takes the bytes for itself.
    data: new Uint8Array(input.bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWasm: false,
    // Names of fonts are among them; pictures are never decoded.
    fontExtraProperties: true,
    maxImageSize: 1,
    ...readableFolders(),
  })
  // A password is not asked for: the document says that it wants one by an error.
  try {
    const document = await task.promise
    step()
    if (document.numPages > mostPages) throw refusal('source.too-large', input, `it has more than ${mostPages.toLocaleString('en')} pages.`)
    const pages = await pagesOf(document, input, step)
    const { kept, setAside, numbers } = withoutRunningLines(pages)
    const labelOf = await pageLabels(document, numbers)
    const drafts = paragraphsOfPages(kept.map(({ number, runs }) => linesInOrder(runs, number)), labelOf)
    const title = drafts.find((draft) => draft.kind === 'heading' && draft.page === 1)?.text ?? null
    return { encoding: null, drafts, findings: await pdfFindings(document, title, drafts), setAside }
  } catch (thrown) {
    throw refusalOf(thrown, input)
  } finally {
    await task.destroy()
  }
}

/** Tables of letters for documents whose fonts bring none, mostly Chinese, Japanese and Korean ones. */
function readableFolders(): { cMapUrl: string; standardFontDataUrl: string } {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return { cMapUrl: join(root, 'cmaps') + sep, standardFontDataUrl: join(root, 'standard_fonts') + sep }
}

async function pagesOf(document: PDFDocumentProxy, input: DocumentInput, step: Step): Promise<PageOfRuns[]> {
  const pages: PageOfRuns[] = []
  let length = 0
  const facesOf = faceFinder()
  for (let number = 1; number <= document.numPages; number++) {
    step()
    boundedInflation.begin()
    const page = await document.getPage(number)
    const items = await itemsOf(page, input, step)
    const faces = await facesOf(page, new Set(items.map(({ fontName }) => fontName ?? '')))
    const { runs, turned } = runsOf({ items }, linkAreas(await page.getAnnotations()), faces)
    page.cleanup()
    length += runs.reduce((sum, run) => sum + run.text.length, 0)
    if (length > mostText) throw refusal('source.too-large', input, 'it holds more than 20 million characters.')
    pages.push({ number, runs, turned })
  }
  if (length === 0 || (pages.length > 1 && length < scannedPage * pages.length)) {
    throw refusal('source.scanned', input, 'its pages are pictures without text. Run text recognition (OCR) over it and import the result.')
  }
  return pages
}

interface PieceOfText {
  str?: string
  fontName?: string
}

/** The pieces of text of a page, taken as they come, so that a page without end is given up before it fills the memory. */
async function itemsOf(page: PDFPageProxy, input: DocumentInput, step: Step): Promise<PieceOfText[]> {
  const items: PieceOfText[] = []
  let length = 0
  const reader = page.streamTextContent().getReader()
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value: { items: PieceOfText[] } }
    if (boundedInflation.exceeded()) {
      void reader.cancel(new Error('too much')).catch(() => {})
      throw refusal('source.too-large', input, 'one of its pages would take up too much room. It may be made to fill the memory.')
    }
    if (done) return items
    step()
    for (const item of value.items) {
      length += item.str?.length ?? 0
      items.push(item)
    }
    if (length > mostOfPage || items.length > mostPieces) {
      void reader.cancel(new Error('too much')).catch(() => {})
      throw refusal('source.too-large', input, 'one of its pages holds more text than can be read.')
    }
  }
}

function refusalOf(thrown: unknown, input: DocumentInput): unknown {
  const name = thrown instanceof Error ? thrown.name : ''
  if (name === 'PasswordException') {
    return refusal('source.protected', input, 'it is protected by a password. Save a copy without one and import that.')
  }
  if (['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'XRefEntryException', 'MissingDataException'].includes(name)) {
    return refusal('source.damaged', input, 'it is not a PDF document, or it is damaged.')
  }
  return thrown
}
