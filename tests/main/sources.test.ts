// Rules that hold for the sources of the main process as a whole.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../src')

const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function sourcesOf(layer: string): { name: string; code: string }[] {
  return readdirSync(join(folder, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, code: withoutComments(readFileSync(join(folder, layer, name), 'utf8')) }))
}

const filesWith = (pattern: RegExp, layer = 'main') =>
  sourcesOf(layer).flatMap(({ name, code }) => Array.from(code.matchAll(pattern), () => name))

describe('the main process', () => {
  it('makes windows, answers pages and sets their preferences in one place each', () => {
    expect(filesWith(/new BrowserWindow\(/g)).toEqual(['main-window.ts'])
    expect(filesWith(/\bipcMain\.\w+\(/g)).toEqual(['call-channel.ts'])
    expect(filesWith(/\bwebPreferences:/g)).toEqual(['main-window.ts'])
    expect(filesWith(/\bnodeIntegration:/g)).toEqual(['window-preferences.ts'])
    expect(filesWith(/\bshell\.openExternal\(/g)).toEqual(['external-links.ts'])
  })

  it('uses nothing that opens a page to the system', () => {
    const forbidden = [
      'executeJavaScript',
      'BrowserView',
      'WebContentsView',
      'enableRemoteModule',
      'appendSwitch',
      'showItemInFolder',
      'loadFile',
      'setCertificateVerifyProc',
      'registerFileProtocol',
    ]
    expect(forbidden.flatMap((name) => filesWith(new RegExp(`\\b${name}\\b`, 'g')))).toEqual([])
  })

  it('hands a file to the system in one place alone, which opens copies of originals (decision 0040)', () => {
    expect(filesWith(/\bopenPath\b/g)).toEqual(['open-file.ts'])
  })

  it('is the only one, with the preload, that knows Electron', () => {
    const layers = ['shared', 'core', 'web', 'cli', 'renderer']
    expect(layers.flatMap((layer) => filesWith(/from 'electron'|require\('electron'\)/g, layer))).toEqual([])
  })
})
