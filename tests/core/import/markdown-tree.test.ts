// Markdown read without its HTML is what its HTML would be read as.
import * as fc from 'fast-check'
import { Marked } from 'marked'
import { expect, it } from 'vitest'
import { blocksOf } from '../../../src/core/import/html-blocks.ts'
import { firstHeading } from '../../../src/core/import/html-metadata.ts'
import { parseHtml } from '../../../src/core/import/html-tree.ts'
import { treeOfTokens } from '../../../src/core/import/markdown-tree.ts'

const marked = new Marked({ gfm: true, async: false })
const base = 'https://example.org/a/'

const inline = fc.constantFrom(
  ...'word|two words|*|**|_|__|~~|`code`|``a ` b``|[text](https://example.org/x?a=1&b=2)|[text](rel/a b)|[text](<rel/ä> "title")|![alt](p.png)|https://example.org/y|<https://example.org/z>|<a@example.org>|a@example.org|\\*|\\[|&|AT&T|a<b|1 > 0|"quoted"|it\'s|  \n|\\\n|é|停|😀|[x]|[y][ref]|%20|%zz'.split('|'),
)
const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))
const block = fc.oneof(
  line,
  line.map((text) => `# ${text}`),
  line.map((text) => `### ${text} ###`),
  line.map((text) => `${text}\n===`),
  line.map((text) => `> ${text}\n> more\n>\n> > inner`),
  line.map((text) => `- ${text}\n  - inner ${text}\n- [x] done\n- [ ] open`),
  line.map((text) => `3. ${text}\n\n   second paragraph\n4. next`),
  line.map((text) => `\`\`\`js\n${text}\n  kept   spaces\n\`\`\``),
  line.map((text) => `    indented ${text}`),
  line.map((text) => `| a | b |\n|:-:|---|\n| ${text.replaceAll('\n', ' ').replaceAll('|', '')} | 2 |\n| 3 |`),
  fc.constantFrom('---', '***', '[ref]: https://example.org/ref "t"', '```\n```', '> - nested\n>   > deep', '1) a\n2) b'),
)
const anyText = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n\n'))

it('gives the same blocks, marks and first heading, for any text', () => {
  let compared = 0
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = marked.lexer(text)
      const tree = treeOfTokens(tokens)
      if (!tree) return
      compared += 1
      const html = parseHtml(marked.parser(tokens), 'fragment').body
      expect(blocksOf(tree, base)).toEqual(blocksOf(html, base))
      expect(firstHeading(tree)).toBe(firstHeading(html))
    }),
    { numRuns: 1000, seed: 4 },
  )
  expect(compared).toBeGreaterThan(800)
})

it.each(['Words <b>bold</b>', '<div>\n\nWords\n\n</div>', 'A&nbsp;B', '`&lt;`', '[a](x&amp;y)', '![a](\ud800)'])('leaves %j to who reads HTML', (text) => {
  expect(treeOfTokens(marked.lexer(text))).toBeNull()
})
