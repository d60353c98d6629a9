// Documents of every format that import reads, full of hostile markup: as their markup where they have any, and as words.
import { aPdf, anEpub, anOdt, aDocx, printed } from '../core/import/packed-files.ts'
import { asCharacters, attacker, hostileMarkup } from './markup.ts'

const all = hostileMarkup.join('\n')
const words = hostileMarkup.map(asCharacters)
/** Characters that XML 1.0 has no way to hold. */
// oxlint-disable-next-line no-control-regex -- these characters are the subject
const xml = (text: string): string => asCharacters(text).replaceAll(/[\u0000-\u0008]/g, '')
const rtf = (text: string): string => text.replaceAll(/[\\{}]/g, '\\$&')
const latin = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, ' ')

const page = `<!doctype html><html><head><title>Page ${asCharacters(hostileMarkup[3] ?? '')}</title>${hostileMarkup.slice(24, 33).join('')}<meta property="og:site_name" content="${asCharacters(hostileMarkup[0] ?? '')}"><link rel="canonical" href="javascript:globalThis.ran=1"></head><body><article><h1>Hostile page</h1>${words.map((one) => `<p>Words of it, ${one}.</p>`).join('')}${all}<p>The end of the page.</p></article></body></html>`

/** The files by name. */
export async function hostileDocuments(): Promise<Record<string, string | Uint8Array>> {
  const mail = 'MIME-Version: 1.0\r\nDate: Fri, 7 Mar 2025 10:00:00 +0100\r\n'
  const action = `/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /URI /URI (${attacker}/closing) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(2\\)) >>] >> >>`
  return {
    'hostile.html': page,
    'fragment.htm': `<h1>Fragment</h1>${words.map((one) => `<p>${one}</p>`).join('')}${all}<p>The end of the fragment.</p>`,
    'hostile.md': `# Markdown\n\n${hostileMarkup.join('\n\n')}\n\nThe end of the Markdown.\n`,
    'hostile.txt': `Plain words\n\n${hostileMarkup.join('\n\n')}\n\nThe end of the text.\n`,
    'hostile.pdf': aPdf({ pages: [printed(`PDF words. ${latin(hostileMarkup.join(' '))} The end of the PDF.`, { x: 40, top: 800, perLine: 100, size: 8, leading: 10 })], info: { Title: `PDF ${latin(hostileMarkup[3] ?? '')}` }, catalog: action }),
    'hostile.docx': await aDocx(xml(all)),
    'hostile.odt': anOdt(`<text:h text:outline-level="1">ODT</text:h>${hostileMarkup.map((one) => `<text:p>${xml(one)} <text:a xlink:href="javascript:globalThis.ran=1">link</text:a></text:p>`).join('')}<text:p>The end of the ODT.</text:p>`),
    'hostile.epub': anEpub([`<h1>EPUB</h1>${all}${words.map((one) => `<p>${one}</p>`).join('')}<p>The end of the EPUB.</p>`], { metadata: `<dc:title>EPUB ${xml(hostileMarkup[3] ?? '')}</dc:title>` }),
    'hostile.eml': `From: "${latin(hostileMarkup[7] ?? '').replaceAll('"', "'")}" <a@example.org>\r\nSubject: Mail ${latin(hostileMarkup[3] ?? '')}\r\n${mail}Content-Type: text/html; charset=utf-8\r\n\r\n${page}`,
    'hostile.mhtml': `From: <Saved>\r\nSnapshot-Content-Location: javascript:globalThis.ran=1\r\nSubject: MHTML\r\n${mail}Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page.replace('Hostile page', 'MHTML page')}\r\n--b--\r\n`,
    'hostile.rtf': `{\\rtf1\\ansi{\\info{\\title RTF ${rtf(latin(hostileMarkup[3] ?? ''))}}}${hostileMarkup.map((one) => `${rtf(latin(one))}\\par `).join('')}{\\field{\\*\\fldinst HYPERLINK "javascript:globalThis.ran=1"}{\\fldrslt a link}}{\\object\\objdata 0105}The end of the RTF.\\par}`,
  }
}
