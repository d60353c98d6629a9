// E-mail and saved web pages (MHTML): both are MIME; headers become metadata, attachments are named and left out.
import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Name } from '../../shared/reference.ts'
import { readHtml } from './html.ts'
import { isWholePage, parseHtml, tooIntricate } from './html-tree.ts'
import { blocksOf } from './html-blocks.ts'
import { normaliseText } from '../../shared/normalise-text.ts'
import { paragraphsOf } from './plain-text.ts'
import { partialDate } from './partial-date.ts'
import type { DocumentInput, DraftBlock, Findings, Reading, Step } from './reading.ts'
import { refusal } from './refusal.ts'

const rule = 'mail headers'
const largest = 50 * 1024 * 1024

/** Reads an e-mail: the formatted text where there is one, else the plain one. */
export async function readMail(input: DocumentInput, step: Step): Promise<Reading> {
  const email = await parsed(input, step)
  if (email.headers.length === 0 || !(email.from || email.subject || email.date)) throw refusal('source.damaged', input, 'it is not an e-mail: it has no headers.')
  const drafts = bodyOf(email, input)
  const people = (addresses: readonly Address[] | undefined) => (addresses ?? []).flatMap(namesOf)
  const authors = email.from ? namesOf(email.from) : []
  const recipients = people(email.to)
  const issued = partialDate(email.date ?? '')
  const findings: Findings = { type: { value: 'personal_communication', rule } }
  if (email.subject) findings.title = { value: email.subject, rule }
  if (authors.length > 0) findings.authors = { value: authors, rule }
  if (recipients.length > 0) findings.recipient = { value: recipients, rule }
  if (issued) findings.issued = { value: issued, rule }
  const shown = email.headerLines.filter(({ key }) => ['from', 'to', 'cc', 'date', 'subject'].includes(key))
  const setAside = email.headers
    .filter(({ key }) => shown.some((line) => line.key === key))
    .map(({ originalKey, value }) => ({ text: `${originalKey}: ${normaliseText(value).replace(/\s+/g, ' ')}`, rule: 'mail header' }))
  const attachments = email.attachments.filter((one) => !one.related).map((one) => one.filename ?? one.mimeType)
  return {
    encoding: null,
    drafts,
    findings,
    setAside: [...setAside, ...attachments.map((name) => ({ text: normaliseText(name), rule: 'attachment' }))],
    ...(attachments.length > 0 ? { remark: `Its attachments were not imported: ${normaliseText(attachments.join(', ')).slice(0, 500)}.` } : {}),
  }
}

/** Reads a web page saved with its parts; it is the page that is read, as if it had been saved alone. */
export async function readWebArchive(input: DocumentInput, step: Step): Promise<Reading> {
  const email = await parsed(input, step)
  if (!email.html) throw refusal('source.damaged', input, 'it holds no web page.')
  const place = (key: string) => email.headers.find((header) => header.key === key)?.value.trim()
  const url = place('snapshot-content-location') ?? place('content-location') ?? null
  const page = readHtml({
    ...input,
    bytes: new TextEncoder().encode(email.html),
    mediaType: 'text/html; charset=utf-8',
    url: input.url ?? (url && /^https?:/i.test(url) ? url : null),
  })
  const findings: Findings = { ...page.findings }
  if (url && /^https?:/i.test(url)) findings.url ??= { value: url, rule: 'saved page' }
  if (email.subject) findings.title ??= { value: email.subject, rule: 'saved page' }
  return { ...page, encoding: null, findings }
}

async function parsed(input: DocumentInput, step: Step): Promise<Email> {
  if (input.bytes.length > largest) throw refusal('source.too-large', input, 'it is larger than 50 MB.')
  step(4_000 + input.bytes.length / 1_000)
  try {
    return await PostalMime.parse(input.bytes, { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024, rfc822Attachments: true })
  } catch {
    throw refusal('source.damaged', input, 'its parts nest too deep or its headers are too long.')
  }
}

function bodyOf(email: Email, input: DocumentInput): DraftBlock[] {
  const html = email.html ?? ''
  if (html.trim() !== '') {
    if (tooIntricate(html)) throw refusal('source.too-large', input, 'it has more elements, or deeper nested ones, than can be read.')
    const drafts = blocksOf(parseHtml(html, isWholePage(html) ? 'page' : 'fragment').body, null)
    if (drafts.length > 0) return drafts
  }
  const lines = normaliseText(email.text ?? '').split('\n')
  // Quoted answers keep their mark: who said what is told by it.
  return paragraphsOf(lines).map((draft) => (draft.text.startsWith('>') ? { ...draft, kind: 'quotation', text: draft.text.replace(/^(?:>\s?)+/, '') } : draft))
}

function namesOf(address: Address): Name[] {
  if (address.group) return address.group.flatMap(namesOf)
  const literal = (address.name || address.address || '').trim()
  return literal === '' ? [] : [{ literal }]
}
