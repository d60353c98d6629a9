// A process that imports one hostile file as a workspace does and says how it ended, how long it took and how far memory grew.
// Arguments: the file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '../../../src/core/host/core-host.ts'
import { newUuid } from '../../../src/core/new-uuid.ts'
import { remote } from '../../../src/shared/remote.ts'

/** What it answers: milliseconds and megabytes from the moment at which the file is asked for. */
export interface Ended {
  code: string | null
  outcome: string
  took: number
  /** The processor time of all threads of the process, in milliseconds. */
  processor: number
  grew: number
}

const [path = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'groundwork-hostile-'))
const host = await openCore({ workspace: join(folder, 'W.groundwork'), resources: join(import.meta.dirname, '../../../resources'), dataFolder: join(folder, 'data') })
const api = remote((name, args) => host.call(name, args))
const megabytes = (): number => process.memoryUsage.rss() / 2 ** 20

// The thread that reads and its libraries are there before anything is measured, as after a first import.
const calm = async (file: string) => api.sources.importFiles({ files: [(await host.stage(file)).id], job: newUuid() })
await calm(join(import.meta.dirname, '../../fixtures/import/article.html'))
await api.sources.importText({ text: 'Words.', format: 'plain' })

const before = megabytes()
let most = before
const weigh = setInterval(() => (most = Math.max(most, megabytes())), 5)
const used = process.cpuUsage()
const began = performance.now()
const report = await calm(path)
const took = performance.now() - began
const { user, system } = process.cpuUsage(used)
clearInterval(weigh)
const [outcome] = report.outcomes
console.log(JSON.stringify({ code: outcome?.code ?? null, outcome: outcome?.outcome ?? '', took, processor: (user + system) / 1000, grew: Math.max(most, megabytes()) - before } satisfies Ended))
await host.close()
rmSync(folder, { recursive: true, force: true })
