// One quiet line on the first start: what to do first.
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { IconButton } from '../interface/button.tsx'
import { useDesk } from '../desk/desk-store.ts'
import { useCall } from '../queries.ts'

/** Shows until something was tagged or written, or until it is put away. */
export function FirstStep() {
  const welcomed = useDesk((desk) => desk.welcomed)
  const workspace = useCall('workspace', 'get', {}).data
  const done = workspace !== undefined && !workspace.untouched
  useEffect(() => {
    if (done) useDesk.getState().welcome()
  }, [done])
  if (welcomed || !workspace || done || workspace.sources === 0) return null
  return (
    <aside className="first-step" aria-label="First step">
      <p>
        Select a sentence, then press <b>C</b> for a claim, <b>A</b> for an actor, <b>R</b> for a recommendation. Press{' '}
        <b>?</b> for all keys.
      </p>
      <IconButton icon={X} label="Hide this line" onClick={() => useDesk.getState().welcome()} />
    </aside>
  )
}
