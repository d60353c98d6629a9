// Builders for tests of the core: a real core on real SQLite, with a clock and ids that repeat.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AnyEvent } from '../../src/shared/api.ts'
import { uuidFrom } from '../../src/shared/identifiers.ts'
import { aCite, type DocumentNode } from '../../src/shared/memos.ts'
import type { SourceText } from '../../src/shared/sources.ts'
import { createCore, type Core, type CoreOptions } from '../../src/core/core.ts'

/** Absolute path of the folder `resources`. */
export const resources = join(import.meta.dirname, '../../resources')

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Ids that count up: the same in every run. */
export function countingIds(): () => string {
  let count = 0
  return () => {
    count += 1
    const bytes = new Uint8Array(10)
    new DataView(bytes.buffer).setUint32(6, count)
    return uuidFrom(1_000_000 + count, bytes)
  }
}

/** An open core in memory, closed after the test; `events` collects what it told its clients. */
export function aCore(options: Partial<CoreOptions> = {}): Core & { events: AnyEvent[] } {
  const events: AnyEvent[] = []
  let tick = Date.UTC(2026, 10, 23, 12)
  const core = createCore({
    path: ':memory:',
    resources,
    filesFolder: join(aFolder(), 'files'),
    newId: countingIds(),
    now: () => new Date((tick += 1000)).toISOString(),
    onEvent: (event) => events.push(event),
    ...options,
  })
  onTestFinished(() => core.close())
  return Object.assign(core, { events })
}

/** Imports plain text and answers the source's current text. */
export async function aSource(core: Core, text: string, title = 'A source'): Promise<SourceText> {
  const report = await core.api.sources.importText({ text, format: 'plain', title })
  const source = report.outcomes[0]?.source
  if (!source) throw new Error(report.outcomes[0]?.reason ?? 'nothing was imported')
  return core.api.sources.text({ source })
}

/** The span of the first occurrence of some words in a source's text. */
export function spanOf(source: SourceText, words: string): { start: number; end: number } {
  const start = source.text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not occur in the source`)
  return { start, end: start + words.length }
}

/** Tags words of a source as a new item of a kind. */
export function aTag(core: Core, source: SourceText, words: string, kind: 'claim' | 'actor' | 'recommendation' | 'note') {
  return core.api.items.tag({
    source: source.source,
    version: source.version,
    spans: [spanOf(source, words)],
    kind,
  })
}

/** A memo document of paragraphs; `[[n]]` in a paragraph becomes a citation of the n-th passage. */
export function aDocument(paragraphs: string[], passages: { id: string; quote: string }[] = []): string {
  const content = paragraphs.map((paragraph, row) => ({
    type: 'paragraph',
    content: paragraph.split(/(\[\[\d+\]\])/).flatMap((part, column): DocumentNode[] => {
      const cited = /^\[\[(\d+)\]\]$/.exec(part)
      const passage = cited ? passages[Number(cited[1])] : undefined
      if (passage) {
        const id = uuidFrom(5000, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, row, column]))
        return [{ type: 'citation', attrs: { id, cites: [aCite(passage.id, 1, passage.quote)] } }]
      }
      return part === '' ? [] : [{ type: 'text', text: part }]
    }),
  }))
  return JSON.stringify({ type: 'doc', content })
}
