// A workspace with the bundled article and a long source full of passages; made once for all figures of a run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '../../src/core/core.ts'
import type { Id } from '../../src/shared/identifiers.ts'
import { sentencesOf } from '../../src/shared/sentences.ts'
import type { Span } from '../../src/shared/passages.ts'
import type { SourceText } from '../../src/shared/sources.ts'
import { randomFrom, type Random } from '../campaigns/random.ts'
import { aSentence, paragraphsOf } from './generated-text.ts'

export const longTitle = 'A source of a hundred thousand words'

/** Where it lies; `text` is the long source's canonical text. */
export interface LongSource {
  folder: string
  workspace: string
  data: string
  article: string
  source: string
  text: string
}

/** How many actors there are to be mentioned again and again. */
const actorCount = 60

let made: LongSource | null = null

/** How many codes there are, in a tree of three levels. */
const codeCount = 1000

/** Answers the place of the workspace: a source of 100,000 words with 10,000 passages and 1,000 codes beside the bundled article. */
export async function theLongSource(seed: number): Promise<LongSource> {
  made ??= await make(seed)
  return made
}

/** Removes it. */
export function removeLongSource(): void {
  if (made) rmSync(made.folder, { recursive: true, force: true })
  made = null
}

async function make(seed: number): Promise<LongSource> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-'))
  const workspace = join(folder, 'Long.groundwork')
  const core = createCore({
    path: workspace,
    resources: join(import.meta.dirname, '../../resources'),
    filesFolder: join(folder, 'files'),
    withArticle: true,
  })
  try {
    const random = randomFrom(seed)
    const [bundled] = core.api.sources.list({})
    const article = bundled?.id ?? ''
    const text = paragraphsOf(100_000, random).join('\n\n')
    const report = await core.api.sources.importText({ text, format: 'plain', title: longTitle })
    const source = core.api.sources.text({ source: report.outcomes[0]?.source ?? '' })
    tagAll(core, source, 10_000, makeCodes(core, random), random)
    return { folder, workspace, data: join(folder, 'data'), article, source: source.source, text: source.text }
  } finally {
    core.close()
  }
}

/** Ten codes with nine below each, and below those the rest; their names are sayings of the text. */
function makeCodes(core: Core, random: Random): Id[] {
  const codes: Id[] = []
  while (codes.length < codeCount) {
    const number = codes.length
    const parent = number < 10 ? null : number < 100 ? codes[number % 10] : codes[random.whole(10, 99)]
    codes.push(core.api.codes.create({ name: `${aSentence(random).split(' ').slice(0, 3).join(' ')} ${number}`, parent: parent ?? null }).id)
  }
  return codes
}

/** Passages of all kinds: whole sentences as claims and recommendations, two words as actors, some over each other. */
function tagAll(core: Core, { source, version, text, blocks }: SourceText, count: number, codes: readonly Id[], random: Random): void {
  const sentences = sentencesOf(text, blocks)
  const taken = new Set<string>()
  const actors: string[] = []
  while (taken.size < count) {
    const sentence = random.oneOf(sentences)
    const kind = random.oneOf(['claim', 'claim', 'claim', 'claim', 'actor', 'actor', 'actor', 'recommendation', 'note'] as const)
    const span = kind === 'actor' || kind === 'note' ? wordsWithin(text, sentence, random) : sentence
    const key = `${span.start} ${span.end}`
    if (taken.has(key)) continue
    taken.add(key)
    const known = kind === 'actor' && actors.length >= actorCount ? { item: random.oneOf(actors) } : { kind }
    const changes = kind === 'note' ? { changes: { code: random.oneOf(codes) } } : {}
    const { item } = core.api.items.tag({ source, version, spans: [span], ...known, ...changes })
    if (kind === 'actor' && 'kind' in known) actors.push(item)
  }
}

function wordsWithin(text: string, sentence: Span, random: Random): Span {
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/\w+/g)]
  const first = random.whole(0, words.length - 2)
  const [from, to] = [words[first], words[first + 1]]
  if (!from || !to) return sentence
  return { start: sentence.start + from.index, end: sentence.start + to.index + to[0].length }
}
