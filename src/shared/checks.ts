// Checks of a memo against the craft: findings that explain themselves, lead to their place and block nothing.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { longestDocument } from './memos.ts'

export const checkRules = [
  'uncited judgment',
  'single source',
  'copies',
  'contested claim',
  'quotation',
  'citation',
  'likelihood and confidence',
  'mixed likelihood',
  'vague likelihood',
  'loaded word',
  'acronym',
  'metadata',
] as const
export type CheckRule = (typeof checkRules)[number]

/**
 * One finding. `block` counts the memo's text blocks from 0 (see memo-sentences.ts); `start` and `end` are UTF-16 code
 * units of the block's text. `key` stays the same while the sentence and what is found in it stay the same.
 */
export interface Finding {
  key: string
  rule: CheckRule
  block: number
  start: number
  end: number
  words: string
  explanation: string
  /** Words that may safely take the place of those found. */
  fix: string | null
  /** The reason for which it was set aside; null while it stands. */
  setAside: string | null
}

export const checksArguments = {
  /** `document` is the memo's ProseMirror JSON as it stands in the window; null for what is stored. */
  run: z.object({ memo: idSchema, language: z.string().max(35), document: z.string().max(longestDocument).nullable() }),
  setAside: z.object({ memo: idSchema, finding: z.string().min(1).max(200), reason: z.string().max(1000) }),
  takeUp: z.object({ memo: idSchema, finding: z.string().min(1).max(200) }),
}

/** A decision that is kept about a finding. */
export interface FindingDecision {
  memo: Id
  finding: string
  reason: string
}
