// Hits while one types: asked for after a short pause, stale answers dropped.
import { useEffect, useState } from 'react'
import type { SearchResults } from '../../shared/search.ts'
import { useCall } from '../queries.ts'

const pause = 60
const none: SearchResults = { hits: [], recentFirst: false }

/** The hits of a text; while newer ones are on their way the last ones stay, with `pending`. */
export function useHits(text: string): SearchResults & { pending: boolean } {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  const answer = useCall('search', 'everything', asked === '' ? null : { text: asked, limit: 40 })
  if (text === '') return { ...none, pending: false }
  return { ...(asked === '' ? none : (answer.data ?? none)), pending: asked !== text || answer.isFetching }
}
