// The codebook as Markdown: every code with its meaning, counts and first passages. Pure.
import type { Code, CodebookEntry } from '../../shared/codes.ts'

/** Characters that Markdown would read as its own, at any place of a line. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/gu, String.raw`\$&`)
const oneLine = (text: string): string => plain(text).replaceAll(/\s+/gu, ' ').trim()
const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

function counts(code: Code): string {
  const own = counted(code.uses, 'passage')
  return code.total === code.uses ? own : `${own}, ${code.total} with the codes below`
}

function entry(code: Code, examples: CodebookEntry['examples']): string {
  const depth = code.path.split(' / ').length
  const heading = `${'#'.repeat(Math.min(6, depth + 1))} ${oneLine(code.path)}`
  const meaning = code.description.split(/\n{2,}/u).map((paragraph) => oneLine(paragraph)).filter((paragraph) => paragraph !== '')
  const quotes = examples.map(({ quote, source, chosen }) => `> ${chosen ? '★ ' : ''}${oneLine(quote)}\n>\n> — ${oneLine(source)}`)
  return [heading, `*${counts(code)}*`, ...meaning, ...quotes].join('\n\n')
}

/** The whole document; `codes` in the order of the tree. */
export function codebookMarkdown(codes: readonly Code[], entries: readonly CodebookEntry[]): string {
  const examples = new Map(entries.map((each) => [each.code, each.examples]))
  return `${['# Codebook', ...codes.map((code) => entry(code, examples.get(code.id) ?? []))].join('\n\n')}\n`
}
