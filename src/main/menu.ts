// The application menu. What concerns the page is sent to it by the command's name; the rest is done here.
import type { MenuItemConstructorOptions } from 'electron'
import type { RecentWorkspace } from '../shared/shell.ts'

/** What the menu can ask for. */
export interface MenuActions {
  /** Runs a command of the page by the name it has in the palette. */
  send(command: string): void
  newWorkspace(): void
  /** Opens a workspace; null asks which. */
  openWorkspace(path: string | null): void
  toggleSpelling(): void
}

/** What the menu depends on. */
export interface MenuState {
  mac: boolean
  development: boolean
  recent: RecentWorkspace[]
  /** Whether spelling is checked; null where the system decides. */
  spelling: boolean | null
}

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/**
 * An item that runs a command of the page. The page hears its keys itself, since it knows where the focus is:
 * the accelerator is only shown (macOS registers it all the same, after the page had its turn).
 */
const pageCommands =
  ({ send }: MenuActions) =>
  (label: string, command: string, accelerator?: string): Item => ({
    id: command,
    label,
    accelerator,
    registerAccelerator: false,
    click: () => send(command),
  })

function recentMenu(recent: RecentWorkspace[], { openWorkspace }: MenuActions): Item {
  const items: Item[] = recent.map(({ name, path }) => ({
    // An ampersand marks a mnemonic; two are one to be read.
    label: name.replaceAll('&', '&&'),
    sublabel: path,
    toolTip: path,
    click: () => openWorkspace(path),
  }))
  return { label: 'Open recent', submenu: items.length > 0 ? items : [{ label: 'Nothing opened yet', enabled: false }] }
}

function fileMenu(state: MenuState, actions: MenuActions): Item {
  const page = pageCommands(actions)
  return {
    label: '&File',
    submenu: [
      { label: 'New workspace…', accelerator: 'CmdOrCtrl+Shift+N', click: () => actions.newWorkspace() },
      { label: 'Open workspace…', accelerator: 'CmdOrCtrl+Shift+O', click: () => actions.openWorkspace(null) },
      recentMenu(state.recent, actions),
      separator,
      page('New memo', 'memo.new', 'CmdOrCtrl+Alt+N'),
      page('Import files…', 'library.import', 'CmdOrCtrl+O'),
      page('Import a folder…', 'library.importFolder'),
      page('Import from a web address…', 'library.importAddress', 'CmdOrCtrl+Alt+O'),
      page('Paste an article…', 'library.paste', 'CmdOrCtrl+Shift+V'),
      separator,
      page('Export memo as PDF…', 'memo.export-pdf', 'CmdOrCtrl+Shift+E'),
      separator,
      page('Save a copy…', 'workspace.save-copy'),
      page('Restore from a backup…', 'workspace.restore'),
      page('Check this workspace', 'workspace.check'),
      separator,
      { role: 'close', label: 'Close' },
      ...(state.mac ? [] : [{ role: 'quit', label: 'Quit' } satisfies Item]),
    ],
  }
}

function editMenu({ spelling }: MenuState, actions: MenuActions): Item {
  const page = pageCommands(actions)
  const check: Item = {
    label: 'Check spelling',
    type: 'checkbox',
    checked: spelling === true,
    click: () => actions.toggleSpelling(),
  }
  return {
    label: '&Edit',
    submenu: [
      // Undo is the workspace's; the page decides where a text field's own comes first.
      page('Undo', 'history.undo', 'CmdOrCtrl+Z'),
      page('Redo', 'history.redo', 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      // Its usual key is the page's own, for pasting an article.
      { role: 'pasteAndMatchStyle', label: 'Paste as plain text', accelerator: 'CmdOrCtrl+Alt+Shift+V' },
      { role: 'selectAll' },
      ...(spelling === null ? [] : [separator, check]),
    ],
  }
}

function viewMenu(state: MenuState, actions: MenuActions): Item {
  const page = pageCommands(actions)
  const development: Item[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }]
  return {
    label: '&View',
    submenu: [
      page('Library', 'window.toggle-library', 'CmdOrCtrl+1'),
      page('Reader', 'window.toggle-reader', 'CmdOrCtrl+2'),
      page('Memo', 'window.toggle-memo', 'CmdOrCtrl+3'),
      page('Inspector', 'window.toggle-inspector', 'CmdOrCtrl+4'),
      page('Focus mode', 'window.focus-mode', 'CmdOrCtrl+.'),
      separator,
      {
        label: 'Theme',
        submenu: [
          page('As the system', 'window.theme-system'),
          page('Light', 'window.theme-light'),
          page('Dark', 'window.theme-dark'),
        ],
      },
      separator,
      { role: 'resetZoom', label: 'Actual size' },
      { role: 'zoomIn', label: 'Zoom in' },
      // The same key without Shift, as every keyboard with + above = is used.
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut', label: 'Zoom out' },
      separator,
      { role: 'togglefullscreen', label: 'Full screen' },
      ...(state.development ? development : []),
    ],
  }
}

function goMenu(actions: MenuActions): Item {
  const page = pageCommands(actions)
  return {
    label: '&Go',
    submenu: [
      page('Search everything', 'search.focus', 'CmdOrCtrl+K'),
      page('Search commands', 'search.commands', 'CmdOrCtrl+Shift+P'),
      separator,
      page('Next pane', 'window.next-pane', 'F6'),
      page('Previous pane', 'window.previous-pane', 'Shift+F6'),
    ],
  }
}

/** The whole menu as Electron's `Menu.buildFromTemplate` takes it. */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  return [
    ...(state.mac ? [{ role: 'appMenu' } satisfies Item] : []),
    fileMenu(state, actions),
    editMenu(state, actions),
    viewMenu(state, actions),
    goMenu(actions),
    ...(state.mac ? [{ role: 'windowMenu' } satisfies Item] : []),
    {
      role: 'help',
      label: '&Help',
      submenu: [
        { label: 'Open the worked example', click: () => actions.send('workspace.open-example') },
        { label: 'Keyboard shortcuts', accelerator: 'F1', click: () => actions.send('help.shortcuts') },
        ...(state.mac ? [] : [{ role: 'about', label: 'About Groundwork' } satisfies Item]),
      ],
    },
  ]
}
