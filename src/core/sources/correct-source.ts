// A corrected text: a new numbered version of a source, with its marks and passages carried over.
import type { z } from 'zod'
import { countParagraphs, countWords } from '../../shared/blocks.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { normaliseText } from '../../shared/normalise-text.ts'
import type { Block, CorrectedBlock, Correction, sourcesArguments, TextMark } from '../../shared/sources.ts'
import { spanCarrierBetween, type CarrySpan } from '../anchoring/carry-passages.ts'
import type { CoreContext } from '../context.ts'
import { assemble, type LaidOut } from '../import/assemble.ts'
import { carryPages } from './carry-pages.ts'
import type { SourceRow, SourcesStore, SourceTextRow } from './sources-store.ts'

/** Carries the passages of a source into a version that is stored; the passages feature's part of a correction. */
export type CarryPassages = (source: Id, version: number) => Omit<Correction, 'version'>

type Request = z.infer<typeof sourcesArguments.correct>

/** Makes the call `sources.correct`, for a source that is known to exist. */
export function sourceCorrector(context: CoreContext, store: SourcesStore, carryPassages: CarryPassages) {
  return (source: SourceRow, { version, blocks }: Request): Correction => {
    if (version !== source.version) {
      throw new GroundworkError(
        'source.stale',
        'The text of this source was corrected meanwhile. Nothing was changed; open the correction again.',
        { version: source.version },
      )
    }
    const old = store.text(source.id, version)
    if (!old) throw new GroundworkError('source.gone', 'This source no longer exists. Undo brings back one that was deleted.')
    const laidOut = layOut(blocks)
    if (laidOut.text === '') {
      throw new GroundworkError('source.empty', 'A source cannot be without any words. Nothing was changed; delete the source instead.')
    }
    const carry = spanCarrierBetween(old.text, laidOut.text)
    laidOut.blocks = carryPages(JSON.parse(old.blocks) as Block[], laidOut.blocks, carry)
    if (laidOut.text === old.text && JSON.stringify(laidOut.blocks) === old.blocks) return { version, moved: 0, changed: 0, review: 0 }
    const next = Math.max(version, store.newestVersion(source.id)) + 1
    return context.command('Correct text', () => {
      store.insertText({ ...correctedRow(old, laidOut, carry, source.language), version: next, at: context.now() })
      store.setVersion(source.id, next)
      return { version: next, ...carryPassages(source.id, next) }
    })
  }
}

function layOut(blocks: readonly CorrectedBlock[]): LaidOut {
  return assemble(blocks.map((block) => ({ ...block, text: normaliseText(block.text), marks: [] })))
}

function correctedRow(old: SourceTextRow, { text, blocks }: LaidOut, carry: CarrySpan, language: string | null): SourceTextRow {
  return {
    ...old,
    text,
    blocks: JSON.stringify(blocks),
    marks: JSON.stringify(carryMarks(old, blocks, carry)),
    words: countWords(text, language),
    paragraphs: countParagraphs(blocks),
  }
}

/** Emphasis and links where their words still are; one that would reach over two blocks is cut to the first. */
function carryMarks(old: SourceTextRow, blocks: readonly Block[], carry: CarrySpan): TextMark[] {
  return (JSON.parse(old.marks) as TextMark[]).flatMap((mark) => {
    const span = carry(mark)
    const block = span && blocks.find(({ start, end }) => start <= span.start && span.start < end)
    return block ? [{ ...mark, start: span.start, end: Math.min(span.end, block.end) }] : []
  })
}
