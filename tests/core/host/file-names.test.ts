import { describe, expect, test } from 'vitest'
import { attachment } from '../../../src/core/host/downloads.ts'
import { plainName, safeFileName } from '../../../src/core/host/file-names.ts'

describe('a file on its way in', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\notes.txt', 'notes.txt'],
    ['a\r\nSet-Cookie: x\0.txt', 'aSet-Cookie: x.txt'],
    ['..', 'untitled'],
    ['', 'untitled'],
    ['a/', 'untitled'],
    ['x'.repeat(300), 'x'.repeat(255)],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
  ])('named %j is called “%s”', (given, name) => {
    expect(plainName(given)).toBe(name)
  })
})

describe('a file on its way out', () => {
  test.each([
    ['memo.pdf', 'memo.pdf'],
    ['Gespräche “2025”.html', 'Gespräche “2025”.html'],
    ['../../etc/cron.d/x.txt', 'etc cron.d x.txt'],
    ['C:\\Users\\me\\notes.txt', 'C Users me notes.txt'],
    ['what: a “name”?.txt', 'what a “name”.txt'],
    ['memo\u202efdp.exe', 'memofdp.exe'],
    ['nul.txt', '_nul.txt'],
    ['no ending', 'no ending'],
    ['..', 'Untitled'],
    ['Talks 2025/26.pdf', 'Talks 2025 26.pdf'],
    ['???', 'Untitled'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(115)}.pdf`],
  ])('named %j is called “%s” on every disk', (given, name) => {
    expect(safeFileName(given)).toBe(name)
  })

  test.each([
    ['memo.pdf', `attachment; filename="memo.pdf"; filename*=UTF-8''memo.pdf`],
    [`it's (1)*.pdf`, `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
    ['a"b\\c%.pdf', `attachment; filename="a_b_c_.pdf"; filename*=UTF-8''a%22b%5Cc%25.pdf`],
  ])('%s is announced after RFC 5987', (name, header) => {
    expect(attachment(name)).toBe(header)
  })
})
