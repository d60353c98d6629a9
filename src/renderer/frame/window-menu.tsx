// Panes, focus mode and theme, for the hand that is on the mouse.
import { PanelsTopLeft } from 'lucide-react'
import { runCommand, useRegistry } from '../commands/command-registry.ts'
import { useDesk, type Theme } from '../desk/desk-store.ts'
import { IconButton } from '../interface/button.tsx'
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuLine } from '../interface/menu.tsx'

const themes: { theme: Theme; title: string }[] = [
  { theme: 'system', title: 'As the system' },
  { theme: 'light', title: 'Light' },
  { theme: 'dark', title: 'Dark' },
]
const names = ['toggle-library', 'toggle-reader', 'toggle-memo', 'toggle-inspector', 'focus-mode'].map((name) => `window.${name}`)

/** The menu of what the window shows. */
export function WindowMenu() {
  const commands = useRegistry((registry) => registry.commands)
  const theme = useDesk((desk) => desk.theme)
  return (
    <Menu trigger={<IconButton icon={PanelsTopLeft} label="View" className="title-icon" />} label="View" align="end">
      {names.map((name) => {
        const command = commands.get(name)
        return command ? (
          <MenuItem key={name} onSelect={command.run} {...(command.keys[0] ? { keys: command.keys[0] } : {})}>
            {command.title}
          </MenuItem>
        ) : null
      })}
      <MenuLine />
      <MenuHeading>Theme</MenuHeading>
      {themes.map((choice) => (
        <MenuChoice
          key={choice.theme}
          checked={theme === choice.theme}
          onSelect={() => useDesk.getState().chooseTheme(choice.theme)}
        >
          {choice.title}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => runCommand('help.about')}>{commands.get('help.about')?.title}</MenuItem>
    </Menu>
  )
}
