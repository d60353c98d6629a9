// How much is suggested in a source, in its head: quiet, and the way into the walk with the mouse.
import { useEffect, useState } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { runCommand } from '../commands/command-registry.ts'
import { Keys } from '../interface/keys.tsx'
import { useCall } from '../queries.ts'
import { countedSuggestions } from './suggestion-words.ts'

/** How long a page has stood before suggestions are asked for, in milliseconds: its own passages come first. */
const patience = 700

/** Says nothing while there is nothing to say. */
export function SuggestionCount({ source }: { source: Id }) {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), patience)
    return () => clearTimeout(timer)
  }, [])
  const found = useCall('suggestions', 'list', ready ? { source } : null).data
  if (!found || found.source !== source || found.total === 0) return null
  return (
    <button type="button" className="reader-fact reader-suggestions" onClick={() => runCommand('reader.next-suggestion')}>
      {countedSuggestions(found.total)} <Keys keys="g" />
    </button>
  )
}
