// Commands of the code tree: new codes, moving one by keys, the codebook.
import type { Code } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'
import { setOpen, useCodeTree } from './code-tree-store.ts'
import { stepInOrder, type SteppedTree } from './step-in-order.ts'
import type { CodePlace, Step } from './tree-moves.ts'

export const knownCodes = (): Code[] => queryClient.getQueryData<Code[]>(['codes', 'list', {}]) ?? []

const inHand = (): Code | undefined =>
  useDesk.getState().library === 'codes' ? knownCodes().find(({ id }) => id === useCodeTree.getState().active) : undefined

/** Shows a code in the Inspector. */
export function previewCode(code: Pick<Code, 'id'>): void {
  useDesk.getState().select({ kind: 'code', id: code.id })
  useDesk.getState().show('inspector')
}

/** Makes a code of a name that is still free and begins to name it. */
export async function addCode(parent: Id | null): Promise<void> {
  const codes = await act(() => api.codes.list({}))
  if (!codes) return
  const taken = new Set(codes.filter((code) => code.parent === parent).map((code) => code.name))
  let name = 'New code'
  for (let number = 2; taken.has(name); number += 1) name = `New code ${number}`
  const made = await act(() => api.codes.create({ name, parent }))
  if (!made) return
  const desk = useDesk.getState()
  desk.showLibrary('codes')
  desk.show('library')
  if (parent) setOpen(parent, true)
  previewCode(made)
  useCodeTree.setState({ renaming: made.id })
}

/** Puts a code somewhere else in the tree. */
export async function moveCode(code: Id, place: CodePlace): Promise<void> {
  const moved = await act(() => api.codes.move({ code, ...place }))
  if (moved && place.parent) setOpen(place.parent, true)
}

const tree: SteppedTree = {
  read: () => api.codes.list({}),
  move: moveCode,
  nowhere: {
    up: 'It is the first one here already.',
    down: 'It is the last one here already.',
    out: 'It stands at the top already.',
    in: 'There is no code above it to put it under.',
  },
}

function step(direction: Step): void {
  const code = inHand()
  if (code) stepInOrder(tree, code.id, direction)
}

const moving = (name: string, title: string, keys: string, direction: Step): Command => ({
  name: `codes.${name}`,
  title,
  group: 'Tag',
  keys: [keys],
  place: 'library',
  enabled: () => inHand() !== undefined,
  run: () => step(direction),
})

/** Opens the codebook beside the sources. */
export const showCodebook = (): void => useDesk.getState().openPage({ kind: 'codebook', about: null })

export const codeCommands: Command[] = [
  { name: 'codes.new', title: 'New code', group: 'Tag', keys: [], place: 'anywhere', run: () => void addCode(null) },
  { name: 'codes.new-below', title: 'New code below this one', group: 'Tag', keys: ['Alt+Enter'], place: 'library', enabled: () => inHand() !== undefined, run: () => void addCode(inHand()?.id ?? null) },
  moving('move-up', 'Move the code up', 'Alt+ArrowUp', 'up'),
  moving('move-down', 'Move the code down', 'Alt+ArrowDown', 'down'),
  moving('move-out', 'Move the code out of its parent', 'Alt+ArrowLeft', 'out'),
  moving('move-in', 'Move the code under the one above', 'Alt+ArrowRight', 'in'),
  { name: 'codes.codebook', title: 'Show the codebook', group: 'Tag', keys: [], place: 'anywhere', run: showCodebook },
]
