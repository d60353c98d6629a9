// Hits while one types: asked for after a short pause and one at a time, stale answers dropped.
import { useEffect, useState } from 'react'
import type { SearchResults } from '../../shared/search.ts'
import { useCall } from '../queries.ts'

const pause = 60
const none: SearchResults = { hits: [], recentFirst: false }

/** The hits of a text; while newer ones are on their way the last ones stay, with `pending`, and `stale` where they are of another text. */
export function useHits(text: string): SearchResults & { pending: boolean; stale: boolean } {
  const [asked, setAsked] = useState('')
  const answer = useCall('search', 'everything', asked === '' ? null : { text: asked, limit: 40 })
  // What is typed while an answer is awaited is asked for after it: of a fast typist's words only the last wait.
  const waiting = asked !== '' && answer.isFetching
  useEffect(() => {
    if (waiting && text !== '') return
    const timer = setTimeout(() => setAsked(text), pause)
    return () => clearTimeout(timer)
  }, [text, waiting])
  if (text === '') return { ...none, pending: false, stale: false }
  return { ...(asked === '' ? none : (answer.data ?? none)), pending: asked !== text || answer.isFetching, stale: asked !== text || answer.isPlaceholderData || answer.isPending }
}
