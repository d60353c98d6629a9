// Changes an item's fields: those that its kind has, and only to things that exist.
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemChanges, ItemKind } from '../../shared/items.ts'
import type { ItemRow, ItemsStore, TagsStore } from './items-store.ts'

const kindOfFields = { claim: 'claim', actor: 'actor', recommendation: 'recommendation' } as const

function invalid(sentence: string): never {
  throw new GroundworkError('item.invalid', sentence)
}

function refuseForeignFields(kind: ItemKind, changes: ItemChanges): void {
  for (const fields of ['claim', 'actor', 'recommendation'] as const) {
    if (changes[fields] && kindOfFields[fields] !== kind) invalid(`A ${kind} has no fields of a ${fields}. Nothing was changed.`)
  }
  if (changes.code && kind !== 'note') invalid(`Only notes stand under a code of your own; this is a ${kind}.`)
}

/** Writes changes to an existing item; to be called inside a command. Throws `item.invalid`, and `code.gone` for a code that is not there. */
export function itemChanger(store: ItemsStore, tags: TagsStore, newId: () => Id) {
  function requireKind(id: Id | null | undefined, kind: ItemKind, what: string): void {
    if (id && store.one(id)?.kind !== kind) invalid(`The ${what} is not ${kind === 'actor' ? 'an actor' : `a ${kind}`} of this workspace.`)
  }

  function changeRestsOn(id: Id, wanted: Id[]): void {
    const before = tags.restsOn(id)
    for (const claim of wanted) requireKind(claim, 'claim', 'claim that it rests on')
    for (const claim of before.filter((known) => !wanted.includes(known))) tags.removeRestsOn(id, claim)
    for (const claim of new Set(wanted.filter((added) => !before.includes(added)))) tags.addRestsOn(newId(), id, claim)
  }

  function changeFields(id: Id, changes: ItemChanges): void {
    const claim = store.claim(id)
    if (changes.claim && claim) {
      requireKind(changes.claim.speaker, 'actor', 'speaker')
      store.updateClaim(id, { ...claim, ...changes.claim })
    }
    const actor = store.actor(id)
    if (changes.actor && actor) {
      const { aliases, ...others } = changes.actor
      store.updateActor(id, { ...actor, ...others, aliases: aliases ? JSON.stringify(aliases) : actor.aliases })
    }
    const recommendation = store.recommendation(id)
    if (changes.recommendation && recommendation) {
      const { restsOn, ...others } = changes.recommendation
      requireKind(others.addressee, 'actor', 'addressee')
      requireKind(others.proponent, 'actor', 'proponent')
      store.updateRecommendation(id, { ...recommendation, ...others })
      if (restsOn) changeRestsOn(id, restsOn)
    }
  }

  return (row: ItemRow, changes: ItemChanges): void => {
    refuseForeignFields(row.kind, changes)
    const { statement, comment, code } = changes
    if (code && !store.hasCode(code)) throw new GroundworkError('code.gone', 'This code no longer exists. Undo brings back one that was deleted.')
    if (statement !== undefined || comment !== undefined || code !== undefined) {
      store.update({
        id: row.id,
        statement: statement ?? row.statement,
        comment: comment ?? row.comment,
        code: code === undefined ? row.code : code,
      })
    }
    changeFields(row.id, changes)
  }
}
