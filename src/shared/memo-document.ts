// The one description of what a memo's document may hold; the editor's schema is tested against it.
import { chartFilterSchema, chartForms, chartKinds } from './charts.ts'
import { idSchema } from './identifiers.ts'
import { longestAlternative } from './images.ts'
import { commentsSchema } from './memo-comments.ts'
import { confidences, likelihoods } from './items.ts'
import { calloutKinds, longestFootnote } from './judgments.ts'
import { areEdits, mostEdits, wordsOfQuotation } from './passage-quotation.ts'
import { citeSchema, mostCites, type CitationAttributes, type DocumentNode } from './memos.ts'

/** One attribute: what it must be in words, whether it may be left out, and which values fit. */
export interface AttributeRule {
  description: string
  /** The value an editor fills in when the attribute is left out; absent for an attribute that must be there. */
  preset?: string | number | null | readonly []
  fits: (value: unknown) => boolean
}

/** What one kind of node may be: its attributes, its children by name, how many at least, and which stands first. */
export interface NodeRule {
  attributes: Record<string, AttributeRule>
  children: readonly string[]
  atLeast: number
  /** How many children at most; any number when absent. */
  atMost?: number
  first?: string
  /** Whether the text in it may carry marks; code carries comments alone. */
  marked: boolean | 'comments'
}

/** Nesting beyond this is refused: no memo needs it, and a recursion over it must be safe. */
export const deepestNesting = 200

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to
const isId = (value: unknown): boolean => idSchema.safeParse(value).success
const isCite = (value: unknown): boolean => citeSchema.safeParse(value).success
const isHref = (value: unknown): boolean => typeof value === 'string' && value.length <= 4000 && isAllowedHref(value)

/** Whether a link may point there: an absolute http, https, mailto or groundwork address without control characters. */
export function isAllowedHref(href: string): boolean {
  // oxlint-disable-next-line no-control-regex -- browsers skip control characters when they read a scheme
  return /^(https?|mailto|groundwork):/i.test(href) && !/[\u0000-\u001f\u007f]/.test(href)
}

const cellSpan: AttributeRule = {
  description: 'a whole number from 1 to 1000',
  preset: 1,
  fits: (value) => isWhole(value, 1, 1000),
}
const cellAttributes: Record<string, AttributeRule> = {
  colspan: cellSpan,
  rowspan: cellSpan,
  colwidth: {
    description: 'null or a list of widths in CSS pixels',
    preset: null,
    fits: (value) => value === null || (Array.isArray(value) && value.every((width) => isWhole(width, 0, 100_000))),
  },
  align: {
    description: 'null, left, center or right',
    preset: null,
    fits: (value) => value === null || value === 'left' || value === 'center' || value === 'right',
  },
}

const blocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'table',
  'horizontalRule',
  'keyJudgment',
  'callout',
  'chart',
  'passageQuotation',
  'image',
  'evidenceTable',
  'sourceList',
] as const
const inlines = ['text', 'citation', 'hardBreak', 'footnote', 'prompt'] as const

const oneOf = (values: readonly string[], preset: string | null): AttributeRule => ({
  description: `${preset === null ? 'null or ' : ''}one of ${values.join(', ')}`,
  preset,
  fits: (value) => (value === null ? preset === null : typeof value === 'string' && values.includes(value)),
})

const block = (rule: Partial<NodeRule>): NodeRule => ({
  attributes: {},
  children: [],
  atLeast: 0,
  marked: true,
  ...rule,
})

/** Every node a memo may hold, by its name in the JSON. */
export const nodeRules: Readonly<Record<string, NodeRule>> = {
  doc: block({
    attributes: {
      comments: { description: 'a list of comments', preset: [], fits: (value) => commentsSchema.safeParse(value).success },
    },
    children: blocks,
    atLeast: 1,
  }),
  paragraph: block({ children: inlines }),
  heading: block({
    attributes: {
      level: { description: 'a heading level from 1 to 3', preset: 1, fits: (value) => isWhole(value, 1, 3) },
    },
    children: inlines,
  }),
  bulletList: block({ children: ['listItem'], atLeast: 1 }),
  orderedList: block({
    attributes: { start: { description: 'a whole number', preset: 1, fits: (value) => isWhole(value, 0, 1_000_000) } },
    children: ['listItem'],
    atLeast: 1,
  }),
  listItem: block({ children: blocks, atLeast: 1, first: 'paragraph' }),
  blockquote: block({ children: blocks, atLeast: 1 }),
  codeBlock: block({
    attributes: {
      language: {
        description: 'null or a name',
        preset: null,
        fits: (value) => value === null || (typeof value === 'string' && value.length <= 100),
      },
    },
    children: ['text'],
    marked: 'comments',
  }),
  table: block({ children: ['tableRow'], atLeast: 1 }),
  tableRow: block({ children: ['tableCell', 'tableHeader'] }),
  tableHeader: block({ attributes: cellAttributes, children: blocks, atLeast: 1 }),
  tableCell: block({ attributes: cellAttributes, children: blocks, atLeast: 1 }),
  horizontalRule: block({}),
  keyJudgment: block({
    attributes: { likelihood: oneOf(likelihoods, null), confidence: oneOf(confidences, null) },
    children: inlines,
  }),
  passageQuotation: block({
    attributes: {
      edits: { description: `null or a list of 1 to ${mostEdits} cuts and insertions in order`, preset: null, fits: areEdits },
    },
    children: ['citation'],
    atMost: 1,
    marked: false,
  }),
  evidenceTable: block({}),
  sourceList: block({}),
  callout: block({ attributes: { kind: oneOf(calloutKinds, 'note') }, children: blocks, atLeast: 1 }),
  chart: block({
    attributes: {
      chart: { description: `one of ${chartKinds.join(', ')}`, fits: (value) => chartKinds.some((kind) => kind === value) },
      form: oneOf(chartForms, 'chart'),
      filter: { description: 'null or what is counted', preset: null, fits: (value) => value === null || chartFilterSchema.safeParse(value).success },
    },
  }),
  image: block({
    attributes: {
      image: { description: 'an identifier', fits: isId },
      alt: {
        description: `a text of at most ${longestAlternative} characters`,
        preset: '',
        fits: (value) => typeof value === 'string' && value.length <= longestAlternative,
      },
    },
  }),
  hardBreak: block({}),
  citation: block({
    attributes: {
      id: { description: 'an identifier', fits: isId },
      cites: {
        description: `a list of 1 to ${mostCites} references to passages`,
        fits: (value) => Array.isArray(value) && value.length > 0 && value.length <= mostCites && value.every(isCite),
      },
    },
  }),
  footnote: block({
    attributes: {
      text: {
        description: `a text of at most ${longestFootnote} characters`,
        fits: (value) => typeof value === 'string' && value.length <= longestFootnote,
      },
    },
  }),
  prompt: block({
    attributes: {
      text: { description: 'up to 300 characters', fits: (value) => typeof value === 'string' && value !== '' && value.length <= 300 },
    },
  }),
  text: block({}),
}

/** Every mark a memo may hold, by its name in the JSON. */
export const markRules: Readonly<Record<string, Record<string, AttributeRule>>> = {
  comment: { id: { description: 'an identifier', fits: isId } },
  link: { href: { description: 'an http, https, mailto or groundwork address', fits: isHref } },
  bold: {},
  code: {},
  italic: {},
  strike: {},
  underline: {},
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = <T>(rules: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(rules, name) ? rules[name] : undefined
const named = (value: unknown): string => (typeof value === 'string' ? `“${value.slice(0, 60)}”` : 'without a name')

function problemOfAttributes(rules: Record<string, AttributeRule>, given: unknown, of: string): string | null {
  if (given !== undefined && !isRecord(given)) return `attributes of ${of} that are not a set of values`
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(rules, name)) return `an attribute ${named(name)} of ${of}`
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value = given?.[name]
    if (value === undefined ? rule.preset === undefined : !rule.fits(value)) {
      return `${of} whose ${named(name)} is not ${rule.description}`
    }
  }
  return null
}

function problemOfMarks(marks: unknown): string | null {
  if (marks === undefined) return null
  if (!Array.isArray(marks)) return 'marks that are not a list'
  const seen = new Set<string>()
  for (const mark of marks) {
    const rules = isRecord(mark) && typeof mark.type === 'string' ? own(markRules, mark.type) : undefined
    if (!rules) return `a mark ${named(isRecord(mark) ? mark.type : mark)}`
    // Comments may overlap: each is a mark of its own.
    const name = mark.type === 'comment' && isRecord(mark.attrs) ? `comment ${String(mark.attrs['id'])}` : mark.type
    if (seen.has(name)) return `the mark ${named(mark.type)} twice on one text`
    seen.add(name)
    const extra = Object.keys(mark).find((key) => key !== 'type' && key !== 'attrs')
    if (extra !== undefined) return `a property ${named(extra)} of the mark ${named(mark.type)}`
    const problem = problemOfAttributes(rules, mark.attrs, `the mark ${named(mark.type)}`)
    if (problem) return problem
  }
  const isDressed = [...seen].some((name) => name !== 'code' && !name.startsWith('comment '))
  return seen.has('code') && isDressed ? 'code that is marked as something else, too' : null
}

const mayCarry = (parent: NodeRule | null, marks: readonly unknown[]): boolean =>
  parent?.marked === 'comments' ? marks.every((mark) => isRecord(mark) && mark.type === 'comment') : Boolean(parent?.marked)

const properties = new Set(['type', 'attrs', 'content', 'marks', 'text'])

function problemOfNode(node: unknown, parent: NodeRule | null, index: number): string | null {
  if (!isRecord(node) || typeof node.type !== 'string') return 'something that is not a node'
  const { type } = node
  const rule = own(nodeRules, type)
  if (!rule) return `a node ${named(type)}`
  const extra = Object.keys(node).find((key) => !properties.has(key))
  if (extra !== undefined) return `a property ${named(extra)} of ${named(type)}`
  if (parent ? !parent.children.includes(type) : type !== 'doc') return `${named(type)} in a place it cannot have`
  if (index === 0 && parent?.first && parent.first !== type) return `${named(type)} where ${named(parent.first)} belongs`
  if (type === 'text' ? typeof node.text !== 'string' || node.text === '' : node.text !== undefined) {
    return `${named(type)} with the wrong kind of text`
  }
  const inline = (inlines as readonly string[]).includes(type)
  if (Array.isArray(node.marks) && node.marks.length > 0 && !(inline && mayCarry(parent, node.marks))) return `marks on ${named(type)}`
  if (node.content !== undefined && !Array.isArray(node.content)) return `${named(type)} with contents that are no list`
  if (((node.content as unknown[] | undefined)?.length ?? 0) < rule.atLeast) return `${named(type)} with nothing in it`
  if (rule.atMost !== undefined && ((node.content as unknown[] | undefined)?.length ?? 0) > rule.atMost) return `${named(type)} with too much in it`
  return problemOfAttributes(rule.attributes, node.attrs, named(type)) ?? problemOfMarks(node.marks)
}

/**
 * Whether a value is a document this version knows whole. `problem` names the first thing that is not known,
 * in words that fit after "it holds", and is null when there is none. Never throws, at any depth.
 */
export function checkDocument(value: unknown): { problem: string | null } {
  const open: { node: unknown; parent: NodeRule | null; index: number; depth: number }[] = [
    { node: value, parent: null, index: 0, depth: 0 },
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, parent, index, depth } = next
    if (depth > deepestNesting) return { problem: `parts nested more than ${deepestNesting} deep` }
    const problem = problemOfNode(node, parent, index)
    if (problem) return { problem }
    const { type, content = [] } = node as DocumentNode
    for (let child = content.length - 1; child >= 0; child -= 1) {
      open.push({ node: content[child], parent: nodeRules[type] as NodeRule, index: child, depth: depth + 1 })
    }
  }
  return { problem: null }
}

/** A new memo's document: one empty paragraph. */
export const emptyDocument = (): DocumentNode => ({ type: 'doc', content: [{ type: 'paragraph' }] })

/** Parses a stored document and checks it; `problem` fits after "it holds". Never throws. */
export function parseDocument(text: string): { document: DocumentNode } | { problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'text that is not a document' }
  }
  const { problem } = checkDocument(value)
  return problem === null ? { document: value as DocumentNode } : { problem }
}

/** Every node in reading order, without recursion. Safe on any JSON: what is not a node is passed over. */
export function* nodesOf(document: DocumentNode): Generator<DocumentNode> {
  const open: unknown[] = [document]
  while (open.length > 0) {
    const node = open.pop()
    if (!isRecord(node)) continue
    yield node as unknown as DocumentNode
    const content = Array.isArray(node.content) ? node.content : []
    for (let child = content.length - 1; child >= 0; child -= 1) open.push(content[child])
  }
}

/** The citations of a checked document in reading order; the first one is number 1 on screen and on paper. */
export function citationsOf(document: DocumentNode): CitationAttributes[] {
  const citations: CitationAttributes[] = []
  for (const node of nodesOf(document)) {
    if (node.type === 'citation') citations.push(node.attrs as unknown as CitationAttributes)
  }
  return citations
}

const textBlocks = new Set(['paragraph', 'heading', 'codeBlock', 'keyJudgment'])

/**
 * The words of a document: its text blocks joined by `\n`, hard breaks as `\n`, citations, prompts and rules as nothing, block
 * quotations of passages as they are read, and the author's own footnotes after all.
 * Reads as much as there is of a document that was not checked. Never throws.
 */
export function plainTextOf(document: DocumentNode): string {
  const lines: string[] = []
  const footnotes: string[] = []
  for (const node of nodesOf(document)) {
    if (node.type === 'passageQuotation') lines.push(wordsOfQuotation(node))
    // What a later version calls a block is a line of its own, too.
    else if (textBlocks.has(node.type) || node.content?.some(({ text }) => typeof text === 'string')) lines.push('')
    else if (node.type === 'hardBreak') lines.push(`${lines.pop() ?? ''}\n`)
    else if (node.type === 'footnote' && typeof node.attrs?.['text'] === 'string') footnotes.push(node.attrs['text'])
    else if (typeof node.text === 'string') lines.push((lines.pop() ?? '') + node.text)
  }
  return [...lines, ...footnotes].join('\n')
}
