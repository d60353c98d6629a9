// A process that opens the workspace of its first argument and holds it until its input ends or it is killed.
import { join } from 'node:path'
import { openCore } from '../../../src/core/host/core-host.ts'

const [workspace = '', dataFolder = ''] = process.argv.slice(2)
const host = await openCore({ workspace, dataFolder, resources: join(import.meta.dirname, '../../../resources') })
process.stdout.write('open\n')
process.stdin.once('end', () => void host.close()).resume()
