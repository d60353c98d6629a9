// The overlay on `?`: every command with its keys, by group, searchable.
import { useMemo, useState } from 'react'
import { useCommands, useRegistry, type Command } from '../commands/command-registry.ts'
import { onMac, showKeys } from '../commands/keys.ts'
import { matchingCommands } from '../commands/match-commands.ts'
import { Dialog } from '../interface/dialog.tsx'
import './keys.css'

const groups: Command['group'][] = ['Read', 'Tag', 'Write', 'Find', 'Window', 'Workspace']

/** Offers `help.shortcuts` and shows its dialog. */
export function ShortcutsHelp() {
  const [open, setOpen] = useState(false)
  const commands = useMemo<Command[]>(
    () => [
      {
        name: 'help.shortcuts',
        title: 'Show all keys',
        group: 'Window',
        keys: ['?', 'F1'],
        place: 'anywhere',
        run: () => setOpen(true),
      },
    ],
    [],
  )
  useCommands(commands)
  return open ? <ShortcutsDialog onClose={() => setOpen(false)} /> : null
}

function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const all = useRegistry((registry) => registry.commands)
  const found = matchingCommands([...all.values()], text).filter((command) => command.keys.length > 0)
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <div className="keys-search">
        <input
          type="search"
          data-first-focus
          className="text-field"
          aria-label="Search keys"
          placeholder="Search keys"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="dialog-body keys-groups" tabIndex={0} role="group" aria-label="All keys">
        {found.length === 0 ? <p className="note">No key does anything of that name.</p> : null}
        {groups
          .map((group) => ({ group, commands: found.filter((command) => command.group === group) }))
          .filter((section) => section.commands.length > 0)
          .map((section) => (
            <section key={section.group} className="keys-group" aria-label={section.group}>
              <h3>{section.group}</h3>
              <dl>
                {section.commands.map((command) => (
                  <div key={command.name} className="keys-line">
                    <dt>{command.title}</dt>
                    <dd>
                      {command.keys.map((keys) => (
                        <kbd key={keys} className="keys">
                          {showKeys(keys, onMac)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}
