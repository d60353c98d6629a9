// A paper as Markdown with footnotes: CommonMark, with the pipe tables and footnotes that GitHub and pandoc read.
import { dataAddress } from './image-blocks.ts'
import type { RunLook } from '../../shared/citations.ts'
import { citedBy, evidenceRuns, namesCitations, noteRuns, paragraphRuns, provenanceOf, sourceRuns, sourcesStandInText } from './note-text.ts'
import type { CitationRun, ImageBlock, Emphasis, Inline, ListBlock, Paper, PaperBlock, ReferenceRun, TableBlock, TextRun } from './paper.ts'

/** What Markdown or one of its common extensions could take for markup, anywhere in a line. */
const special = /[\\`*_{}[\]<>#|~^$@&"'=]|--|\.\.\.|:(?=\/\/)|(?<=www)\./g
/** The same at the beginning of a line: lists, definitions, rules. */
const atLineStart = /^(\s*)([-+:]|\(?[0-9A-Za-z]{1,9}(?=[.)](?:\s|$)))/

/** Words that stay words. */
export const escaped = (text: string): string => text.replace(special, (found) => [...found].map((sign) => `\\${sign}`).join(''))

/** A line whose beginning stays words, too. */
export function escapedStart(line: string): string {
  return line.replace(atLineStart, (_, space: string, mark: string) => {
    const shown = space === '' ? '' : '&#32;'.repeat(space.length)
    return /^[-+:]$/.test(mark) ? `${shown}\\${mark}` : `${shown}${mark}\\`
  })
}

const tags: Record<Emphasis, [string, string]> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  strike: ['~~', '~~'],
  underline: ['<u>', '</u>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  code: ['<code>', '</code>'],
}
const named: Partial<Record<Emphasis, string>> = { bold: 'strong', italic: 'em', strike: 'del' }

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/**
 * Text in its emphasis. Markdown's own marks bind only between the right neighbours (CommonMark 0.31, §6.2): within words
 * or beside punctuation the tags of HTML stand in.
 */
function emphasised(run: TextRun, before: string | undefined, after: string | undefined): string {
  const [, lead = '', words = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? []
  if (words === '') return run.text
  const clear = (sign: string | undefined) => sign === undefined || /\s/u.test(sign)
  const binds =
    isWord(words[0]) && isWord(words.at(-1)) && (clear(lead[0] ?? before) || lead !== '') && (clear(tail[0] ?? after) || tail !== '') && run.emphasis.length === 1
  let body = escaped(words)
  for (const emphasis of run.emphasis) {
    const [open, close] = binds || !named[emphasis] ? tags[emphasis] : [`<${named[emphasis]}>`, `</${named[emphasis]}>`]
    body = `${open}${body}${close}`
  }
  if (run.link !== null) body = `[${body}](<${run.link.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>)`
  return `${lead}${body}${tail}`
}

const edgeOf = (run: Inline | undefined, at: 0 | -1): string | undefined => {
  if (!run || run.kind === 'break') return undefined
  return run.kind === 'citation' ? (run.text?.at(at)?.text.at(at) ?? '[') : run.text.at(at)
}

const citationText = ({ text, note }: CitationRun): string => `${text === null ? '' : referenceText(text)}${note === null ? '' : `[^${note}]`}`

/** Runs as lines: a break ends one. Joined by a backslash and a line end they are one paragraph. */
function inlineLines(runs: readonly Inline[]): string[] {
  const lines = ['']
  runs.forEach((run, index) => {
    if (run.kind === 'break') lines.push('')
    else {
      const own = run.kind === 'citation' ? citationText(run) : emphasised(run, edgeOf(runs[index - 1], -1), edgeOf(runs[index + 1], 0))
      lines.push((lines.pop() ?? '') + own)
    }
  })
  return lines.map((line) => escapedStart(line.replace(/\s+$/u, '')))
}

const paragraphLines = (runs: readonly Inline[]): string[] => {
  const lines = inlineLines(runs)
  return lines.map((line, index) => (index < lines.length - 1 ? `${line === '' ? '&nbsp;' : line}\\` : line))
}

function fenced(text: string): string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...text.split('\n'), fence]
}

function listLines(list: ListBlock): string[] {
  return list.items.flatMap((item, index) => {
    const mark = list.ordered ? `${list.start + index}. ` : '- '
    const lines = blockLines(item)
    const own = (lines.length > 0 ? lines : ['']).map((line, at) =>
      at === 0 ? `${mark}${line}`.trimEnd() : line === '' ? '' : `${' '.repeat(mark.length)}${line}`,
    )
    return index === 0 || list.tight ? own : ['', ...own]
  })
}

/** Where an image's address will stand. No text can look like it, since its brackets would be escaped. */
const imageText = ({ name, alternative }: ImageBlock): string => `![${escaped(alternative)}](<image:${name}>)`

/** What a cell of a pipe table can hold: one line. */
function cellText(blocks: readonly PaperBlock[]): string {
  return blocks
    .flatMap((block): string[] => {
      if (block.kind === 'paragraph' || block.kind === 'heading') return inlineLines(block.content)
      if (block.kind === 'list') {
        return block.items.map((item, index) => `${block.ordered ? `${block.start + index}\\.` : '•'} ${cellText(item)}`)
      }
      if (block.kind === 'quotation') return [cellText(block.content)]
      if (block.kind === 'callout') return [`**${escaped(block.label)}**`, cellText(block.content)]
      if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => cellText(cell.content)).join(' '))
      if (block.kind === 'chart') return [cellText(block.table)]
      if (block.kind === 'image') return [imageText(block)]
      return block.kind === 'code' ? block.text.split('\n').map(escaped) : []
    })
    .join('<br>')
}

/** A pipe table; spans leave empty cells, since Markdown has none. */
function tableLines(table: TableBlock): string[] {
  const grid = table.rows.map((): string[] => [])
  table.rows.forEach((row, y) => {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x += 1
      for (let dy = 0; dy < cell.rows; dy += 1) {
        for (let dx = 0; dx < cell.columns; dx += 1) {
          const line = grid[y + dy]
          if (line) line[x + dx] = dx === 0 && dy === 0 ? cellText(cell.content) : ''
        }
      }
    }
  })
  const written = (cells: string[]) => `| ${Array.from({ length: table.columns }, (_, x) => cells[x] ?? '').join(' | ')} |`
  const [first, ...rest] = table.headRows > 0 ? grid : [[], ...grid]
  return [written(first ?? []), `|${' --- |'.repeat(table.columns)}`, ...rest.map(written)]
}

function linesOf(block: PaperBlock, sources: readonly string[]): string[] {
  if (block.kind === 'sources') return [...sources]
  if (block.kind === 'paragraph') return paragraphLines(block.content)
  if (block.kind === 'heading') return [`${'#'.repeat(block.level + 1)} ${inlineLines(block.content).join('<br>')}`]
  if (block.kind === 'list') return listLines(block)
  if (block.kind === 'quotation') return blockLines(block.content).map((line) => (line === '' ? '>' : `> ${line}`))
  if (block.kind === 'callout') return [`> **${escaped(block.label)}**`, '>', ...blockLines(block.content).map((line) => (line === '' ? '>' : `> ${line}`))]
  if (block.kind === 'table') return tableLines(block)
  if (block.kind === 'code') return fenced(block.text)
  if (block.kind === 'chart') return blockLines(block.table)
  if (block.kind === 'image') return [imageText(block)]
  return ['* * *']
}

/** `sources` are the lines of the source list, where it has its place in the text. Two lists in a row would be read as one; a comment parts them. */
function blockLines(blocks: readonly PaperBlock[], sources: readonly string[] = []): string[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    if (before === undefined) return linesOf(block, sources)
    const parted = before.kind === 'list' && block.kind === 'list' ? ['', '<!-- -->'] : []
    return [...parted, '', ...linesOf(block, sources)]
  })
}

const lookTags: Record<RunLook, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub',
  'small-caps': 'span style="font-variant: small-caps"',
}

function referenceText(runs: readonly ReferenceRun[]): string {
  return runs
    .map(({ text, looks, marked, link }) => {
      if (link !== null) return `<${link.replaceAll(/[<>\s]/g, encodeURIComponent)}>`
      const words = marked ? `<mark>${escaped(text)}</mark>` : escaped(text)
      return looks.reduce((inner, look) => `<${lookTags[look]}>${inner}</${lookTags[look].split(' ')[0]}>`, words)
    })
    .join('')
}

/** The paper as Markdown, lines ended by `\n`; `addressOf` names an image's file where images lie beside the text. */
export function paperToMarkdown(paper: Paper, addressOf?: (file: string) => string): string {
  const { labels } = paper
  const head = paper.head.map(({ label, value }) => `**${escaped(label)}:** ${escaped(value)}`)
  const sources = paper.sources.map((entry) => `- ${referenceText(sourceRuns(entry))}${namesCitations(entry) ? ` ${citedBy(entry.notes, paper)}.` : ''}`)
  const evidence = paper.evidence.flatMap((entry) => [
    '',
    `### ${entry.number}\\. ${referenceText(evidenceRuns(entry))}`,
    '',
    `> ${referenceText(paragraphRuns(entry))}`,
    '',
    `${escaped([citedBy(entry.notes, paper), provenanceOf(entry)].filter(Boolean).join(' · '))}`,
  ])
  const notes = paper.notes.map((note) => `[^${note.number}]: ${referenceText(noteRuns(note, labels))}`)
  const lines = [
    `# ${escaped(paper.title)}`,
    '',
    ...head.map((line, index) => (index < head.length - 1 ? `${line}\\` : line)),
    '',
    ...blockLines(paper.body, sources),
    ...(sources.length > 0 && !sourcesStandInText(paper) ? ['', `## ${labels.sources}`, '', ...sources] : []),
    ...(evidence.length > 0 ? ['', `## ${labels.evidence}`, ...evidence] : []),
    ...(notes.length > 0 ? ['', ...notes.flatMap((note, index) => (index === 0 ? [note] : ['', note]))] : []),
  ]
  const written = `${lines.join('\n')}\n`
  return written.replaceAll(/\]\(<image:([^>]+)>\)/g, (_, name: string) => {
    const image = paper.images[name]
    return `](<${addressOf?.(name) ?? (image ? dataAddress(image) : '')}>)`
  })
}
