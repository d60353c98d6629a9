// The calls of the feature `memos`.
import type { OwnTemplate } from '../memo-templates.ts'
import type { MemoVersion, MemoVersionText } from '../memo-versions.ts'
import type { Memo, MemoSaved, MemoSummary, memosArguments } from '../memos.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof memosArguments> = In<typeof memosArguments, Call>

/** What a client may ask of the feature `memos`. */
export interface MemosApi {
  /** Every memo, last saved first. */
  list(args: Given<'list'>): MemoSummary[]
  /** A memo with its document as stored; `memo.gone` when there is none. */
  get(args: Given<'get'>): Memo
  /** A memo, empty or from a template; `template.gone`. */
  create(args: Given<'create'>): Memo
  /** Changes any of what stands over a memo’s text. */
  updateHead(args: Given<'updateHead'>): Memo
  /** Keeps the document; `memo.stale` (details.revision is the stored one) when `revision` is not the stored one. */
  save(args: Given<'save'>): MemoSaved
  /** The same with no more than what differs from the stored document, which a long memo's every second needs. */
  saveChange(args: Given<'saveChange'>): MemoSaved
  /** Deletes a memo; citations and versions go with it. */
  remove(args: Given<'remove'>): Done
  /** How many words a memo is to have; null where nothing was set. */
  target(args: Given<'target'>): number | null
  /** Sets how many words a memo is to have, null for no target. `memo.gone`. */
  setTarget(args: Given<'setTarget'>): Done
  /** The analyst's own templates, by name. */
  templates(args: Given<'templates'>): OwnTemplate[]
  /** Keeps a document as a template, without its citations and comments; `memo.unreadable`. */
  saveTemplate(args: Given<'saveTemplate'>): OwnTemplate
  /** Deletes one of the analyst's own templates; `template.gone`. */
  removeTemplate(args: Given<'removeTemplate'>): Done
  /** Earlier states of a memo's text, newest first; what is stored now is not among them unless it was named. */
  versions(args: Given<'versions'>): MemoVersion[]
  /** An earlier state whole; `version.gone` when it was thinned out, `version.unreadable` when its bytes are broken. */
  version(args: Given<'version'>): MemoVersionText
  /**
   * Names a version, null for the text as it is stored now, so that it is kept for ever; an empty name takes the name
   * away. `memo.gone`, `version.gone`.
   */
  nameVersion(args: Given<'nameVersion'>): MemoVersion
}

/** The calls that undo takes back. */
export const memosUndoable = ['create', 'updateHead', 'remove', 'setTarget', 'saveTemplate', 'removeTemplate', 'nameVersion'] as const satisfies readonly (keyof MemosApi)[]
