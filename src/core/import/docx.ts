// DOCX: mammoth makes plain HTML of it, which goes through the one reader of blocks.
import mammoth from 'mammoth'
import { readArchive, type Archive } from './archive.ts'
import { blocksOfMarkup } from './markup.ts'
import { officeFindings } from './office-metadata.ts'
import type { DocumentInput, Findings, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'
import { xmlText } from './xml.ts'

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
]

/** How long mammoth may take: about a second a megabyte of its markup, on a slow machine, in milliseconds. */
const timeFor = (files: Archive) => 4_000 + [...files.values()].reduce((sum, file) => sum + file.length, 0) / 500

/** Reads a DOCX document. Pictures are left out; nothing outside the file is read. */
export async function readDocx(input: DocumentInput, step: Step): Promise<Reading> {
  // Every part that mammoth reads is inflated here first, within bounds.
  const files = await readArchive(input, step, (name) => /\.(?:xml|rels)$/i.test(name))
  for (const file of files.values()) {
    if (xmlText(file, input).includes('<!DOCTYPE')) throw refusal('source.damaged', input, 'its markup declares a document type, which no DOCX has.')
  }
  step(timeFor(files))
  const buffer = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length)
  const noPicture = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage: noPicture, externalFileAccess: false }).catch(() => {
    throw refusal('source.damaged', input, 'it is not a DOCX document, or it is damaged.')
  })
  step(timeFor(files))
  // The arrows that lead from a note back to its place.
  const drafts = blocksOfMarkup(value.replace(/<a href="#[^"]*">↑<\/a>/g, ''), input)
  const heading = drafts.find((draft) => draft.kind === 'heading')
  const headed: Findings = heading ? { title: { value: heading.text, rule: 'first heading' } } : {}
  const core = files.get('docProps/core.xml')
  return { encoding: null, drafts, findings: { ...headed, ...officeFindings(xmlText(core, input), 'DOCX properties') }, setAside: [] }
}
