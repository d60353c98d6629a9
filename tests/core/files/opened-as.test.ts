// What an original may be opened as.
import { expect, it } from 'vitest'
import { openedAs } from '../../../src/core/files/opened-as.ts'
import { packedTypes, textTypes } from '../../../src/core/import/document-format.ts'

it('knows an ending of its own for every format that is imported, and none that could be run', () => {
  const endings = [...textTypes, ...packedTypes].map((type) => openedAs(type, 'utf-8')?.ending)
  expect(new Set(endings)).toEqual(new Set(['.txt', '.pdf', '.docx', '.odt', '.epub', '.rtf']))
})

it('shows pages and mails as text alone, in their own encoding', () => {
  for (const type of ['text/html', 'text/markdown', 'message/rfc822', 'multipart/related']) {
    expect(openedAs(type, 'windows-1251'), type).toEqual({ ending: '.txt', shown: 'text/plain; charset=windows-1251' })
    expect(openedAs(type, null)?.shown, type).toBe('text/plain')
  }
  expect(openedAs('text/plain', 'x\r\nset-cookie: a')?.shown).toBe('text/plain')
})

it('opens nothing of a kind that it does not know', () => {
  for (const type of ['application/x-msdownload', 'image/svg+xml', 'text/javascript', '', 'constructor', '__proto__']) {
    expect(openedAs(type, 'utf-8'), type).toBeUndefined()
  }
})
