// HTML: blocks and marks of fragments, the article of whole pages, and nothing that could run.
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/core/import/read-document.ts'
import { fixture, marksOf, outlineOf, readPasted, readText, textsOf } from './documents.ts'

const pasted = (html: string, url?: string) => readPasted(html, 'text/html', { url: url ?? null })

describe('the blocks of a fragment', () => {
  it('are headings, paragraphs, quotations and preformatted text', () => {
    const html = '<h2>A</h2><p>B</p>C<div>D<h4>E</h4></div><blockquote><p>F</p>G</blockquote><pre>\nx  y\n  z\n</pre>'
    expect(outlineOf(pasted(html))).toEqual([
      'heading 2: A',
      'paragraph: B',
      'paragraph: C',
      'paragraph: D',
      'heading 4: E',
      'quotation: F',
      'quotation: G',
      'preformatted: x  y\n  z',
    ])
  })

  it('are list items with depth and order; what follows in an item is a paragraph', () => {
    const html = '<ul><li>A<ol><li>B</ol></li><li><p>C</p><p>D</p></li></ul><ol><li>E</li></ol>'
    expect(outlineOf(pasted(html))).toEqual([
      'list-item 1: A',
      'list-item 2 ordered: B',
      'list-item 1: C',
      'paragraph: D',
      'list-item 1 ordered: E',
    ])
  })

  it('are rows of tables with their cells apart, head rows marked, tables numbered', () => {
    const html =
      '<table><caption>Rounds</caption><thead><tr><td>Place</td><td>Day</td></tr></thead>' +
      '<tr><td>Geneva,<br>Hotel</td><td><p>1</p></td></tr><tr><td></td><td>2</td></tr><tr><td> </td><td></td></tr></table>' +
      '<p>Then:</p><table><tr><th>A</th><th>B</th></tr><tr><th>C</th><td>D</td></tr></table>'
    expect(outlineOf(pasted(html))).toEqual([
      'paragraph: Rounds',
      'table-row 0 header: Place\tDay',
      'table-row 0: Geneva, Hotel\t1',
      'table-row 0: \t2',
      'paragraph: Then:',
      'table-row 1 header: A\tB',
      'table-row 1: C\tD',
    ])
  })

  it('are paragraphs in tables that only arrange a page', () => {
    const html = '<table><tr><td>Menu</td><td><table><tr><td><p>A</p><p>B</p></td></tr></table></td></tr></table>'
    expect(outlineOf(pasted(html))).toEqual(['paragraph: Menu', 'paragraph: A', 'paragraph: B'])
  })

  it('are divided by doubled line breaks, not by single ones', () => {
    expect(textsOf(pasted('<p>A<br>B<br>\n<br>C<br></p>'))).toEqual(['A B', 'C'])
  })

  it('have white space as a browser shows it, entities read, nothing for empty elements', () => {
    expect(textsOf(pasted('<p>\n A&nbsp;B  <b> c</b>\n</p><p>&nbsp;</p><p>Trump&#8217;s &amp; co</p>'))).toEqual(['A\u00a0B c', 'Trump’s & co'])
  })

  it('are composed across elements', () => {
    const document = pasted('<p>caf<b>e</b>&#x301; <i>au</i></p>')
    expect([document.text, marksOf(document)]).toEqual(['café au', ['strong: é', 'emphasis: au']])
  })

  it('hold nothing that runs, loads, is hidden or belongs to a control', () => {
    const html =
      '<script>a()</script><style>b{}</style><template>c</template><noscript>d</noscript><iframe src="e">e</iframe>' +
      '<svg><text>f</text></svg><button>g</button><select><option>h</select><textarea>i</textarea>' +
      '<p hidden>j</p><p style="color:red; display : none">k</p><p aria-hidden="true">l</p><img alt="m" onerror="n()" src="x">' +
      '<p onclick="o()">Only this<!-- p --></p>'
    expect([pasted(html).text, pasted(html).marks]).toEqual(['Only this', []])
  })
})

describe('the marks of a fragment', () => {
  it('are emphasis, strong and links, without the spaces at their ends', () => {
    const document = pasted('<p>One <em>two <strong> three</strong></em> <a href="https://example.org/x">four </a><b>five<i></i></b></p>')
    expect(document.text).toBe('One two three four five')
    expect(marksOf(document)).toEqual(['emphasis: two three', 'strong: three', 'link: four → https://example.org/x', 'strong: five'])
  })

  it('go on in each block that an element spans', () => {
    expect(marksOf(pasted('<a href="https://example.org/"><p>One</p><p>Two</p></a>Three'))).toEqual([
      'link: One → https://example.org/',
      'link: Two → https://example.org/',
    ])
  })

  it('are resolved against the address, and dropped without one', () => {
    const html = '<p><a href="/b?c=1#d">x</a> <a href="//example.net">y</a> <a href="mailto:a@example.org">z</a></p>'
    expect(marksOf(pasted(html, 'https://example.org/a/'))).toEqual([
      'link: x → https://example.org/b?c=1#d',
      'link: y → https://example.net/',
      'link: z → mailto:a@example.org',
    ])
    expect(marksOf(pasted(html))).toEqual(['link: z → mailto:a@example.org'])
  })

  it.each(['javascript:alert(1)', ' jAvA\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'https://', 'smb://x/y'])(
    'never lead to %s',
    (href) => {
      const document = pasted(`<p><a href="${href}">word</a></p>`, 'https://example.org/')
      expect(document.marks.filter((mark) => !mark.href?.startsWith('https://example.org/'))).toEqual([])
      expect(document.text).toBe('word')
    },
  )
})

describe('a whole page', () => {
  it('gives its article, without navigation, advertisement and footer', () => {
    const page = readDocument(fixture('article.html'))
    expect(outlineOf(page).map((line) => line.slice(0, 60))).toEqual([
      'paragraph: After five hours, the envoys left the hotel witho',
      'heading 2: What was on the table',
      'paragraph: The plan, worked on for two weeks, had twenty-eig',
      'paragraph: No one would say where, and the delegations, tire',
      'list-item 1: A cease-fire along current lines',
      'list-item 1: Guarantees, to be agreed',
      'quotation: “We are not further than in spring,” one diplomat',
      'table-row 0 header: Round\tPlace',
      'table-row 0: 1\tGeneva',
      'table-row 0: 2\tFlorida',
      'paragraph: What happens next is open, though few, whatever t',
    ])
    expect(marksOf(page)).toEqual(['emphasis: envoys', 'link: the line → https://example.org/maps?line=1'])
    expect(page.setAside).toEqual([{ text: 'Read more: The plan, point by point', rule: 'cross-reference' }])
  })

  it('gives its whole body when no article is found in it, navigation apart', () => {
    const page = '<html><body><nav><a href="/">Home</a></nav><h1>Note</h1><p>Short.</p><div>Shorter.</div></body></html>'
    expect(outlineOf(readText(page, 'a.html'))).toEqual(['heading 1: Note', 'paragraph: Short.', 'paragraph: Shorter.'])
  })

  it.each([
    ['no html element', '<!doctype html><title>T</title><p>One<p>Two'],
    ['no body element', '<html><head><title>T</title></head><p>One</p><p>Two</p></html>'],
    ['text after its end', '<html><head><title>T</title></head><body><p>One</p></body></html><p>Two</p>'],
    ['text before its start', '<meta name="a"><html><head><title>T</title></head><p>One</p><body><p>Two</p></body></html>'],
    ['upper-case tags and attributes', '<HTML><HEAD><TITLE>T</TITLE></HEAD><BODY><P ALIGN=LEFT>One<P>Two</BODY></HTML>'],
  ])('is read with %s', (_what, html) => {
    const page = readText(html, 'a.html')
    expect([page.metadata.title, textsOf(page)]).toEqual(['T', ['One', 'Two']])
  })

  it('is a fragment when the clipboard wrapped it', () => {
    const clipboard = '<html><body>\n<!--StartFragment--><b>Just this</b><!--EndFragment-->\n</body></html>'
    expect(outlineOf(pasted(clipboard))).toEqual(['paragraph: Just this'])
  })
})
