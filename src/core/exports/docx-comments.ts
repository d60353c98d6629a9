// Comments of a memo as comments of a Word document: around their words, with their replies below them.
import { CommentRangeEnd, CommentRangeStart, CommentReference, Paragraph, TextRun as WordRun, type ICommentOptions, type ParagraphChild } from 'docx'
import type { CodeBlock, Paper, PaperBlock, PaperComment, TextRun } from './paper.ts'

/** What a comment can be about: a run of text, or a block of code as a whole. */
type Commented = TextRun | CodeBlock

/** A comment in the file: `ids` are its own number and those of its replies; it is about what stands from `first` to `last`. */
interface Written {
  comment: PaperComment
  ids: number[]
  first: Commented
  last: Commented
}

/** The comments whose words are in the paper. */
export interface DocxComments {
  written: Written[]
}

/** The text runs and blocks of code of blocks in reading order. */
function* runsOf(blocks: readonly PaperBlock[]): Generator<Commented> {
  for (const block of blocks) {
    if (block.kind === 'code') yield block
    else if (block.kind === 'list') for (const item of block.items) yield* runsOf(item)
    else if (block.kind === 'table') for (const cell of block.rows.flat()) yield* runsOf(cell.content)
    else if ('content' in block) {
      for (const part of block.content) {
        if (part.kind === 'text') yield part
        else if ('content' in part || part.kind === 'list' || part.kind === 'table') yield* runsOf([part])
      }
    }
  }
}

/** Where each comment of a paper begins and ends. One whose words are gone has no place in a Word document. */
export function commentsOf({ body, comments }: Paper): DocxComments {
  const places = new Map<number, { first: Commented; last: Commented }>()
  for (const run of runsOf(body)) {
    for (const number of run.comments ?? []) places.set(number, { first: places.get(number)?.first ?? run, last: run })
  }
  let next = 0
  const written = [...places].flatMap(([number, place]): Written[] => {
    const comment = comments[number]
    return comment ? [{ comment, ids: [comment, ...comment.replies].map(() => next++), ...place }] : []
  })
  return { written }
}

/** What stands for a run or a block of code, with the bounds of the comments that begin before it or end after it. */
export function around({ written }: DocxComments, run: Commented, children: readonly ParagraphChild[]): ParagraphChild[] {
  if (!run.comments) return [...children]
  const begins = written.filter(({ first }) => first === run).flatMap(({ ids }) => ids)
  const ends = written.filter(({ last }) => last === run).flatMap(({ ids }) => ids)
  return [
    ...begins.map((id) => new CommentRangeStart(id)),
    ...children,
    ...ends.map((id) => new CommentRangeEnd(id)),
    ...ends.map((id) => new WordRun({ children: [new CommentReference(id)] })),
  ]
}

/** The comments themselves, each a paragraph for each of its lines, from whoever the memo is from. */
export function writtenComments({ written }: DocxComments, paper: Paper): ICommentOptions[] {
  const author = paper.authors ?? paper.title
  return written.flatMap(({ comment, ids }) =>
    [comment, ...comment.replies].map(({ text, at }, index): ICommentOptions => ({
      id: ids[index] as number,
      author,
      date: new Date(at),
      children: text.split('\n').map((line) => new Paragraph({ children: [new WordRun(line)] })),
      ...(index === 0 ? { resolved: comment.resolved } : { parentId: ids[0] as number }),
    })),
  )
}
