// The clipboard: citations as numbers outside, as citations inside; foreign content as far as a memo may hold it.
// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { DOMParser, type Slice } from '@tiptap/pm/model'
import { afterEach, describe, expect, it } from 'vitest'
import { collectCitations } from '../../../src/renderer/memos/citations-plugin.ts'
import {
  fittingSlice,
  htmlSerializer,
  textOfSlice,
  withoutHandlers,
} from '../../../src/renderer/memos/memo-clipboard.ts'
import { memoSchema, schemaExtensions } from '../../../src/renderer/memos/memo-schema.ts'
import { checkDocument } from '../../../src/shared/memo-document.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aCitation, aDocument, aParagraph, aState } from './memo-builders.ts'

const memo = aState(
  aDocument(
    aParagraph('One.', aCitation(1), ' Two.', aCitation(2)),
    aParagraph('Three', { type: 'hardBreak' }, 'lines.', aCitation(3)),
  ),
)
const citations = collectCitations(memo.doc)
const numbers = new Map(citations.map(({ id }, index) => [id, index + 1]))

const parsed = (html: string): Slice => {
  const page = new globalThis.DOMParser().parseFromString(html, 'text/html')
  return DOMParser.fromSchema(memoSchema()).parseSlice(page.body, { preserveWhitespace: true })
}

let editor: Editor | null = null
afterEach(() => editor?.destroy())

/** What a memo holds after foreign HTML was pasted into an empty one. */
function pasted(html: string): DocumentNode {
  editor = new Editor({
    extensions: [...schemaExtensions],
    editorProps: { transformPasted: fittingSlice, transformPastedHTML: withoutHandlers },
  })
  // jsdom has no ClipboardEvent; with the HTML given, the event is only passed on.
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
  return editor.getJSON() as DocumentNode
}

describe('copying', () => {
  it('gives plain text with a citation as its number', () => {
    expect(textOfSlice(memo.doc.slice(0, memo.doc.content.size), numbers)).toBe('One.[1] Two.[2]\n\nThree\nlines.[3]')
    expect(textOfSlice(memo.doc.slice(6, 13), numbers)).toBe(' Two.[2]')
  })

  it('gives HTML in which a citation reads as its number and is one again inside', () => {
    const holder = document.createElement('div')
    holder.append(htmlSerializer(memoSchema(), () => numbers).serializeFragment(memo.doc.content))
    expect(holder.textContent).toBe('One.[1] Two.[2]Threelines.[3]')
    expect(collectCitations(memoSchema().node('doc', null, parsed(holder.innerHTML).content))).toEqual(citations)
  })
})

describe('pasting', () => {
  it('makes each citation one of its own', () => {
    const twice = [fittingSlice(memo.doc.slice(0, 6)), fittingSlice(memo.doc.slice(0, 6))]
    const found = twice.flatMap((slice) => collectCitations(memoSchema().node('doc', null, slice.content)))
    expect(new Set([...found, ...citations].map(({ id }) => id)).size).toBe(5)
    expect(found.map(({ cites }) => cites)).toEqual(
      Array.from({ length: 2 }, () => citations[0]?.cites),
    )
  })

  const hostile: [string, string][] = [
    ['an image and a script', '<p>text<img src="//evil.example/x.png" onerror="alert(1)"><script>x()</script></p>'],
    ['a script as a link', '<p><a href="javascript:alert(1)">a</a><a href=" java\nscript:x">b</a></p>'],
    ['a forged citation', '<p><span data-citation="x" data-cites="[{}]">[1]</span></p>'],
    ['a table with impossible cells', '<table><tr><td colspan="5000" rowspan="abc">c</td><th colspan="-1"></table>'],
    ['a list that starts nowhere', '<ol start="x" type="zz"><li>one</li></ol><ol start="-5"><li>two</li></ol>'],
    ['code in a language with an endless name', `<pre><code class="language-${'x'.repeat(500)}">code</code></pre>`],
    ['headings of every rank', '<h1>1</h1><h4>4</h4><h6>6</h6>'],
    ['a Word paragraph', '<p class="MsoNormal" style="mso-list:l0"><o:p>word</o:p><b style="font:0">bold</b></p>'],
    ['three hundred quotations in each other', `${'<blockquote>'.repeat(300)}deep${'</blockquote>'.repeat(300)}`],
    ['a form', '<form action="//evil.example"><input value="x"><button>Go</button></form><iframe src="//x">'],
  ]

  it.each(hostile)('holds only what a memo may hold, from %s', (_what, html) => {
    expect(checkDocument(pasted(html))).toEqual({ problem: null })
  })

  it('keeps the words of what it cannot keep', () => {
    const words = (html: string): string => JSON.stringify(pasted(html).content)
    expect(words(`${'<blockquote>'.repeat(300)}deep words${'</blockquote>'.repeat(300)}`)).toContain('deep words')
    expect(words('<h5>five</h5><p><a href="javascript:x">a place</a></p>')).toContain('a place')
  })

  it('takes handlers out of tags and leaves text that looks like one', () => {
    const html = `<p onclick="a('>')" class=x>if (on=1) <b ONLOAD=x>y</b></p>`
    expect(withoutHandlers(html)).toContain('if (on=1) <b>y</b>')
  })
})
