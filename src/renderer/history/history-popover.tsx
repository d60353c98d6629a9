// What was done in this workspace, newest first, with undo and redo.
import { Redo2, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Command } from '../../shared/history.ts'
import { Button } from '../interface/button.tsx'
import { Keys } from '../interface/keys.tsx'
import { Popover } from '../interface/popover.tsx'
import { useCommands, type Command as WindowCommand } from '../commands/command-registry.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { useCall } from '../queries.ts'
import { showInstant } from './show-instant.ts'
import './history.css'


/** The button `History` and its list. */
export function HistoryPopover() {
  const [shown, setShown] = useState(false)
  const commands = useMemo<WindowCommand[]>(
    () => [
      {
        name: 'history.show',
        title: 'Show the history',
        group: 'Workspace',
        keys: ['Mod+Shift+H'],
        place: 'anywhere',
        run: () => setShown(true),
      },
    ],
    [],
  )
  useCommands(commands)
  return (
    <Popover
      trigger={<Button>History</Button>}
      label="History"
      align="end"
      className="history"
      open={shown}
      onOpenChange={setShown}
    >
      <HistoryList />
    </Popover>
  )
}

function HistoryList() {
  const done = useCall('history', 'list', { limit: 200 }).data
  const state = useCall('history', 'state', {}).data
  return (
    <>
      <div className="history-actions">
        <Button look="outlined" disabled={!state?.undo} onClick={() => void stepHistory('undo')}>
          <Undo2 size={14} strokeWidth={1.5} aria-hidden="true" />
          Undo
          <Keys keys="Mod+Z" />
        </Button>
        <Button look="outlined" disabled={!state?.redo} onClick={() => void stepHistory('redo')}>
          <Redo2 size={14} strokeWidth={1.5} aria-hidden="true" />
          Redo
          <Keys keys="Mod+Shift+Z" />
        </Button>
      </div>
      {done?.length === 0 ? <p className="empty">What you do in this workspace is listed here and can be undone.</p> : null}
      <ol className="history-list" aria-label="Commands, newest first" tabIndex={0}>
        {done?.map((command) => (
          <HistoryLine key={command.id} command={command} />
        ))}
      </ol>
    </>
  )
}

function HistoryLine({ command }: { command: Command }) {
  return (
    <li className={command.undone ? 'history-line history-undone' : 'history-line'}>
      <span>
        {command.label}
        {command.undone ? <span className="history-note"> undone</span> : null}
      </span>
      <time className="numbers" dateTime={command.at}>
        {showInstant(command.at)}
      </time>
    </li>
  )
}
