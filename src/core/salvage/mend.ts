// What was salvaged, made whole again: nothing points nowhere, and what passages quoted stays, text or no text.
import { createHash } from 'node:crypto'
import { countWords } from '../../shared/blocks.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { SalvageStore } from './salvage-store.ts'

/** What mending needs besides the tables; time and ids can be given for tests. */
export interface MendingMeans {
  newId: () => Id
  now: Instant
}

/** What was done, as sentences for the report. */
type Notes = string[]

const emptyDocument = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] })

/** More rounds are never needed: each adds or takes away a row a broken reference stands in. */
const roundLimit = 12

/** Makes every reference lead somewhere and every text quote what its passages quote. Answers what had to be done. */
export function mend(store: SalvageStore, means: MendingMeans): Notes {
  const notes: Notes = []
  const made = { source: 0, passage: 0, item: 0, memo: 0 }
  let dropped = 0
  let strayPassages: Id | null = null

  const adopt: Record<string, (id: string) => void> = {
    source: (id) => {
      made.source += 1
      // Its text, and with it its original, is made of its passages further below.
      store.addSource(id, 'Salvaged quotations', '', means.now, store.newestPassageVersion(id))
    },
    passage: (id) => {
      made.passage += 1
      strayPassages ??= means.newId()
      store.addPassage(id, strayPassages, 1, means.now)
    },
    item: (id) => {
      made.item += 1
      const kind = ['claim', 'actor', 'recommendation'].find((detail) => store.hasRow(detail, 'item_id', id)) ?? 'note'
      store.addItem(id, kind, store.quoteFor(id) ?? 'Salvaged', means.now)
    },
    memo: (id) => {
      made.memo += 1
      store.addMemo(id, 'Salvaged memo', means.now)
    },
  }

  for (let round = 0; round < roundLimit; round += 1) {
    const orphans = store.orphans().filter(({ parent }) => parent !== 'source_original')
    if (orphans.length === 0) break
    const adopted = new Set<string>()
    for (const { table, rowid, parent, column, setNull } of orphans) {
      const id = store.reference(table, column, rowid)
      const known = `${parent} ${id}`
      if (adopted.has(known)) continue
      if (setNull) store.clear(table, column, rowid)
      else if (Object.hasOwn(adopt, parent) && !(parent === 'source' && table === 'suggestion_decision')) {
        adopt[parent]?.(id)
        adopted.add(known)
      } else {
        dropped += store.remove(table, rowid)
      }
    }
  }
  const bare = store.removeBarePassages()
  dropped += dropOrphans(store)
  const textless = restoreTexts(store, means)
  const originals = restoreOriginals(store)
  for (const kind of ['claim', 'actor', 'recommendation'] as const) store.addDetails(kind)
  const bodies = store.addBodies(emptyDocument, means.now)

  const note = (count: number, what: string, then: string) => {
    if (count > 0) notes.push(`${what}: ${count}. ${then}`)
  }
  note(textless, 'Sources that lost their text', 'What passages quote of it is kept.')
  note(made.source, 'Sources that were lost but for their passages', 'They are kept as “Salvaged quotations”.')
  note(originals, 'Sources that lost their original file', 'The text stands in its place.')
  note(made.passage, 'Passages that lost their source', 'They are kept under “Salvaged quotations”.')
  note(made.item, 'Items that lost their fields', 'The words of their first passage stand in their place.')
  note(made.memo, 'Memos that lost their head', 'Their text is kept as “Salvaged memo”.')
  note(bodies, 'Memos that lost their text', 'Their head is kept.')
  note(bare, 'Passages that lost their place and quotation', 'They could not be kept.')
  note(dropped, 'Rows that pointed to what is lost', 'They could not be kept.')
  return notes
}

/** Clears or removes what still leads nowhere, until nothing does. Answers how many rows went. */
function dropOrphans(store: SalvageStore): number {
  let dropped = 0
  for (let round = 0; round < roundLimit; round += 1) {
    const orphans = store.orphans().filter(({ parent }) => parent !== 'source_original')
    if (orphans.length === 0) break
    for (const { table, rowid, column, setNull } of orphans) {
      if (setNull) store.clear(table, column, rowid)
      else dropped += store.remove(table, rowid)
    }
  }
  return dropped
}

/** Gives sources without their original bytes those of their text. */
function restoreOriginals(store: SalvageStore): number {
  const sources = store.sourcesWithoutOriginal()
  for (const { id, text } of sources) useAsOriginal(store, id, text)
  return sources.length
}

function useAsOriginal(store: SalvageStore, source: Id, text: string): void {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  store.addOriginal(sha256, bytes)
  store.setOriginal(source, sha256)
}

/** Gives sources without their text one of an older version, or one made of what their passages quote. */
function restoreTexts(store: SalvageStore, means: MendingMeans): number {
  const sources = store.sourcesWithoutText()
  for (const { id } of sources) {
    const segments = store.segmentsOf(id)
    const older = store.newestText(id)
    if (segments.length === 0 && older !== null) {
      store.setVersion(id, older)
      continue
    }
    // Above every version that anything speaks of, so that no citation of a lost text finds a wrong one.
    const version = Math.max(store.newestPassageVersion(id), older ?? 0) + (older === null ? 0 : 1)
    const lines = ['The text of this source was lost. These are the passages that were marked in it.']
    let at = (lines[0]?.length ?? 0) + 1
    for (const { row, quote, prefix, suffix } of segments) {
      const before = oneLine(prefix)
      // A quotation may run over several paragraphs; its line breaks are part of its words.
      lines.push(`${before}${quote}${oneLine(suffix)}`)
      store.place(row, at + before.length, at + before.length + quote.length)
      at += before.length + quote.length + suffix.length + 1
    }
    const text = lines.join('\n')
    store.addText(id, version, text, blocksOf(text), countWords(text), text.split('\n').length, means.now)
    store.setVersion(id, version)
    store.passagesTo(id, version)
    store.settleReviews(id)
    useAsOriginal(store, id, text)
  }
  return sources.length
}

/** Of the same length, so that offsets stay right. */
const oneLine = (text: string): string => text.replaceAll('\n', ' ')

function blocksOf(text: string): string {
  let at = 0
  const blocks = text.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    return line === '' ? [] : [{ kind: 'paragraph', start, end: start + line.length }]
  })
  return JSON.stringify(blocks)
}
