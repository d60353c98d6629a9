// The workspace's name, and the way to other workspaces.
import { ChevronDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { runCommand, useCommands, type Command } from '../commands/command-registry.ts'
import { holdDesk } from '../desk/desk-persistence.ts'
import { Menu, MenuHeading, MenuItem, MenuLine } from '../interface/menu.tsx'
import { showError } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { NewWorkspace } from './new-workspace.tsx'

/** Runs what replaces the workspace under the page; on failure this one stays as it was. */
export async function changeWorkspace(change: () => Promise<unknown>): Promise<boolean> {
  const release = await holdDesk()
  try {
    await change()
    return true
  } catch (thrown) {
    showError(thrown)
    return false
  } finally {
    // A shell that reloads the page does so within this time; one whose dialog was cancelled does not.
    setTimeout(release, 2000)
  }
}

const openExample = (): void => void changeWorkspace(() => api.shell.openExample({}))

const commands: Command[] = [
  { name: 'workspace.open-example', title: 'Open the worked example', group: 'Workspace', keys: [], place: 'anywhere', run: openExample },
]

/** The menu at the left of the title bar. */
export function WorkspaceMenu() {
  const [naming, setNaming] = useState(false)
  useCommands(commands)
  const workspace = useCall('workspace', 'get', {}).data
  const name = workspace?.name
  useEffect(() => {
    document.title = name ? `${name} – Groundwork` : 'Groundwork'
  }, [name])
  const capabilities = useCall('shell', 'capabilities', {}).data
  const recent = useCall('shell', 'recentWorkspaces', {}).data ?? []
  const others = recent.filter((other) => other.path !== workspace?.path)
  const trigger = (
    <button type="button" className="workspace-button">
      <span className="workspace-name">{name ?? 'Groundwork'}</span>
      <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
  return (
    <>
      <Menu trigger={trigger} label="Workspace">
        <MenuItem onSelect={() => runCommand('library.import')} keys="Mod+O">
          Import files…
        </MenuItem>
        <MenuItem onSelect={() => runCommand('library.importFolder')}>
          Import a folder…
        </MenuItem>
        <MenuItem onSelect={() => runCommand('library.importAddress')} keys="Mod+Alt+O">
          Import from a web address…
        </MenuItem>
        <MenuItem onSelect={() => runCommand('library.paste')} keys="Mod+Shift+V">
          Paste an article…
        </MenuItem>
        {capabilities?.switchWorkspace ? (
          <>
            <MenuLine />
            {others.length > 0 ? <MenuHeading>Recent workspaces</MenuHeading> : null}
            {others.slice(0, 8).map((other) => (
              <MenuItem key={other.path} onSelect={() => void changeWorkspace(() => api.shell.openWorkspace({ path: other.path }))}>
                {other.name}
                <small title={other.path}>{other.path}</small>
              </MenuItem>
            ))}
            {capabilities.openDialog ? (
              <MenuItem onSelect={() => void changeWorkspace(() => api.shell.openWorkspace({ path: null }))}>
                Open workspace…
              </MenuItem>
            ) : null}
            <MenuItem onSelect={() => setNaming(true)}>New workspace…</MenuItem>
            <MenuItem onSelect={openExample}>Open the worked example</MenuItem>
          </>
        ) : null}
        <MenuLine />
        <MenuItem onSelect={() => runCommand('workspace.save-copy')}>Save a copy…</MenuItem>
        <MenuItem onSelect={() => runCommand('workspace.restore')}>Restore from a backup…</MenuItem>
        <MenuItem onSelect={() => runCommand('workspace.check')}>Check this workspace</MenuItem>
      </Menu>
      {naming ? <NewWorkspace onClose={() => setNaming(false)} /> : null}
    </>
  )
}
