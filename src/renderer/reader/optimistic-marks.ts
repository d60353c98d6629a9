// What the list of a source's passages will be once the core has done what was asked: painted before it answers.
import type { Id } from '../../shared/identifiers.ts'
import type { TagResult } from '../../shared/items.ts'
import type { PassageMark, PassageTag, Span } from '../../shared/passages.ts'
import { lastAtMost } from './offset-map.ts'

/** The beginning of every id that the core has not given yet. */
const pendingPrefix = 'pending:'

let pendings = 0

/** An id for something the core is about to make. */
export const pendingId = (): Id => {
  pendings += 1
  return `${pendingPrefix}${pendings}`
}

export const isPending = (id: Id): boolean => id.startsWith(pendingPrefix)

const startOf = (mark: PassageMark): number => mark.segments[0]?.start ?? 0
const byStart = (a: PassageMark, b: PassageMark): number => startOf(a) - startOf(b)

/** With a tag on a passage; a passage that is not listed is added with the spans given. */
export function withTag(marks: readonly PassageMark[], passage: Id, spans: readonly Span[], tag: PassageTag): PassageMark[] {
  if (marks.some((mark) => mark.id === passage)) {
    return marks.map((mark) => (mark.id === passage ? { ...mark, tags: [...mark.tags, tag] } : mark))
  }
  const at = lastAtMost(marks.length, (index) => startOf(marks[index] as PassageMark), spans[0]?.start ?? 0) + 1
  return marks.toSpliced(at, 0, { id: passage, segments: [...spans], tags: [tag], citedIn: 0 })
}

/** With these passages as they were just read, in their places; unchanged when they are known to be so. */
export function withMarks(marks: readonly PassageMark[], asked: ReadonlySet<Id>, read: readonly PassageMark[]): readonly PassageMark[] {
  const known = marks.filter(({ id }) => asked.has(id))
  const next = read.toSorted(byStart)
  if (JSON.stringify(known) === JSON.stringify(next)) return marks
  return [...marks.filter(({ id }) => !asked.has(id)), ...next].toSorted(byStart)
}

/** With the ids the core gave instead of the pending ones; unchanged when a newer list has come already. */
export function withResult(marks: readonly PassageMark[], pending: { passage: Id; tag: Id }, result: TagResult): PassageMark[] {
  return marks.map((mark) =>
    mark.id === pending.passage
      ? {
          ...mark,
          id: result.passage,
          tags: mark.tags.map((tag) => (tag.id === pending.tag ? { ...tag, id: result.tag, item: result.item } : tag)),
        }
      : mark,
  )
}

/** With a tag that now stands for another item, by what its form said. */
export function withItem(marks: readonly PassageMark[], made: TagResult, kept: TagResult): PassageMark[] {
  return marks.map((mark) =>
    mark.tags.some(({ id }) => id === made.tag) ? { ...mark, tags: mark.tags.map((tag) => (tag.id === made.tag ? { ...tag, id: kept.tag, item: kept.item } : tag)) } : mark,
  )
}

/** Without a tag; a passage left with neither tag nor citation goes too. */
export function withoutTag(marks: readonly PassageMark[], tag: Id): PassageMark[] {
  return marks.flatMap((mark) => {
    const tags = mark.tags.filter((other) => other.id !== tag)
    if (tags.length === mark.tags.length) return [mark]
    return tags.length > 0 || mark.citedIn > 0 ? [{ ...mark, tags }] : []
  })
}

/** With a remark on a tag. */
export function withComment(marks: readonly PassageMark[], tag: Id, comment: string): PassageMark[] {
  return marks.map((mark) =>
    mark.tags.some(({ id }) => id === tag) ? { ...mark, tags: mark.tags.map((each) => (each.id === tag ? { ...each, comment } : each)) } : mark,
  )
}

/** With a passage's bounds moved. */
export function withBounds(marks: readonly PassageMark[], passage: Id, spans: readonly Span[]): PassageMark[] {
  return marks.map((mark) => (mark.id === passage ? { ...mark, segments: [...spans] } : mark)).toSorted(byStart)
}
