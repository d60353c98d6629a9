// Hostile markup through every importer and out again in every form: words stay words, links lead to the web or nowhere.
import { describe, expect, it } from 'vitest'
import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { readFileSync } from 'node:fs'
import { readAnyDocument } from '../../../src/core/import/read-document.ts'
import { aCite } from '../../../src/shared/memos.ts'
import { hostileDocuments } from '../../hostile/documents.ts'
import { hostileMarkup } from '../../hostile/markup.ts'
import { aCore, aSource, spanOf } from '../a-core.ts'
import { addressesOf } from '../exports/poppler.ts'
import { zipParts } from '../exports/read-docx.ts'

const documents = Object.entries(await hostileDocuments())

/** What in a page could run or fetch something. */
function dangersIn(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const found: string[] = []
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase()
    if (/^(?:script|iframe|frame|object|embed|applet|link|base|form|svg|math|img|picture|video|audio|source|track|input|template)$/.test(name)) found.push(`<${name}>`)
    if (name === 'meta' && element.hasAttribute('http-equiv') && !/content-security-policy/i.test(element.getAttribute('http-equiv') ?? '')) found.push('<meta>')
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || attribute === 'srcdoc' || attribute === 'src' || attribute === 'background') found.push(`${name} ${attribute}`)
      if (/href$/i.test(attribute) && !/^(?:https?:|mailto:|#)/i.test(value)) found.push(`${name} ${attribute}=${value}`)
      if (attribute === 'style' && /url\(|expression|binding/i.test(value)) found.push(`${name} style`)
    }
  }
  return found
}

it('there are at least sixty of them, each another one', () => {
  expect(new Set(hostileMarkup).size).toBeGreaterThanOrEqual(60)
})

describe('a document full of hostile markup', () => {
  it.each(documents)('%s becomes text, with links that lead to the web alone', async (fileName, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const document = await readAnyDocument({ bytes, fileName }, () => {})
    expect(document.text).toMatch(/The end of the|A note below/)
    expect(document.marks.flatMap(({ href }) => href ?? []).filter((href) => !/^(?:https?|mailto):/.test(href))).toEqual([])
    expect(document.metadata.url ?? 'https:').toMatch(/^https?:/)
  })
})

describe('a memo that quotes hostile words', () => {
  async function aHostileMemo() {
    const core = aCore()
    const title = hostileMarkup[3] ?? ''
    const source = await aSource(core, hostileMarkup.map((one) => `It said: ${one}`).join('\n\n'), title)
    core.api.sources.update({ source: source.source, metadata: { containerTitle: hostileMarkup[7] ?? '', authors: [{ literal: hostileMarkup[0] ?? '' }] } })
    const content = source.blocks.map((block, at) => {
      const quote = source.text.slice(block.start, block.end)
      const { passage } = core.api.items.tag({ source: source.source, version: source.version, spans: [spanOf(source, quote)], kind: 'claim' })
      const id = `01900000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`
      return { type: 'paragraph', content: [{ type: 'text', text: quote }, { type: 'citation', attrs: { id, cites: [{ ...aCite(passage, 1, quote), prefix: title, suffix: title }] } }] }
    })
    const { id } = core.api.memos.create({ head: { title, authors: title, audience: title } })
    core.api.memos.save({ memo: id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
    return { core, id }
  }
  const exported = async (format: 'html' | 'md' | 'docx' | 'pdf') => {
    const { core, id } = await aHostileMemo()
    const { file } = await core.api.exports.memo({ memo: id, format })
    return core.files.served(file).path
  }

  it('is a web page in which nothing runs and nothing is fetched', async () => {
    const html = readFileSync(await exported('html'), 'utf8')
    expect(dangersIn(html.slice(html.indexOf('<body')))).toEqual([])
    expect(html).toContain('globalThis.ran=1')
  })

  it('is Markdown that renders to the words', async () => {
    expect(dangersIn(marked.parse(readFileSync(await exported('md'), 'utf8'), { async: false, gfm: true }))).toEqual([])
  })

  it('is rich text in which nothing runs', async () => {
    const { core, id } = await aHostileMemo()
    const { html, text } = await core.api.exports.richText({ memo: id })
    expect(dangersIn(html)).toEqual([])
    expect(text).toContain('globalThis.ran=1')
  })

  it('is a Word document whose parts lead nowhere but to the web', async () => {
    const parts = await zipParts(readFileSync(await exported('docx')))
    const targets = Object.entries(parts).flatMap(([name, content]) => (name.endsWith('.rels') ? (content.match(/<Relationship [^>]*TargetMode="External"[^>]*>/g) ?? []) : []))
    expect(targets.filter((target) => !/Target="(?:https?|mailto):/.test(target))).toEqual([])
    expect(parts['word/document.xml']).not.toMatch(/<w:(?:object|altChunk|attachedTemplate)|DDEAUTO|INCLUDEPICTURE/)
  })

  it('is a PDF without scripts, whose links lead to the web alone', { timeout: 60_000 }, async () => {
    const path = await exported('pdf')
    expect(readFileSync(path, 'latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|OpenAction|SubmitForm)\b/)
    expect(addressesOf(path).filter((address) => !/^(?:https?|mailto):/.test(address))).toEqual([])
  })
})
