// Plain text to paragraphs: one per line, or hard-wrapped lines joined again.
import { normaliseText } from '../../shared/normalise-text.ts'
import { decodeText } from './decode.ts'
import { isHardWrapped, joinWrappedLines } from './hard-wrapping.ts'
import type { DocumentInput, DraftBlock, Findings, Reading } from './reading.ts'
import { collapseSpaces } from './white-space.ts'

/** Reads a plain-text document. Throws as `decodeText` does. */
export function readPlainText(input: DocumentInput): Reading {
  const { text, encoding } = decodeText(input)
  const lines = normaliseText(text).split('\n')
  return { encoding, drafts: paragraphsOf(lines), findings: headlineOf(lines), setAside: [] }
}

/** The paragraphs of lines that hold normalised text. */
export function paragraphsOf(lines: readonly string[]): DraftBlock[] {
  const paragraphs = isHardWrapped(lines) ? joinWrappedLines(lines) : lines
  const drafts: DraftBlock[] = []
  for (const paragraph of paragraphs) {
    const text = paragraph === '' ? '' : collapseSpaces(paragraph)
    if (text !== '') drafts.push({ kind: 'paragraph', text, marks: [] })
  }
  return drafts
}

const longestHeadline = 120
const mostWords = 20

/** The first line as a title: short, no sentence, alone before a blank line, with more text to come. */
function headlineOf(lines: readonly string[]): Findings {
  const first = lines.findIndex((line) => line.trim() !== '')
  const line = collapseSpaces(lines[first] ?? '')
  if (line.length > longestHeadline || line.split(' ').length > mostWords) return {}
  const alone = lines[first + 1]?.trim() === '' && lines.some((later, index) => index > first + 1 && later.trim() !== '')
  const sentence = /[.。…:;,][)\]»”’"']*$/u.test(line) || !/[\p{L}\p{N}]/u.test(line) || /^[[<{|#=*-]/.test(line)
  return alone && !sentence ? { title: { value: line, rule: 'first line' } } : {}
}
