// Memos: kept with a revision, so that no save overwrites what its writer has not seen.
import type { Api } from '../../shared/api.ts'
import { countWords } from '../../shared/blocks.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { citationsOf, parseDocument, plainTextOf } from '../../shared/memo-document.ts'
import { longestDocument, type DocumentChange, type Memo, type MemoHead, type MemoSaved } from '../../shared/memos.ts'
import { mostMarks } from '../../shared/passages.ts'
import type { CoreContext } from '../context.ts'
import { createLineCounter } from './count-lines.ts'
import { memosStore, type CitationRow } from './memos-store.ts'
import { createTemplates } from './templates.ts'
import { createVersions } from './versions.ts'

const newHead: MemoHead = {
  title: '',
  authors: '',
  audience: '',
  date: null,
  tlp: null,
  status: 'draft',
  language: 'en',
  citationStyle: 'house',
}

function memoGone(): never {
  throw new GroundworkError('memo.gone', 'This memo no longer exists. Undo brings back one that was deleted.')
}

function stale(revision: number): never {
  throw new GroundworkError(
    'memo.stale',
    'This memo was saved elsewhere in the meantime. Your text is still in this window; keep it as a copy or load the stored one.',
    { revision },
  )
}

function unreadable(problem: string): never {
  throw new GroundworkError('memo.unreadable', `The memo was not saved, because it holds ${problem}. The stored one is unchanged.`)
}

/** A stored text with a change; null when the change was made to another text. */
function withChange(stored: string, { before, head, tail, middle }: DocumentChange): string | null {
  if (stored.length !== before || head + tail > before) return null
  if (head + middle.length + tail > longestDocument) unreadable('too much for one memo')
  return stored.slice(0, head) + middle + stored.slice(before - tail)
}

/**
 * The feature's calls; `sweep` forgets versions of memos that are gone for good, `imagesInVersions` answers those of
 * some identifiers that earlier states hold. `noteCited` is told within every save which memo may cite what it did not
 * cite before.
 */
export function createMemos(context: CoreContext, noteCited: (memo: Id) => void) {
  const store = memosStore(context.db)
  const countLines = createLineCounter()
  const templates = createTemplates(context)
  const versions = createVersions(context, (memo) => store.body(memo) ?? memoGone())

  function get(id: Id): Memo {
    const head = store.head(id) ?? memoGone()
    const body = store.body(id) ?? memoGone()
    return { id, head, document: body.document, revision: body.revision, savedAt: body.savedAt }
  }

  const save = context.db.transaction((id: Id, revision: number, given: string | DocumentChange) => {
    const before = store.body(id) ?? memoGone()
    if (before.revision !== revision) stale(before.revision)
    const document = typeof given === 'string' ? given : (withChange(before.document, given) ?? stale(revision))
    const parsed = parseDocument(document)
    if ('problem' in parsed) return unreadable(parsed.problem)
    const plain = plainTextOf(parsed.document)
    const words = countLines(plain)
    const at = context.now()
    versions.keepReplaced(id, before, at)
    store.updateBody({ id, document, plain, words, revision, at })
    const found = citationsOf(parsed.document)
    const rows = found.flatMap(({ id: citation, cites }) =>
      cites.map(({ passage, version, quote }, cite): CitationRow => ({ citation, cite, passage, version, quote })),
    )
    const known = store.citations(id)
    const citationsChanged = JSON.stringify(rows) !== JSON.stringify(known)
    const cited = [...new Set([...known, ...rows].map(({ passage }) => passage))]
    if (citationsChanged) {
      store.replaceCitations(id, rows)
      noteCited(id)
    }
    return { saved: { revision: revision + 1, savedAt: at, words }, cited: citationsChanged ? cited : null }
  })

  // Not a command of the journal: typing is undone in the editor, and a whole document per second would swell it.
  function saved(memo: Id, revision: number, given: string | DocumentChange): MemoSaved {
    const { saved: answer, cited } = save.immediate(memo, revision, given)
    const features = cited ? (['memos', 'citations', 'reviews', 'passages', 'items', 'search'] as const) : (['memos', 'citations', 'reviews'] as const)
    context.emit({ name: 'changed', data: { features: [...features], ...(cited && cited.length <= mostMarks ? { passages: cited } : {}) } })
    return answer
  }

  const api: Api['memos'] = {
    ...versions.api,
    ...templates.api,
    list: () => store.list(),
    get: ({ memo }) => get(memo),
    create: ({ head, template }) => {
      const document = templates.documentFor(template)
      const plain = plainTextOf(document)
      const id = context.newId()
      context.command('New memo', () =>
        store.insert(id, { ...newHead, ...head }, { document: JSON.stringify(document), plain, words: countWords(plain) }, context.now()),
      )
      return get(id)
    },
    updateHead: ({ memo, head }) => {
      const before = store.head(memo) ?? memoGone()
      context.command('Edit memo head', () => store.updateHead(memo, { ...before, ...head }))
      return get(memo)
    },
    save: ({ memo, revision, document }) => saved(memo, revision, document),
    saveChange: ({ memo, revision, change }) => saved(memo, revision, change),
    target: ({ memo }) => store.target(memo),
    setTarget: ({ memo, words }) => {
      if (!store.head(memo)) memoGone()
      context.command(words === null ? 'Remove word target' : 'Set word target', () => store.setTarget(memo, words))
      return null
    },
    remove: ({ memo }) => {
      if (!store.head(memo)) memoGone()
      context.command('Delete memo', () => store.remove(memo))
      return null
    },
  }
  return { api, sweep: versions.sweep, imagesInVersions: versions.holding }
}
