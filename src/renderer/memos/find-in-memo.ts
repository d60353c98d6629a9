// Finding in a memo's document: by words or by a pattern, within the runs of text between citations, which it never enters.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** What is sought. `pattern` reads the query as a regular expression (JavaScript's, with Unicode classes). */
export interface FindOptions {
  query: string
  matchCase: boolean
  wholeWords: boolean
  pattern: boolean
}

/** Where something was found: positions of the document, and the parts of the pattern for `$1` and the like. */
export interface Match {
  from: number
  to: number
  groups: readonly string[]
}

/** `problem` says in a sentence why nothing was sought, or why the search stopped; else null. */
export interface Found {
  matches: Match[]
  problem: string | null
}

const longestQuery = 1000
/** No more than this is found or replaced at once. */
export const mostFound = 100_000
/** In milliseconds: a pattern that takes longer is stopped. It is looked at between two runs of text. */
const patience = 400

const alike: [RegExp, string][] = [
  [/['‘’‚′]/gu, "['‘’‚′]"],
  [/["“”„«»″]/gu, '["“”„«»″]'],
  [/[-‐‑‒–—−]/gu, '[-‐‑‒–—−]'],
  [/\s+/gu, '\\s+'],
]

/** Plain words as a pattern: kinds of quotation marks, dashes and spaces are one, as in the Reader's search. */
function patternOfWords(query: string): string {
  const escaped = query.normalize('NFC').replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
  return alike.toReversed().reduce((source, [kind, any]) => source.replace(kind, any), escaped)
}

/** Signs that stand for parts of a pattern while it is judged; no pattern has them by chance. */
const [reference, repeating, endless] = ['\uE001', '\uE002', '\uE003']

/**
 * Why a pattern could run without end; null when it cannot: what repeats may not stand within what repeats, nor may
 * alternatives, no more than three parts may repeat without bound, and nothing may refer back.
 */
function endlessness(source: string): string | null {
  const bare = source.replaceAll(/\\[1-9k]/g, reference).replaceAll(/\\./gsu, '_').replaceAll(/\[[^\]]*\]/g, '_')
  if (bare.includes(reference)) return 'This pattern refers back to a part of itself, which is not searched for.'
  const repeats = bare.match(/[*+]|\{\d+,\}/g) ?? []
  if (repeats.length > 3) return 'This pattern repeats more than three parts without bound, which could take for ever.'
  let rest = bare
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replaceAll(/\(([^()]*)\)([*+?]|\{[^}]*\})?/g, (_, inner: string, repeat?: string) => {
      const repeats = /[*+{\uE002\uE003]/.test(inner)
      const isRepeated = repeat !== undefined && repeat !== '?'
      if (inner.includes(endless) || (isRepeated && (repeats || inner.includes('|')))) return endless
      return repeats || isRepeated ? repeating : '_'
    })
  }
  return rest.includes(endless) ? 'This pattern repeats a part that repeats within, which could take for ever.' : null
}

/** The expression that is sought; a sentence where there is none; null for an empty query. */
function expressionOf({ query, matchCase, wholeWords, pattern }: FindOptions): RegExp | string | null {
  if (query === '') return null
  if (query.length > longestQuery) return 'This is too long to be searched for.'
  const refusal = pattern ? endlessness(query) : null
  if (refusal) return refusal
  const source = pattern ? query : patternOfWords(query)
  const whole = wholeWords ? String.raw`(?<![\p{L}\p{N}_])(?:${source})(?![\p{L}\p{N}_])` : source
  try {
    return new RegExp(whole, matchCase ? 'gmu' : 'gimu')
  } catch {
    return 'This pattern is not complete, or not one.'
  }
}

/** The runs of text of a document: a text block in pieces between its citations, hard breaks as `\n`. */
function* runsOf(doc: ProseMirrorNode): Generator<{ text: string; from: number }> {
  const blocks: { block: ProseMirrorNode; start: number }[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ block: node, start: position + 1 })
    return !node.isTextblock
  })
  for (const { block, start } of blocks) {
    let [text, from] = ['', start]
    for (let index = 0, at = start; index < block.childCount; index += 1) {
      const child = block.child(index)
      const words = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : null
      at += child.nodeSize
      if (words !== null) text += words
      else {
        if (text !== '') yield { text, from }
        ;[text, from] = ['', at]
      }
    }
    if (text !== '') yield { text, from }
  }
}

/** Every match in the order of the text. What matches nothing at all in a place is passed over. */
export function findInMemo(doc: ProseMirrorNode, options: FindOptions): Found {
  const expression = expressionOf(options)
  if (expression === null || typeof expression === 'string') return { matches: [], problem: expression }
  const matches: Match[] = []
  const end = performance.now() + patience
  for (const { text, from } of runsOf(doc)) {
    if (options.pattern && performance.now() > end) return { matches, problem: 'This pattern takes too long; it was not searched for in all of the text.' }
    for (const found of text.matchAll(expression)) {
      if (found[0] === '') continue
      matches.push({ from: from + found.index, to: from + found.index + found[0].length, groups: found.map((group) => group ?? '') })
      if (matches.length === mostFound) return { matches, problem: null }
    }
  }
  return { matches, problem: null }
}

/** What stands in place of a match: the text as it is, or for a pattern with `$1` to `$99`, `$&` and `$$` filled in. */
export function replacementFor({ groups }: Match, replacement: string, pattern: boolean): string {
  if (!pattern) return replacement
  return replacement.replaceAll(/\$(\$|&|[1-9]\d?)/g, (whole, sign: string) => {
    if (sign === '$') return '$'
    return sign === '&' ? (groups[0] ?? '') : (groups[Number(sign)] ?? whole)
  })
}

/** The index of the first match at or after a position, else the first; -1 when there is none. */
export function matchAfter(matches: readonly Match[], position: number): number {
  const index = matches.findIndex(({ from }) => from >= position)
  return index < 0 && matches.length > 0 ? 0 : index
}
