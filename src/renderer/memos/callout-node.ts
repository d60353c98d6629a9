// A callout: blocks set apart under a heading that says what they are for.
import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { calloutKinds, calloutTitles, type CalloutKind } from '../../shared/judgments.ts'
import { nodeRules } from '../../shared/memo-document.ts'
import { aControl, blockView, fillControl, setAttribute } from './block-controls.ts'

const choices = calloutKinds.map((value) => ({ value, title: calloutTitles[value] }))

function calloutView(first: ProseMirrorNode, view: () => EditorView, getPos: () => number | undefined): NodeView {
  let node = first
  const dom = document.createElement('div')
  dom.className = 'callout'
  dom.setAttribute('role', 'note')
  const controls = document.createElement('div')
  controls.className = 'block-controls'
  controls.contentEditable = 'false'
  const contentDOM = document.createElement('div')
  const back = () => {
    const position = getPos()
    if (position === undefined) return
    const { state } = view()
    view().dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(position + 1))))
    view().focus()
  }
  const kind = aControl('Kind of callout', (value) => setAttribute(view(), getPos(), 'kind', value), back)
  const draw = () => {
    const value = node.attrs.kind as CalloutKind
    dom.dataset.kind = value
    dom.setAttribute('aria-label', calloutTitles[value])
    fillControl(kind, choices, value)
  }
  controls.append(kind)
  dom.append(controls, contentDOM)
  draw()
  return blockView({ dom, controls, contentDOM }, (next) => {
    if (next.type !== node.type) return false
    node = next
    draw()
    return true
  })
}

export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,

  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: (element: HTMLElement) => {
        const kind = element.dataset.callout
        return nodeRules.callout?.attributes.kind?.fits(kind) ? kind : 'note'
      },
      renderHTML: ({ kind }) => ({ 'data-callout': kind as string }),
    },
  }),

  parseHTML: () => [{ tag: 'aside[data-callout]' }],

  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],

  addNodeView: () => ({ node, editor, getPos }) => calloutView(node, () => editor.view, getPos),
})
