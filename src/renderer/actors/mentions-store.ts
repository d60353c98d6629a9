// The search for all mentions of an actor: what was found, what is chosen, and what was decided already.
import { create } from 'zustand'
import { uuidFrom, type Id } from '../../shared/identifiers.ts'
import type { ProposedMention, ProposedMentions } from '../../shared/actors.ts'
import { api, subscribe } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { counted } from '../interface/counted.ts'
import { act, say } from '../notices/notices.ts'

export interface MentionsSearch {
  actor: Id
  name: string
  /** The open source when the search began; null when none was. */
  source: Id | null
  everywhere: boolean
  folding: boolean
}

export interface SearchProgress {
  label: string
  done: number
  total: number | null
}

interface MentionsState {
  search: MentionsSearch | null
  job: Id | null
  progress: SearchProgress | null
  found: ProposedMentions | null
  /** Those that are neither accepted nor rejected, in reading order. */
  waiting: ProposedMention[]
  chosen: ReadonlySet<ProposedMention>
  busy: boolean
}

const nothing: MentionsState = { search: null, job: null, progress: null, found: null, waiting: [], chosen: new Set(), busy: false }

export const useMentions = create<MentionsState>(() => nothing)

const newId = (): Id => uuidFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

/** Opens the list for an actor: of the source that is being read, or of all when none is. */
export function findMentionsOf(actor: Id, name: string): void {
  const source = useDesk.getState().activeReader
  void startSearch({ actor, name, source, everywhere: source === null, folding: false })
}

/** Searches anew; an answer that comes after another search began is forgotten. */
export async function startSearch(search: MentionsSearch): Promise<void> {
  stopJob()
  const job = newId()
  useMentions.setState({ ...nothing, search, job })
  const stop = subscribe((event) => {
    if (event.name !== 'progress' || event.data.job !== job || useMentions.getState().job !== job) return
    const { label, done, total } = event.data
    useMentions.setState({ progress: { label, done, total } })
  })
  const { actor, source, everywhere, folding } = search
  const found = await act(() => api.actors.findMentions({ actor, source: everywhere ? null : source, folding, job })).finally(stop)
  if (useMentions.getState().job !== job) return
  if (!found) return useMentions.setState(nothing)
  useMentions.setState({ job: null, progress: null, found, waiting: found.mentions, chosen: new Set(found.mentions.filter(({ doubt }) => doubt === null)) })
}

function stopJob(): void {
  const { job } = useMentions.getState()
  useMentions.setState({ job: null })
  if (job) void act(() => api.jobs.cancel({ job }))
}

/** Ends the search and the list; what was accepted stays. */
export function closeMentions(): void {
  stopJob()
  useMentions.setState(nothing)
}

/** Chooses a mention or lets it go. */
export function toggleMention(mention: ProposedMention): void {
  const chosen = new Set(useMentions.getState().chosen)
  if (!chosen.delete(mention)) chosen.add(mention)
  useMentions.setState({ chosen })
}

/** Chooses all that wait, or none when all are chosen. */
export function toggleAllMentions(): void {
  const { waiting, chosen } = useMentions.getState()
  useMentions.setState({ chosen: new Set(chosen.size < waiting.length ? waiting : []) })
}

/** Takes mentions off the list without tagging them; a later search proposes them again. */
export function leaveOut(mentions: readonly ProposedMention[]): void {
  const gone = new Set(mentions)
  const { waiting, chosen } = useMentions.getState()
  useMentions.setState({ waiting: waiting.filter((mention) => !gone.has(mention)), chosen: new Set([...chosen].filter((mention) => !gone.has(mention))) })
}

/** Tags mentions in one step and takes them off the list. */
export async function acceptMentions(mentions: readonly ProposedMention[]): Promise<void> {
  const { found, search, busy } = useMentions.getState()
  if (!found || !search || busy || mentions.length === 0) return
  const lots = found.sources.flatMap(({ source, version }, at) => {
    const spans = mentions.filter((mention) => mention.source === at).map(({ start, end }) => ({ start, end }))
    return spans.length > 0 ? [{ source, version, spans }] : []
  })
  useMentions.setState({ busy: true })
  const done = await act(() => api.actors.tagMentions({ actor: search.actor, mentions: lots }))
  useMentions.setState({ busy: false })
  if (!done) return
  leaveOut(mentions)
  say(`Tagged ${counted(done.tagged, 'mention')} of ${search.name}`, { title: 'Undo', run: () => void stepHistory('undo') })
  if (useMentions.getState().waiting.length === 0) closeMentions()
}
