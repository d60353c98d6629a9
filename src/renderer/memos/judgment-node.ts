// A key judgment: a line of text whose likelihood and confidence are chosen, and write the words around it.
import { Node, type Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import { confidences } from '../../shared/items.ts'
import { judgmentClose, judgmentLead } from '../../shared/judgment-words.ts'
import { otherTerm, rowOf, termsOf, type Confidence, type Likelihood, type LikelihoodRow } from '../../shared/judgments.ts'
import { nodeRules } from '../../shared/memo-document.ts'
import { languageChanged, languageOf } from './editor-language.ts'
import { aControl, blockView, fillControl, setAttribute, type ControlChoice } from './block-controls.ts'

interface JudgmentAttributes {
  likelihood: Likelihood | null
  confidence: Confidence | null
}

const switching = 'other row'

/** The row of terms that a memo keeps to: that of its first judgment with a likelihood; null while there is none. */
export function rowIn(doc: ProseMirrorNode): LikelihoodRow | null {
  let row: LikelihoodRow | null = null
  doc.descendants((node) => {
    if (row === null && node.type.name === 'keyJudgment') {
      const { likelihood } = node.attrs as JudgmentAttributes
      if (likelihood !== null) row = rowOf(likelihood)
    }
    return row === null && !node.isTextblock
  })
  return row
}

/** What the list of likelihoods offers: the memo's row, and the way to the other; both rows while none was chosen. */
export function likelihoodChoices(row: LikelihoodRow | null, own: Likelihood | null): ControlChoice[] {
  const none: ControlChoice = { value: '', title: 'no likelihood' }
  const terms = (of: LikelihoodRow, group?: string) => termsOf(of).map((value): ControlChoice => ({ value, title: value, ...(group ? { group } : {}) }))
  if (row === null) return [none, ...terms('first', 'Likelihood'), ...terms('second', 'Probability')]
  // A judgment of the other row came in by a paste: what it says is shown.
  const stray: ControlChoice[] = own !== null && rowOf(own) !== row ? [{ value: own, title: own }] : []
  return [none, ...terms(row), ...stray, { value: switching, title: 'use the other row of terms' }]
}

const confidenceChoices: ControlChoice[] = [
  { value: '', title: 'no confidence level' },
  ...confidences.map((value) => ({ value, title: `${value} confidence` })),
]

/** Gives every judgment of a document the term of the other row for its probability, as one change. */
function switchRow(editor: Editor): void {
  const { state } = editor.view
  const change = state.tr
  state.doc.descendants((node, position) => {
    const { likelihood } = node.attrs as JudgmentAttributes
    if (node.type.name === 'keyJudgment' && likelihood !== null) {
      change.setNodeMarkup(position, null, { ...node.attrs, likelihood: otherTerm(likelihood) })
    }
  })
  editor.view.dispatch(change)
}

function judgmentView(first: ProseMirrorNode, editor: Editor, getPos: () => number | undefined): NodeView {
  let node = first
  const dom = document.createElement('div')
  dom.className = 'key-judgment'
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', 'Key judgment')
  const controls = document.createElement('div')
  controls.className = 'block-controls'
  controls.contentEditable = 'false'
  const title = document.createElement('span')
  title.textContent = 'Key judgment'
  const contentDOM = document.createElement('p')
  contentDOM.className = 'judgment-words'
  const back = () => {
    const position = getPos()
    if (position === undefined) return
    const { state } = editor.view
    editor.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, position + 1 + node.content.size)))
    editor.view.focus()
  }
  const likelihood = aControl('Likelihood', (value) => {
    if (value === switching) switchRow(editor)
    else setAttribute(editor.view, getPos(), 'likelihood', value === '' ? null : value)
  }, back)
  const confidence = aControl('Confidence', (value) => setAttribute(editor.view, getPos(), 'confidence', value === '' ? null : value), back)
  const fill = () => {
    const attributes = node.attrs as JudgmentAttributes
    fillControl(likelihood, likelihoodChoices(rowIn(editor.view.state.doc), attributes.likelihood), attributes.likelihood ?? '')
    fillControl(confidence, confidenceChoices, attributes.confidence ?? '')
  }
  const draw = () => {
    const attributes = node.attrs as JudgmentAttributes
    const [lead, close] = [judgmentLead(attributes.likelihood, languageOf(editor), node.textContent), judgmentClose(attributes.confidence, languageOf(editor))]
    contentDOM.dataset.lead = lead
    contentDOM.dataset.close = close === '' ? '' : ` ${close}`
    fillControl(likelihood, likelihoodChoices(attributes.likelihood === null ? null : rowOf(attributes.likelihood), null), attributes.likelihood ?? '')
    fillControl(confidence, confidenceChoices, attributes.confidence ?? '')
  }
  // Another judgment may have chosen the row since.
  for (const name of ['focus', 'pointerdown'] as const) likelihood.addEventListener(name, fill)
  dom.addEventListener(languageChanged, draw)
  controls.append(title, likelihood, confidence)
  dom.append(controls, contentDOM)
  draw()
  return blockView({ dom, controls, contentDOM }, (next) => {
    if (next.type !== node.type) return false
    node = next
    draw()
    return true
  })
}

const rules = nodeRules.keyJudgment?.attributes ?? {}

/** An attribute that pasted HTML may carry only where its value fits. */
const fromData = (name: 'likelihood' | 'confidence') => ({
  default: null,
  parseHTML: (element: HTMLElement) => {
    const value = element.dataset[name] ?? null
    return rules[name]?.fits(value) ? value : null
  },
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] }),
})

export const KeyJudgment = Node.create({
  name: 'keyJudgment',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes: () => ({ likelihood: fromData('likelihood'), confidence: fromData('confidence') }),

  parseHTML: () => [{ tag: 'p[data-judgment]', priority: 60 }],

  renderHTML: ({ HTMLAttributes }) => ['p', { 'data-judgment': '', ...HTMLAttributes }, 0],

  addNodeView: () => ({ node, editor, getPos }) => judgmentView(node, editor, getPos),
})
