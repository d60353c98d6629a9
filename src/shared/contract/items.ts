// The calls of the feature `items`.
import type { ActorSuggestion, Item, ItemSummary, SimilarItem, TagResult, TagsMoved, itemsArguments } from '../items.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof itemsArguments> = In<typeof itemsArguments, Call>

/** What a client may ask of the feature `items`. */
export interface ItemsApi {
  /** Items by kind or source, by first appearance within a source, else by statement. */
  list(args: Given<'list'>): ItemSummary[]
  /** One item whole; `item.gone` when there is none. */
  get(args: Given<'get'>): Item
  /** Actors whose name or an alias has a word that starts with the text; best first. */
  suggestActors(args: Given<'suggestActors'>): ActorSuggestion[]
  /** Tags a selection or a passage with a new or an existing item, in one command. */
  tag(args: Given<'tag'>): TagResult
  /** Claims (or recommendations) that say much the same as the text, by the words in common; best first. */
  suggestClaims(args: Given<'suggestClaims'>): SimilarItem[]
  /**
   * Keeps what the form of a tag says: fields, actors made where they are new, or the item that the passage is one more
   * piece of evidence for. Undoable as one with the tag itself while nothing was done since.
   */
  complete(args: Given<'complete'>): TagResult
  /** Takes a tag off; a passage left bare and an item left unused go with it. */
  untag(args: Given<'untag'>): Done
  /** Changes a tag's role or comment. */
  setTag(args: Given<'setTag'>): Done
  /**
   * Moves tags to another item, or to a code: there a note that moves whole stays one note, and every other tag becomes
   * a note of its own. To a kind, each item's passages come under one new item of that kind with its statement; an
   * actor is named by a passage's own words, and one of that name is taken before one is made. Tags that are gone are
   * passed over; items left unused go. Undoable as one.
   */
  moveTags(args: Given<'moveTags'>): TagsMoved
  /** Gives many tags one role. Undoable as one. */
  setRoles(args: Given<'setRoles'>): Done
  /** Takes many tags off, as `untag` does one. Undoable as one. */
  untagMany(args: Given<'untagMany'>): Done
  /** An item without evidence, for example an actor named only as addressee. */
  create(args: Given<'create'>): Item
  /** Changes any of an item's fields; `item.invalid` for a field its kind does not have. */
  update(args: Given<'update'>): Item
  /** Removes an item and its tags. */
  remove(args: Given<'remove'>): Done
  /** Removes many items and their tags; those that are gone are passed over. Undoable as one. */
  removeMany(args: Given<'removeMany'>): Done
  /**
   * Makes claims, or recommendations, one: `into` keeps its words and takes passages, links and comments of the others,
   * and their fields where it has none. `item.invalid` for other kinds. Undoable as one.
   */
  merge(args: Given<'merge'>): Item
}

/** The calls that undo takes back. */
export const itemsUndoable = [
  'tag',
  'complete',
  'untag',
  'setTag',
  'moveTags',
  'setRoles',
  'untagMany',
  'create',
  'update',
  'remove',
  'removeMany',
  'merge',
] as const satisfies readonly (keyof ItemsApi)[]
