// What comes from word processors and the web is pasted as it is meant, and hostile markup does nothing.
// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Editor } from '@tiptap/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cleanPaste } from '../../../src/renderer/memos/clean-paste.ts'
import { fittingSlice, withoutHandlers } from '../../../src/renderer/memos/memo-clipboard.ts'
import { schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { checkDocument } from '../../../src/shared/memo-document.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, `../../fixtures/paste/${name}.html`), 'utf8')

function pasted(html: string): DocumentNode {
  const editor = new Editor({
    extensions: [...schemaExtensions],
    editorProps: { transformPasted: fittingSlice, transformPastedHTML: (text) => cleanPaste(withoutHandlers(text)) },
  })
  onTestFinished(() => editor.destroy())
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
  return editor.getJSON() as DocumentNode
}

/** A document in brief: a line a block, indented by depth, with marks and leaves in brackets. */
function brief(node: DocumentNode, depth = 0): string[] {
  const inline = (node.content ?? []).filter(({ type }) => ['text', 'footnote', 'citation', 'hardBreak'].includes(type))
  const words = inline.map(({ type, text, marks, attrs }) => {
    const dress = (marks ?? []).map((mark) => mark.type).join(' ')
    if (type === 'footnote') return `{${String(attrs?.['text'])}}`
    return dress ? `[${dress}: ${text ?? type}]` : (text ?? `[${type}]`)
  })
  const name = node.type === 'heading' ? `h${String(node.attrs?.['level'])}` : node.type === 'orderedList' ? `orderedList ${String(node.attrs?.['start'])}` : node.type
  const own = node.type === 'doc' ? [] : [`${'  '.repeat(depth - 1)}${name}${words.length > 0 ? `: ${words.join('')}` : ''}`]
  return [...own, ...(inline.length > 0 ? [] : (node.content ?? []).flatMap((child) => brief(child, depth + 1)))]
}

const list = ['bulletList', '  listItem', '    paragraph: Territory', '    bulletList', '      listItem', '        paragraph: the cease-fire line', '  listItem', '    paragraph: Security']

describe('a paste', () => {
  it('from Word has its headings, lists, notes and tables, and nothing of its styles, comments and deleted words', () => {
    expect(brief(pasted(fixture('word')))).toEqual([
      'h1: Pressure before proposals',
      'h2: What happened',
      'paragraph: Five hours in the Kremlin produced [bold: no agreed text], by the account of [italic: Ushakov].{To reporters, on Tuesday.}',
      ...list,
      'paragraph: Then:',
      'orderedList 3',
      '  listItem',
      '    paragraph: Sanctions',
      '  listItem',
      '    paragraph: Assets',
      'blockquote',
      '  paragraph: “No compromise was found.”',
      'table',
      '  tableRow',
      '    tableCell',
      '      paragraph: [bold: Source]',
      '    tableCell',
      '      paragraph: Grade',
      'paragraph: [link: The article], and a kept word.',
    ])
  })

  it('from Google Docs has its emphasis by style and its nested lists', () => {
    expect(brief(pasted(fixture('google-docs')))).toEqual([
      'h2: What happened',
      'paragraph: Five hours produced [bold: no agreed text][italic:  at all]. See [link: the article].',
      ...list,
      'paragraph: The end.',
    ])
  })

  it('from LibreOffice has no empty paragraphs and no broken lines', () => {
    expect(brief(pasted(fixture('libreoffice')))).toEqual([
      'h2: What happened',
      'paragraph: Five hours produced [bold: no agreed text] at [italic: all].',
      ...list,
      'table',
      '  tableRow',
      '    tableHeader',
      '      paragraph: Source',
      '    tableCell',
      '      paragraph: B2',
      'paragraph: The end.',
    ])
  })

  it('from a web page has its words and web links, and not what the page hides or offers', () => {
    expect(brief(pasted(fixture('web')))).toEqual([
      'h3: Analysis',
      'paragraph: Five hours produced\u00a0[bold: no agreed text] at all.',
      'paragraph: See [link: the report] and below.',
      'blockquote',
      '  paragraph: No compromise was found.',
    ])
  })

  it('that is hostile runs nothing and keeps its words', async () => {
    const document = pasted(fixture('hostile'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((globalThis as { hit?: number }).hit).toBeUndefined()
    expect(checkDocument(document)).toEqual({ problem: null })
    expect(JSON.stringify(document)).toMatch(/words.*a link.*more words/)
    expect(cleanPaste(withoutHandlers(fixture('hostile')))).not.toMatch(/onerror|<script|<iframe|<svg/)
  })

  it('keeps the words around style sheets in comments, and of a sheet without an end nothing', () => {
    expect(brief(pasted('<p>one<!-- <style> --> two</p><style>p{}</style ><p>three</p><style>x'))).toEqual(['paragraph: one two', 'paragraph: three'])
  })

  it('of what was copied from a memo is left as it is', () => {
    const own = '<p data-pm-slice="1 1 []">words <del>as they are</del></p>'
    expect(cleanPaste(own)).toBe(own)
  })

  it('is cleaned in bounded time, however it nests and repeats', () => {
    const deep = `${'<div><ul>'.repeat(1500)}deep${'</ul></div>'.repeat(1500)}`
    expect(JSON.stringify(pasted(deep))).toContain('deep')
    const items = '<p style="mso-list:l0 level9 lfo1">x</p>'.repeat(3000)
    expect(checkDocument(pasted(items))).toEqual({ problem: null })
  })
})
