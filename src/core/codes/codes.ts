// The analyst's own code tree.
import type { Api } from '../../shared/api.ts'
import { codeColours, type Code, type CodebookEntry } from '../../shared/codes.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { mergeCodes, planMove, refuseTaken } from './change-tree.ts'
import { asTree } from './code-tree.ts'
import { codebookMarkdown } from './codebook.ts'
import { codesStore, type CodeRow, type CodesStore } from './codes-store.ts'

/** Passages of each code that the codebook quotes, and the characters of each. */
const exampleCount = 3
const exampleLength = 600

function codeGone(): never {
  throw new GroundworkError('code.gone', 'This code no longer exists. Undo brings back one that was deleted.')
}

const shortened = (quote: string): string => (quote.length > exampleLength ? `${quote.slice(0, exampleLength - 1).trimEnd()}…` : quote)

function codebookOf(store: CodesStore): CodebookEntry[] {
  return [...groupBy(store.examples(exampleCount), (row) => row.code)].map(([code, rows]) => ({
    code,
    examples: rows.map(({ passage, quote, source, chosen }) => ({ passage, quote: shortened(quote), source, chosen: chosen === 1 })),
  }))
}

function exporting(context: CoreContext, store: CodesStore): Pick<Api['codes'], 'codebook' | 'exportCodebook'> {
  return {
    codebook: () => codebookOf(store),
    exportCodebook: () => {
      const bytes = Buffer.from(codebookMarkdown(asTree(store.list()), codebookOf(store)))
      const file = context.files.serveBytes(bytes, 'Codebook.md', 'text/markdown')
      return { file, name: 'Codebook.md', size: bytes.byteLength, warnings: [] }
    },
  }
}

/** The feature's calls. */
export function createCodes(context: CoreContext): Api['codes'] {
  const store = codesStore(context.db)
  const requireCode = (id: Id): CodeRow => store.one(id) ?? codeGone()
  const inTree = (id: Id): Code => asTree(store.list()).find((code) => code.id === id) ?? codeGone()

  function refuseKey(shortcut: string | null | undefined, code: Id): void {
    const other = shortcut ? store.list().find((row) => row.shortcut === shortcut && row.id !== code) : undefined
    if (other) throw new GroundworkError('code.invalid', `This key puts on “${other.name}” already. Take it off there first.`)
  }

  return {
    ...exporting(context, store),
    examples: ({ code }) => store.chosenExamples(code),
    setExample: ({ tag, example }) => {
      if (!store.hasTag(tag)) throw new GroundworkError('tag.gone', 'This tag no longer exists. Undo brings back one that was taken off.')
      context.command(example ? 'Choose example' : 'No longer an example', () => (example ? store.chooseExample(tag, context.now()) : store.dropExample(tag)))
      return null
    },
    list: () => asTree(store.list()),
    create: ({ name, parent = null, colour }) => {
      if (parent) requireCode(parent)
      const known = store.list()
      refuseTaken(known, parent, name, null)
      const id = context.newId()
      const nextColour = codeColours[known.length % codeColours.length] ?? 'teal'
      context.command('New code', () =>
        store.insert({ id, parent, name, colour: colour ?? nextColour, position: store.nextPosition(parent) }),
      )
      return inTree(id)
    },
    update: ({ code, name, colour, description, shortcut }) => {
      const row = requireCode(code)
      if (name !== undefined && name !== row.name) refuseTaken(store.list(), row.parent, name, code)
      refuseKey(shortcut, code)
      context.command('Edit code', () =>
        store.update({
          id: code,
          name: name ?? row.name,
          colour: colour ?? row.colour,
          description: description ?? row.description,
          shortcut: shortcut === undefined ? row.shortcut : shortcut,
        }),
      )
      return inTree(code)
    },
    move: ({ code, parent, before = null }) => {
      const row = requireCode(code)
      if (parent) requireCode(parent)
      const places = planMove(store.list(), row, parent, before)
      if (places.length > 0) {
        context.command('Move code', () => {
          for (const each of places) store.place(each)
        })
      }
      return inTree(code)
    },
    merge: ({ code, into }) => {
      const rows = [requireCode(code), requireCode(into)] as const
      context.command('Merge codes', () => mergeCodes(store, ...rows))
      return inTree(into)
    },
    remove: ({ code }) => {
      const row = requireCode(code)
      context.command('Delete code', () => store.remove(row))
      return null
    },
  }
}
