// Where the worked example lies: beside the default workspace. A workspace that is made there is the example.
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { defaultWorkspace } from './locations.ts'

/** The path of the worked example's workspace. */
export const exampleWorkspace = (): string => join(dirname(defaultWorkspace()), 'Worked example.groundwork')

const realFolder = (path: string): string | null => {
  try {
    return realpathSync(dirname(path))
  } catch {
    return null
  }
}

/** Whether a path is the worked example's, through links too. */
export function isExample(path: string): boolean {
  const example = exampleWorkspace()
  const folder = realFolder(path)
  return basename(path) === basename(example) && folder !== null && folder === realFolder(example)
}
