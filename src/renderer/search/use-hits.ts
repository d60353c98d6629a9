// Hits while one types: asked for after a short pause, stale answers dropped.
import { useEffect, useState } from 'react'
import type { SearchHit } from '../../shared/search.ts'
import { useCall } from '../queries.ts'

const pause = 60
const none: SearchHit[] = []

/** The hits of a text; while newer ones are on their way the last ones stay, with `pending`. */
export function useHits(text: string): { hits: SearchHit[]; pending: boolean } {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  const answer = useCall('search', 'everything', asked === '' ? null : { text: asked, limit: 40 })
  if (text === '') return { hits: none, pending: false }
  return { hits: asked === '' ? none : (answer.data ?? none), pending: asked !== text || answer.isFetching }
}
