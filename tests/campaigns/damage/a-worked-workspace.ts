// A workspace with some work in it, as bytes: closed, and as a killed program leaves it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '../../../src/core/core.ts'
import type { Bytes } from './damages.ts'

/** How much there is of each; what must not shrink without a word. */
export interface Holdings {
  sources: number
  passages: number
  items: number
  memos: number
}

export const resources = join(import.meta.dirname, '../../../resources')

async function work(core: Core, round: number): Promise<void> {
  const paragraphs = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} of text ${round} says something about talks. It goes on.`)
  const report = await core.api.sources.importText({ text: paragraphs.join('\n\n'), format: 'plain', title: `Text ${round}` })
  const source = report.outcomes[0]?.source ?? ''
  for (let at = 0; at < 60; at += 1) {
    const kind = (['claim', 'actor', 'recommendation', 'note'] as const)[at % 4] ?? 'note'
    core.api.items.tag({ source, version: 1, spans: [{ start: at * 30, end: at * 30 + 20 }], kind })
  }
  const memo = core.api.memos.create({ head: { title: `Memo ${round}` } })
  const text = { type: 'text', text: 'Words of a memo. '.repeat(300) }
  const document = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [text] }] })
  core.api.memos.save({ memo: memo.id, revision: 0, document })
}

/** What a core holds. */
export const holdingsOf = ({ api }: Pick<Core, 'api'>): Holdings => ({
  sources: api.sources.list({}).length,
  passages: api.workspace.get({}).passages,
  items: api.items.list({}).length,
  memos: api.memos.list({}).length,
})

/** The same work twice: `closed` after half of it, `killed` with the other half still in the write-ahead log. */
export async function aWorkedWorkspace(): Promise<{ closed: Bytes; killed: Bytes; least: Holdings; most: Holdings }> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-damage-'))
  const path = join(folder, 'W.groundwork')
  const open = (withArticle: boolean) => createCore({ path, resources, filesFolder: join(folder, 'files'), withArticle })
  try {
    const first = open(true)
    await work(first, 1)
    await work(first, 2)
    const least = holdingsOf(first)
    first.close()
    const closed = { file: readFileSync(path), log: null }
    const second = open(false)
    await work(second, 3)
    const most = holdingsOf(second)
    const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : null
    const killed = { file: readFileSync(path), log }
    second.close()
    return { closed, killed, least, most }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
