// Templates of memos: those that come along, as documents with prompts in place of words, and what is told of them.
import type { Id, Instant } from './identifiers.ts'
import { nodesOf } from './memo-document.ts'
import type { DocumentNode } from './memos.ts'

/** A template of the analyst's own. */
export interface OwnTemplate {
  id: Id
  name: string
  createdAt: Instant
}

interface BuiltInTemplate {
  name: string
  title: string
  /** What it is for, in a sentence. */
  about: string
  document: DocumentNode
}

const prompt = (text: string): DocumentNode => ({ type: 'prompt', attrs: { text } })
const paragraph = (...content: DocumentNode[]): DocumentNode => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' })
const asked = (text: string): DocumentNode => paragraph(prompt(text))
const heading = (level: number, text: string): DocumentNode => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] })
const judgment = (text: string): DocumentNode => ({ type: 'keyJudgment', attrs: { likelihood: null, confidence: null }, content: [prompt(text)] })
const items = (prompts: string[]): DocumentNode[] => prompts.map((text) => ({ type: 'listItem', content: [asked(text)] }))
const bullets = (...prompts: string[]): DocumentNode => ({ type: 'bulletList', content: items(prompts) })
const numbers = (...prompts: string[]): DocumentNode => ({ type: 'orderedList', attrs: { start: 1 }, content: items(prompts) })
const cellAttributes = { colspan: 1, rowspan: 1, colwidth: null, align: null }
const cells = (type: 'tableHeader' | 'tableCell', contents: DocumentNode[]): DocumentNode => ({
  type: 'tableRow',
  content: contents.map((content) => ({ type, attrs: { ...cellAttributes }, content: [content] })),
})
const header = (...words: string[]): DocumentNode => cells('tableHeader', words.map((text) => paragraph({ type: 'text', text })))
const document = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })

const comparedSource = cells('tableCell', [asked('Source'), asked('Its words (@)'), asked('Its own source'), asked('A–F, 1–6')])

/** The templates that come along, the blank one first. */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  { name: 'blank', title: 'Blank', about: 'An empty page.', document: document(paragraph()) },
  {
    name: 'policy',
    title: 'Policy memo',
    about: 'Bottom line up front: what to decide, then why, then the alternatives.',
    document: document(
      heading(2, 'Bottom line'),
      asked('In three sentences: what happened, what it means, what the reader should do'),
      heading(2, 'What happened'),
      asked('The facts the reader needs and no more, each with its source (@)'),
      heading(2, 'Assessment'),
      asked('What follows from them: how likely it is, and in a sentence of its own how confident you are'),
      heading(2, 'Options'),
      numbers('An option: what it brings, what it costs, who would have to agree', 'The next option', 'Doing nothing, and what happens then'),
      heading(2, 'Recommendation'),
      asked('Who should do what by when, and which judgments that rests on'),
      heading(2, 'What would change this view'),
      bullets('A development that would show you wrong'),
    ),
  },
  {
    name: 'assessment',
    title: 'Intelligence assessment',
    about: 'Key judgments with likelihood and confidence, then what they rest on.',
    document: document(
      heading(2, 'Key judgments'),
      judgment('The first judgment; its likelihood and confidence are chosen beside it, its evidence follows it (@)'),
      judgment('The second judgment'),
      judgment('The third judgment'),
      heading(2, 'Scope'),
      asked('The question, the period, what was left out, and when the information was cut off'),
      heading(2, 'Discussion'),
      heading(3, 'What is known'),
      asked('Facts by source and grade (@)'),
      heading(3, 'What is judged'),
      asked('From facts to judgments: the reasoning, and the assumptions it needs'),
      heading(2, 'Alternatives'),
      asked('Another explanation of the same evidence, and why it is less likely'),
      heading(2, 'Confidence and gaps'),
      asked('How good and how independent the sources are, and what is missing'),
      heading(2, 'Outlook'),
      bullets('An indicator to watch, and what it would mean'),
      heading(2, 'Evidence'),
      { type: 'evidenceTable' },
    ),
  },
  {
    name: 'comparison',
    title: 'Comparison of sources',
    about: 'What several sources say on one question, side by side, and which to trust.',
    document: document(
      asked('The question on which the sources are compared'),
      { type: 'table', content: [header('Source', 'What it says', 'What that rests on', 'Grade'), comparedSource, comparedSource, comparedSource] },
      heading(2, 'Where they agree'),
      asked('What all say, and whether they say it independently of each other'),
      heading(2, 'Where they differ'),
      asked('The difference, quoted from each (@), and what could explain it'),
      heading(2, 'Which to trust, and why'),
      asked('The judgment, with likelihood and confidence in separate sentences'),
    ),
  },
]

/** A document as a template: its words and prompts, without citations and comments, which belong to one memo alone. */
export function asTemplate(source: DocumentNode): DocumentNode {
  const { attrs: _comments, ...copy } = JSON.parse(JSON.stringify(source)) as DocumentNode
  for (const node of nodesOf(copy)) {
    if (!node.content) continue
    node.content = node.content.filter(({ type }) => type !== 'citation')
    for (const child of node.content) {
      if (child.marks) child.marks = child.marks.filter(({ type }) => type !== 'comment')
      if (child.marks?.length === 0) delete child.marks
    }
    if (node.content.length === 0) delete node.content
  }
  return copy
}
