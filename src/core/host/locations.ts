// Where the program keeps its things on this machine.
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The program's own folder: `GROUNDWORK_DATA` when set, else the platform's place for application data. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (environment.GROUNDWORK_DATA) return environment.GROUNDWORK_DATA
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Groundwork')
  if (platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Groundwork')
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'groundwork')
}

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
