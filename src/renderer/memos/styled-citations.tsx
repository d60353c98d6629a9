// The memo's citations in its style: what the chips show, and the list of sources below the text.
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AnyEvent } from '../../shared/api.ts'
import type { FormattedCitations, StyledRun } from '../../shared/citations.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import { api, subscribe } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { keepBibliography, useBibliographies } from './bibliographies.ts'
import type { MemoSession } from './memo-session.ts'
import { setInText } from './note-style.ts'
import { plainRuns, StyledText } from './styled-text.tsx'

/** In milliseconds: how long citations must rest before they are written anew. */
const pause = 200

const asked = (citations: readonly CitationAttributes[]) =>
  citations.map(({ id, cites }) => ({ id, cites: cites.map(({ version: _version, quote: _quote, ...cite }) => cite) }))

/** Whether an event tells that sources or passages changed: what a style makes of them is then another text. */
const changesSources = (event: AnyEvent): boolean =>
  event.name === 'changed' &&
  event.data.features.includes('history') &&
  (event.data.features.includes('sources') || event.data.features.includes('passages'))

function showTexts(session: MemoSession, made: FormattedCitations | null): void {
  setInText(session.host, made?.kind === 'in-text')
  const inLine = made?.kind === 'in-text' ? made.texts : []
  session.store.setState({ chipTexts: new Map(inLine.map(({ citation, runs }) => [citation, plainRuns(runs)])) })
  session.repaint()
}

/** Keeps the chips of a session in its memo's style; answers the list of sources. */
function useStyledCitations(session: MemoSession): StyledRun[][] {
  const citations = useStore(session.store, (state) => state.citations)
  const style = useStore(session.store, (state) => state.head?.citationStyle)
  const language = useStore(session.store, (state) => state.head?.language)
  const [bibliography, setBibliography] = useState<StyledRun[][]>([])
  useEffect(() => {
    if (style === undefined || language === undefined) return
    let stale = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () =>
      api.citations
        .format({ style, language, citations: asked(citations) })
        .then((made) => {
          if (stale) return
          setBibliography(made.bibliography)
          showTexts(session, made)
        })
        .catch(showError)
    const writeSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void write(), pause)
    }
    writeSoon()
    const end = subscribe((event) => {
      if (changesSources(event)) writeSoon()
    })
    return () => {
      stale = true
      clearTimeout(timer)
      end()
    }
  }, [session, citations, style, language])
  return bibliography
}

/** The list of sources as the style writes it; nothing for a memo without citations or with a source list in its text. */
export function Bibliography({ session }: { session: MemoSession }) {
  const entries = useStyledCitations(session)
  const isPlaced = useBibliographies(({ placed }) => placed.has(session.host))
  useEffect(() => keepBibliography(session.host, entries), [session, entries])
  if (entries.length === 0 || isPlaced) return null
  return (
    <section className="memo-bibliography" aria-labelledby="memo-bibliography">
      <h2 id="memo-bibliography">Sources</h2>
      <ul>
        {entries.map((runs, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- entries are a text, not things of their own
          <li key={at} dir="auto">
            <StyledText runs={runs} />
          </li>
        ))}
      </ul>
    </section>
  )
}
