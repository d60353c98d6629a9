// Files on disk for imports in tests of the core.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../../../src/core/core.ts'
import type { ImportReport } from '../../../src/shared/sources.ts'
import { aFolder } from '../a-core.ts'

/** Any id for a job. */
export const job = '00000000-0000-7000-8000-00000000000a'

/** Imports files given by their names and contents. */
export function importing(core: Core, files: Readonly<Record<string, string | Uint8Array>>): Promise<ImportReport> {
  const folder = aFolder()
  const staged = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return core.files.stage(join(folder, name)).id
  })
  return core.api.sources.importFiles({ files: staged, job })
}
