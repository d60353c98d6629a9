// The little XML that packed formats need: decoded, without declarations of types, and single elements by name.
import { unescapeMarkup } from './markup.ts'
import type { DocumentInput } from './reading.ts'
import { refusal } from './refusal.ts'

/**
 * The text of an XML file. A document type is refused unless it is a bare one such as `<!DOCTYPE html>`: entities of
 * a document's own can stand for other files, or for more text than there is memory.
 */
export function xmlText(bytes: Uint8Array | undefined, input: DocumentInput): string {
  const encoding = bytes?.[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes?.[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes ?? new Uint8Array())
  if (/<!ENTITY|<!DOCTYPE[^>[]*\[/i.test(text)) {
    throw refusal('source.damaged', input, 'its markup declares entities of its own, which can be made to fill the memory or to read other files.')
  }
  return text
}

/** The texts of the elements of a name, in order, markup inside them left out. */
export function elementTexts(xml: string, name: string): string[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*(?:<(?!/${name}>)[^<]*)*)</${name}>`, 'g')
  return [...xml.matchAll(pattern)]
    .slice(0, 200)
    .map(([, inner = '']) => unescapeMarkup(inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

/** The attributes of each element of a name, in order. */
export function elementsNamed(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?${name}(\\s[^>]*?)?/?>`, 'g'))].map(([, written = '']) => {
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>
    for (const [, key = '', double, single] of written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      attributes[key] = unescapeMarkup(double ?? single ?? '')
    }
    return attributes
  })
}
