// The application menu and the context menu, clicked as built.
import type { MenuItemConstructorOptions } from 'electron'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../src/main/menu.ts'
import { aSharedElectron } from './an-electron.ts'

const theElectron = aSharedElectron()

const commands: [string[], string][] = [
  [['File', 'New memo'], 'memo.new'],
  [['File', 'Import files…'], 'library.import'],
  [['File', 'Import a folder…'], 'library.importFolder'],
  [['File', 'Import from a web address…'], 'library.importAddress'],
  [['File', 'Paste an article…'], 'library.paste'],
  [['File', 'Export memo as PDF…'], 'memo.export-pdf'],
  [['File', 'Save a copy…'], 'workspace.save-copy'],
  [['File', 'Restore from a backup…'], 'workspace.restore'],
  [['File', 'Check this workspace'], 'workspace.check'],
  [['Edit', 'Undo'], 'history.undo'],
  [['Edit', 'Redo'], 'history.redo'],
  [['View', 'Library'], 'window.toggle-library'],
  [['View', 'Reader'], 'window.toggle-reader'],
  [['View', 'Memo'], 'window.toggle-memo'],
  [['View', 'Inspector'], 'window.toggle-inspector'],
  [['View', 'Focus mode'], 'window.focus-mode'],
  [['View', 'Theme', 'As the system'], 'window.theme-system'],
  [['View', 'Theme', 'Light'], 'window.theme-light'],
  [['View', 'Theme', 'Dark'], 'window.theme-dark'],
  [['Go', 'Search everything'], 'search.focus'],
  [['Go', 'Search commands'], 'search.commands'],
  [['Go', 'Next pane'], 'window.next-pane'],
  [['Go', 'Previous pane'], 'window.previous-pane'],
  [['Help', 'Open the worked example'], 'workspace.open-example'],
  [['Help', 'Keyboard shortcuts'], 'help.shortcuts'],
]

const actions = { send: () => {}, newWorkspace: () => {}, openWorkspace: () => {}, toggleSpelling: () => {} }

function rendererSource(): string {
  const renderer = join(import.meta.dirname, '../../src/renderer')
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return files.map((name) => readFileSync(join(renderer, name), 'utf8')).join('\n')
}

const allItems = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...allItems(Array.isArray(item.submenu) ? item.submenu : [])])

describe('the application menu', () => {
  it('sends each action of the page to it, by the name of its command', async () => {
    const electron = theElectron()
    for (const [labels, command] of commands) {
      const before = (await electron.events()).length
      await electron.menu(...labels)
      expect((await electron.events()).slice(before), labels.join(' › ')).toEqual([{ name: 'command', data: { name: command } }])
    }
  })

  it('sends only commands that the page has, and shows the keys that it hears', () => {
    const source = rendererSource()
    // Names are written whole, or made from a list: `window.toggle-${pane}`.
    const made = (command: string) => source.includes(`\`${command.slice(0, command.lastIndexOf('-') + 1)}\${`)
    const unknown = commands.filter(([, command]) => !source.includes(`'${command}'`) && !made(command))
    expect(unknown).toEqual([])
    const items = allItems(menuTemplate({ mac: false, development: false, recent: [], spelling: false }, actions))
    const shown = items.flatMap(({ id, accelerator }) =>
      id && accelerator && !made(id) ? [[id, accelerator.replace('CmdOrCtrl', 'Mod')]] : [],
    )
    const heard = shown.map(([id]) => [id, new RegExp(`name: '${id}'[^{}]*?keys: \\['([^']+)'`).exec(source)?.[1]])
    expect(shown).toEqual(heard)
  })

  it('leaves cutting, copying and pasting to the system', async () => {
    const template = menuTemplate({ mac: false, development: false, recent: [], spelling: false }, actions)
    const edit = template.find(({ label }) => label === '&Edit')
    const roles = allItems([edit ?? {}]).flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll'])
  })

  it('registers no key that the page hears itself', () => {
    const items = allItems(menuTemplate({ mac: false, development: false, recent: [], spelling: false }, actions))
    const registered = items.filter((item) => item.accelerator && item.registerAccelerator !== false)
    expect(registered.map(({ accelerator }) => accelerator)).toEqual([
      'CmdOrCtrl+Shift+N',
      'CmdOrCtrl+Shift+O',
      'CmdOrCtrl+Alt+Shift+V',
      'CmdOrCtrl+=',
      'F1',
    ])
  })

  it('has no developer tools in a packaged program, and the system’s own menus on macOS', () => {
    const roles = (mac: boolean, development: boolean) =>
      allItems(menuTemplate({ mac, development, recent: [], spelling: false }, actions)).flatMap(({ role }) => role ?? [])
    expect(roles(false, false)).not.toContain('toggleDevTools')
    expect(roles(false, true)).toContain('toggleDevTools')
    expect(roles(true, false)).toEqual(expect.arrayContaining(['appMenu', 'windowMenu']))
    expect(roles(true, false)).not.toContain('quit')
  })

  it('shows a recent workspace by its name, ampersands included', () => {
    const recent = [{ path: '/w/R&D.groundwork', name: 'R&D' }]
    const items = allItems(menuTemplate({ mac: false, development: false, recent, spelling: false }, actions))
    expect(items.find(({ sublabel }) => sublabel === '/w/R&D.groundwork')?.label).toBe('R&&D')
  })
})

describe('the context menu', () => {
  const params = {
    misspelledWord: '',
    dictionarySuggestions: [] as string[],
    selectionText: '',
    isEditable: false,
    editFlags: { canCut: true, canCopy: true, canPaste: false, canSelectAll: true },
  }

  async function shown(changes: object): Promise<string[]> {
    const electron = theElectron()
    await electron.order({ do: 'contents', event: 'context-menu', details: {}, args: [{ ...params, ...changes }] })
    const { context } = (await electron.order({ do: 'templates' })) as { context: MenuItemConstructorOptions[] }
    return context.map((item) => item.label ?? item.role ?? item.type ?? '')
  }

  it('offers corrections first, and makes them', async () => {
    const electron = theElectron()
    const changes = { misspelledWord: 'ceasfire', dictionarySuggestions: ['ceasefire', 'cease-fire'], isEditable: true }
    expect(await shown(changes)).toEqual([
      'ceasefire', 'cease-fire', 'separator', 'Add “ceasfire” to dictionary', 'separator',
      'cut', 'copy', 'paste', 'Paste as plain text', 'separator', 'selectAll',
    ])
    await electron.order({ do: 'context menu', label: 'ceasefire' })
    await electron.order({ do: 'context menu', label: 'Add “ceasfire” to dictionary' })
    expect((await electron.record()).slice(-2)).toEqual([
      { call: 'webContents.replaceMisspelling', args: ['ceasefire'] },
      { call: 'session.addWordToSpellCheckerDictionary', args: ['ceasfire'] },
    ])
  })

  it('copies what is selected in a text that is only read', async () => {
    expect(await shown({ selectionText: 'the envoys' })).toEqual(['copy'])
  })
})
