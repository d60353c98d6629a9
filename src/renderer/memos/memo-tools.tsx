// Beside the tabs of memos: what can be done with the one in front, by mouse.
import { History, LayoutTemplate, Search, type LucideIcon } from 'lucide-react'
import { runCommand } from '../commands/command-registry.ts'
import { useCommandKeys } from '../commands/use-command-keys.ts'
import { IconButton } from '../interface/button.tsx'
import type { MemoSession } from './memo-session.ts'
import { Outline } from './outline.tsx'

function Tool({ icon, label, command }: { icon: LucideIcon; label: string; command: string }) {
  return <IconButton icon={icon} label={label} keys={useCommandKeys(command)} onClick={() => runCommand(command)} />
}

/** Buttons for commands of the memo; each has its keys in its tooltip. */
export function MemoTools({ session }: { session: MemoSession }) {
  return (
    <div className="memo-tools" role="group" aria-label="Memo tools">
      <Tool icon={LayoutTemplate} label="New memo from a template" command="memo.new-from-template" />
      <Outline session={session} />
      <Tool icon={Search} label="Find and replace" command="memo.find" />
      <Tool icon={History} label="Versions" command="memo.versions" />
    </div>
  )
}
