// What a workspace must hold after a list of commands: a small model, written without the program's own logic.
import type { Random } from '../random.ts'

/** A tag by its place: ids are not known for a command that was cut off, places are. */
export interface ModelTag {
  title: string
  start: number
  end: number
  kind: 'claim' | 'actor' | 'recommendation'
}

/** What undo and redo move between. */
export interface Standing {
  titles: string[]
  tags: ModelTag[]
  memos: string[]
}

/** One step of the work, complete enough to be done and to be reckoned with. */
export type Step =
  | { step: 'import'; title: string }
  | { step: 'tag'; tag: ModelTag }
  | { step: 'bounds'; tag: ModelTag; start: number; end: number }
  | { step: 'untag'; tag: ModelTag }
  | { step: 'memo'; title: string }
  | { step: 'save'; title: string; revision: number; words: string }
  | { step: 'undo' }
  | { step: 'redo' }
  | { step: 'backup' }
  | { step: 'reopen' }

/** The whole: commands with what stood before and after each; the last `undone` of them are taken back. */
export interface Model {
  commands: { label: string; before: Standing; after: Standing }[]
  undone: number
  /** Saved texts by memo; not part of undo. */
  bodies: Record<string, { revision: number; words: string }>
  /** Counts names up, so that none comes twice. */
  named: number
}

const nothing: Standing = { titles: [], tags: [], memos: [] }

export const emptyModel: Model = { commands: [], undone: 0, bodies: {}, named: 0 }

/** What stands now. */
export function standingOf(model: Model): Standing {
  const next = model.commands[model.commands.length - model.undone]
  return next ? next.before : (model.commands.at(-1)?.after ?? nothing)
}

export const sameTag = (a: ModelTag, b: ModelTag): boolean =>
  a.title === b.title && a.start === b.start && a.end === b.end

function commandOf(step: Step, now: Standing): { label: string; after: Standing } | null {
  switch (step.step) {
    case 'import':
      return { label: 'Import source', after: { ...now, titles: [...now.titles, step.title] } }
    case 'tag':
      return { label: `Tag ${step.tag.kind}`, after: { ...now, tags: [...now.tags, step.tag] } }
    case 'bounds': {
      const { start, end } = step
      const moved = now.tags.map((tag) => (sameTag(tag, step.tag) ? { ...tag, start, end } : tag))
      return { label: 'Change bounds', after: { ...now, tags: moved } }
    }
    case 'untag': {
      const left = now.tags.filter((tag) => !sameTag(tag, step.tag))
      return { label: `Untag ${step.tag.kind}`, after: { ...now, tags: left } }
    }
    case 'memo':
      return { label: 'New memo', after: { ...now, memos: [...now.memos, step.title] } }
    default:
      return null
  }
}

/** The model after a step was done. */
export function after(model: Model, step: Step): Model {
  if (step.step === 'undo') return { ...model, undone: Math.min(model.undone + 1, model.commands.length) }
  if (step.step === 'redo') return { ...model, undone: Math.max(model.undone - 1, 0) }
  if (step.step === 'save') {
    const { title, revision, words } = step
    return { ...model, bodies: { ...model.bodies, [title]: { revision: revision + 1, words } } }
  }
  const before = standingOf(model)
  const command = commandOf(step, before)
  if (!command) return model
  const kept = model.commands.slice(0, model.commands.length - model.undone)
  const bodies = step.step === 'memo' ? { ...model.bodies, [step.title]: { revision: 0, words: '' } } : model.bodies
  return { commands: [...kept, { before, ...command }], undone: 0, bodies, named: model.named + 1 }
}

const kinds = ['claim', 'actor', 'recommendation'] as const

/** How long each imported text is at least, in UTF-16 code units: tags lie within. */
const taggable = 2000

function newSpan(random: Random, tags: ModelTag[], title: string): { start: number; end: number } {
  for (;;) {
    const start = random.whole(0, taggable - 200)
    const end = start + random.whole(1, 150)
    if (!tags.some((tag) => sameTag(tag, { title, start, end, kind: 'claim' }))) return { start, end }
  }
}

/** A step that makes sense now, by chance: mostly tags and saves, as in a day's work. */
export function nextStep(model: Model, random: Random): Step {
  const now = standingOf(model)
  const title = now.titles.length > 0 ? random.oneOf(now.titles) : null
  const at = random.fraction()
  if (title === null || at < 0.06) return { step: 'import', title: `Text ${model.named}` }
  if (at < 0.16) return { step: 'undo' }
  if (at < 0.24) return { step: 'redo' }
  if (at < 0.26) return { step: 'reopen' }
  if (at < 0.3) return { step: 'backup' }
  if (at < 0.34 && now.tags.length > 0) {
    const tag = random.oneOf(now.tags)
    return { step: 'bounds', tag, ...newSpan(random, now.tags, tag.title) }
  }
  if (at < 0.4 && now.tags.length > 0) return { step: 'untag', tag: random.oneOf(now.tags) }
  if (now.memos.length === 0 || at < 0.43) return { step: 'memo', title: `Memo ${model.named}` }
  if (at < 0.65) {
    const memo = random.oneOf(now.memos)
    const words = Array.from({ length: random.whole(1, 3000) }, () => `word${random.whole(0, 9999)}`).join(' ')
    return { step: 'save', title: memo, revision: model.bodies[memo]?.revision ?? 0, words }
  }
  return { step: 'tag', tag: { title, kind: random.oneOf(kinds), ...newSpan(random, now.tags, title) } }
}

/** The text that is imported under a title; the same in every process. */
export function textOf(title: string): string {
  const number = Number(title.replace(/\D/g, ''))
  const paragraphs = Array.from({ length: 12 + (number % 30) }, (_, row) =>
    Array.from({ length: 5 }, (_each, at) => `Sentence ${at} of paragraph ${row} in text ${number} says a little more.`).join(' '),
  )
  return paragraphs.join('\n\n')
}
