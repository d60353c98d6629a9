// The packaged program: what electron-builder is told, and how the built main process runs when packaged.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../built-program.ts'
import { anElectron } from './an-electron.ts'

const root = join(import.meta.dirname, '../..')
const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

beforeAll(ensureBuilt)

/** The lines below a key of the file's first level, without comments. */
function section(key: string): string[] {
  const found = new RegExp(`^${key}:\\n((?:(?:  .*|\\s*#.*)?\\n)+)`, 'm').exec(configuration)?.[1] ?? ''
  return found.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

describe('the package', () => {
  it('has every fuse set that keeps others from running code in our name', () => {
    expect(section('electronFuses')).toEqual([
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
      'resetAdHocDarwinSignature: true',
    ])
  })

  it('keeps beside the archive what threads load', () => {
    expect(section('asarUnpack')).toEqual(['- package.json', '- out/main/**', '- node_modules/**'])
  })

  it('opens workspaces by a double click', () => {
    expect(section('fileAssociations')).toContain('- ext: groundwork')
  })

  it('has an icon for every system', () => {
    const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => `${size}x${size}.png`)
    const missing = [...sizes, 'groundwork.svg', 'groundwork.ico', 'groundwork.icns'].filter(
      (name) => !existsSync(join(root, 'resources/icons', name)),
    )
    expect(missing).toEqual([])
  })
})

describe('a packaged program', () => {
  it('reads its resources beside the archive, has no developer tools and obeys no development server', async () => {
    const electron = anElectron({
      environment: { DOUBLE_RESOURCES_PATH: root, ELECTRON_RENDERER_URL: 'http://localhost:5173' },
    })
    const [window] = await electron.ready()
    expect(window?.args[0]).toMatchObject({
      icon: join(root, 'resources/icons/512x512.png'),
      webPreferences: { devTools: false },
    })
    expect((await electron.fetch('app://groundwork/src/main.tsx')).status).toBe(404)
    expect(await electron.call('sources.list')).toHaveLength(1)
  })
})
