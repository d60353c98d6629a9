// The workspaces opened before, newest first, in a file of the program's own folder.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { RecentWorkspace } from '../../shared/shell.ts'

const recentSchema = z.array(z.string())
const kept = 12

function stored(dataFolder: string): string[] {
  try {
    return recentSchema.parse(JSON.parse(readFileSync(join(dataFolder, 'recent.json'), 'utf8')))
  } catch {
    return []
  }
}

/** Those that still exist. */
export function recentWorkspaces(dataFolder: string): RecentWorkspace[] {
  return stored(dataFolder)
    .filter((path) => existsSync(path))
    .map((path) => ({ path, name: basename(path).replace(/\.groundwork$/, '') }))
}

/** Puts a workspace at the head of the list. */
export function rememberWorkspace(dataFolder: string, path: string): void {
  const list = [path, ...stored(dataFolder).filter((other) => other !== path)].slice(0, kept)
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'recent.json')
  writeFileSync(`${file}.new`, JSON.stringify(list, null, 2))
  renameSync(`${file}.new`, file)
}
