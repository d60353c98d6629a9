import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameFor, freeName } from '../../../src/core/exports/file-name.ts'
import { aFolder } from '../a-core.ts'

describe('the name of an exported file', () => {
  it('is the title where a title is a name', () => {
    expect(fileNameFor('Pressure before proposals', 'pdf')).toBe('Pressure before proposals.pdf')
    expect(fileNameFor('Мемо о переговорах – итоги', 'pdf')).toBe('Мемо о переговорах – итоги.pdf')
  })

  it('has no separators, control characters or leading and trailing dots', () => {
    expect(fileNameFor('../../etc/passwd', 'pdf')).toBe('etc passwd.pdf')
    expect(fileNameFor('C:\\Users\\x: "what?" <a|b>*\u0000\n', 'pdf')).toBe('C Users x what a b.pdf')
    expect(fileNameFor('...hidden. . .', 'pdf')).toBe('hidden.pdf')
    expect(fileNameFor('invoice\u202efdp.exe', 'pdf')).toBe('invoicefdp.exe.pdf')
  })

  it('is no device of Windows', () => {
    expect(['CON', 'nul', 'com1.txt', 'LPT¹', 'Console'].map((title) => fileNameFor(title, 'pdf'))).toEqual([
      '_CON.pdf',
      '_nul.pdf',
      '_com1.txt.pdf',
      '_LPT¹.pdf',
      'Console.pdf',
    ])
  })

  it('is never empty', () => {
    expect(['', ' ', '...', '///', '\u0000'].map((title) => fileNameFor(title, 'pdf'))).toEqual(Array(5).fill('Untitled memo.pdf'))
  })

  it('is never too long, and never ends within a character', () => {
    expect(fileNameFor('a'.repeat(500), 'pdf')).toHaveLength(119)
    expect(Buffer.byteLength(fileNameFor('漢'.repeat(500), 'pdf'))).toBeLessThanOrEqual(240)
    expect(fileNameFor('👨‍👩‍👧‍👦'.repeat(50), 'pdf')).toMatch(/^(👨‍👩‍👧‍👦)+\.pdf$/u)
  })

  it('is a plain name of at most 120 characters for any title', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = fileNameFor(title, 'pdf')
        expect(name.length).toBeLessThanOrEqual(120)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
        // oxlint-disable-next-line no-control-regex -- control characters are what this is about
        expect(name).toMatch(/^[^.\s/\\\u0000-\u001f][^/\\:*?"<>|\u0000-\u001f]*[^.\s]\.pdf$|^[^.\s/\\]\.pdf$/u)
      }),
    )
  })

  it('gets a number where it is taken', async () => {
    const folder = aFolder()
    expect(await freeName(folder, 'memo.pdf')).toBe('memo.pdf')
    writeFileSync(join(folder, 'memo.pdf'), '')
    expect(await freeName(folder, 'memo.pdf')).toBe('memo (2).pdf')
  })
})
