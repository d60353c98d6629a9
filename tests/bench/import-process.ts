// A process that imports files through a core host and says as JSON how long it took and what else waited.
// Arguments: a folder for the workspace, the folder of the files.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openCore } from '../../src/core/host/core-host.ts'
import { newUuid } from '../../src/core/new-uuid.ts'
import { remote } from '../../src/shared/remote.ts'
import { warmUp } from './import-files.ts'

/** What the process answers. */
export interface Imported {
  taken: number
  /** The processor time of all its threads meanwhile, in milliseconds. */
  processor: number
  /** The longest that this process's own loop was held up, in milliseconds. */
  stall: number
  /** The most processor time that its thread took between two ticks of 2 ms, in milliseconds: the stalls that are its own work. */
  work: number
  /** How long calls of a reader at work took meanwhile, in milliseconds. */
  answers: number[]
  /** The most memory of the whole process with its threads, in megabytes. */
  memory: number
}

/** Imports the files into a fresh workspace through the worker, while somebody goes on working in it. */
async function throughTheWorker(paths: readonly string[], folder: string): Promise<Imported> {
  const host = await openCore({ workspace: join(folder, 'W.groundwork'), resources: join(import.meta.dirname, '../../resources'), dataFolder: join(folder, 'data') })
  const api = remote((name, args) => host.call(name, args))
  const files: string[] = []
  for (const path of paths) files.push((await host.stage(path)).id)
  // The thread that reads is started and has loaded its libraries, as they are once somebody works.
  const [first, rest] = [files.slice(0, warmUp), files.slice(warmUp)]
  await api.sources.importFiles({ files: first, job: newUuid() })
  const delay = monitorEventLoopDelay({ resolution: 2 })
  let memory = 0
  const weigh = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss() / 2 ** 20)), 25)
  const answers: number[] = []
  const over = new AbortController()
  const atWork = (async () => {
    while (!over.signal.aborted) {
      const began = performance.now()
      await api.history.state({})
      answers.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  let work = 0
  let used = process.threadCpuUsage()
  const tick = setInterval(() => {
    const now = process.threadCpuUsage()
    work = Math.max(work, (now.user + now.system - used.user - used.system) / 1000)
    used = now
  }, 2)
  delay.enable()
  const began = performance.now()
  const before = process.cpuUsage()
  const report = await api.sources.importFiles({ files: rest, job: newUuid() })
  const taken = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  delay.disable()
  clearInterval(tick)
  over.abort()
  await atWork
  clearInterval(weigh)
  if (report.imported !== rest.length) throw new Error(`${report.imported} of ${rest.length} files were imported: ${report.outcomes.find(({ outcome }) => outcome === 'failed')?.reason}`)
  await host.close()
  return { taken, processor: (user + system) / 1000, stall: delay.max / 1e6, work, answers, memory }
}

const [folder = '', files = ''] = process.argv.slice(2)
const paths = readdirSync(files).map((name) => join(files, name))
console.log(JSON.stringify(await throughTheWorker(paths, folder)))
