// Where the program keeps its things on this machine.
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program's own folder: `GROUNDWORK_DATA` when set, else the platform's place for application data. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (environment.GROUNDWORK_DATA) return environment.GROUNDWORK_DATA
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Groundwork')
  if (platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Groundwork')
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'groundwork')
}

/** Where backups lie in the program's own folder. */
export const backupsFolder = (data: string): string => join(data, 'backups')

/** The user's documents folder; on Linux as `user-dirs.dirs` (xdg-user-dirs) says. */
export function documentsFolder(environment: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (platform !== 'linux') return join(homedir(), 'Documents')
  try {
    const settings = readFileSync(join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'user-dirs.dirs'), 'utf8')
    const found = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(settings)?.[1]
    if (found) return found.replace(/^\$HOME/, homedir())
  } catch {
    // No such file on a machine without a desktop: the usual name is right.
  }
  return join(homedir(), 'Documents')
}

/** The workspace of a first start. */
export function defaultWorkspace(): string {
  return join(documentsFolder(), 'Groundwork', 'Library.groundwork')
}

/**
 * The folder of the program itself, which holds package.json, `resources` and `out`. Found upwards from this module,
 * since the build puts it at another depth than the sources.
 */
export function applicationFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** The program's version, as package.json says. */
export function applicationVersion(): string {
  const description = JSON.parse(readFileSync(join(applicationFolder(), 'package.json'), 'utf8')) as { version: string }
  return description.version
}
