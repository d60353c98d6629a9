// Native dialogs: what they ask, what a yes does, and that a cancel does nothing.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, aSharedElectron } from './an-electron.ts'

const theElectron = aSharedElectron()

/** The options of the newest dialog of a kind. */
async function asked(dialog: string): Promise<unknown> {
  return (await theElectron().record(`dialog.${dialog}`)).at(-1)?.args[0]
}

describe('choosing files to import', () => {
  it('stages what was chosen, and the files import', async () => {
    const electron = theElectron()
    const folder = aFolder()
    const paths = ['One.txt', 'Two.md'].map((name) => join(folder, name))
    for (const path of paths) writeFileSync(path, `A report in ${path}\n\nThe envoys spoke for two hours.\n`)
    await electron.answer('showOpenDialog', { canceled: false, filePaths: paths })
    const files = await electron.call<{ id: string; name: string }[]>('shell.chooseFiles')
    expect(files.map(({ name }) => name)).toEqual(['One.txt', 'Two.md'])
    expect(await asked('showOpenDialog')).toMatchObject({ modal: true, properties: ['openFile', 'multiSelections'] })
    const report = await electron.call('sources.importFiles', { files: files.map(({ id }) => id), job: crypto.randomUUID() })
    expect(report).toMatchObject({ imported: 2, failed: 0 })
  })

  it('answers an empty list when cancelled', async () => {
    await theElectron().answer('showOpenDialog', { canceled: true, filePaths: ['/etc/passwd'] })
    expect(await theElectron().call('shell.chooseFiles')).toEqual([])
  })
})

describe('saving a finished file', () => {
  async function anOriginal(): Promise<string> {
    const [source] = (await theElectron().call<{ id: string; title: string }[]>('sources.list')).toReversed()
    return (await theElectron().call<{ file: string }>('sources.original', { source: source?.id })).file
  }

  it('suggests a name without a path and writes the whole file where the user says', async () => {
    const electron = theElectron()
    const path = join(aFolder(), 'Kept.txt')
    await electron.answer('showSaveDialog', { canceled: false, filePath: path })
    const file = await anOriginal()
    const written = await electron.call('shell.saveFile', { file, name: '../../etc/A “memo”: final?.txt' })
    expect(written).toBe(path)
    const served = await electron.fetch(`app://groundwork/files/${file}`)
    expect(readFileSync(path).equals(Buffer.from(served.body))).toBe(true)
    expect(await asked('showSaveDialog')).toMatchObject({
      modal: true,
      defaultPath: expect.stringMatching(/documents\/[^/]*A “memo” final\.txt$/),
      filters: [
        { name: 'TXT', extensions: ['txt'] },
        { name: 'All files', extensions: ['*'] },
      ],
    })
  })

  it('writes nothing when cancelled', async () => {
    const electron = theElectron()
    const folder = aFolder()
    await electron.answer('showSaveDialog', { canceled: true, filePath: '' })
    expect(await electron.call('shell.saveFile', { file: await anOriginal(), name: 'x.txt' })).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves what was there when the place cannot be written, and says so', async () => {
    const electron = theElectron()
    const folder = aFolder()
    mkdirSync(join(folder, 'taken.txt'))
    await electron.answer('showSaveDialog', { canceled: false, filePath: join(folder, 'taken.txt') })
    const error = await electron.failure('shell.saveFile', { file: await anOriginal(), name: 'x.txt' })
    expect(error).toMatchObject({ code: 'file.unwritable', message: expect.stringContaining('taken.txt') })
    expect(readdirSync(folder)).toEqual(['taken.txt'])
  })

  it('asks nothing for a file that is gone', async () => {
    const electron = theElectron()
    const before = await electron.record('dialog.showSaveDialog')
    const error = await electron.failure('shell.saveFile', { file: crypto.randomUUID(), name: 'x.pdf' })
    expect(error.code).toBe('file.gone')
    expect(await electron.record('dialog.showSaveDialog')).toEqual(before)
  })
})

describe('opening an original', () => {
  async function imported(name: string, text: string): Promise<string> {
    const electron = theElectron()
    const path = join(aFolder(), name)
    writeFileSync(path, text)
    await electron.answer('showOpenDialog', { canceled: false, filePaths: [path] })
    const [staged] = await electron.call<{ id: string }[]>('shell.chooseFiles')
    const report = await electron.call<{ outcomes: { source: string }[] }>('sources.importFiles', { files: [staged?.id], job: crypto.randomUUID() })
    return (await electron.call<{ file: string }>('sources.original', { source: report.outcomes[0]?.source })).file
  }
  const opened = async () => String((await theElectron().record('shell.openPath')).at(-1)?.args[0])

  it('opens a copy that only reads, in a folder of the program’s own', async () => {
    const text = 'An original to be opened\n\nThe envoys opened it once more.\n'
    const file = await imported('Opened.md', text)
    expect(await theElectron().call('shell.openFile', { file })).toBeNull()
    const path = await opened()
    expect(basename(path)).toBe('Opened.md.txt')
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(statSync(path).mode & 0o777).toBe(0o400)
    expect(dirname(path)).toMatch(/temporary\/[^/]+\/files\/opened-|temporary\/[^/]+\/opened-/)
  })

  it('opens a page as text, whatever its name says of it', async () => {
    const page = '<!doctype html><html><body><script>alert(1)</script><p>A page that would like to be run, they said.</p></body></html>'
    for (const name of ['run.html', 'invoice.pdf.html', 'run.exe.htm']) {
      await theElectron().call('shell.openFile', { file: await imported(name, page.replace('they', name)) })
      expect(basename(await opened())).toBe(`${name}.txt`)
    }
  })

  it('opens nothing but originals, and says when no program takes one', async () => {
    const electron = theElectron()
    const before = await electron.record('shell.openPath')
    const { file } = await electron.call<{ file: string }>('codes.exportCodebook')
    expect(await electron.failure('shell.openFile', { file })).toMatchObject({ code: 'shell.refused' })
    expect((await electron.failure('shell.openFile', { file: crypto.randomUUID() })).code).toBe('file.gone')
    expect(await electron.record('shell.openPath')).toEqual(before)
    await electron.answer('openPath', 'Nothing is registered for it')
    const refused = await electron.failure('shell.openFile', { file: await imported('Alone.txt', 'Words that no program would like to have opened.') })
    expect(refused).toMatchObject({ code: 'shell.refused', message: expect.stringContaining('Nothing is registered for it') })
  })
})

describe('an address outside', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b', 'Open example.org in your browser?'],
    ['HTTP://EXAMPLE.org', 'http://example.org/', 'Open example.org in your browser?'],
    ['https://exаmple.org/', 'https://xn--exmple-4nf.org/', 'Open xn--exmple-4nf.org in your browser?'],
    ['mailto:desk@example.org?subject=Talks', 'mailto:desk@example.org?subject=Talks', 'Write to this address in your mail program?'],
  ])('opens %s after a yes, shown as what it is', async (url, opened, message) => {
    const electron = theElectron()
    await electron.answer('showMessageBox', { response: 0 })
    expect(await electron.call('shell.openExternal', { url })).toBeNull()
    const detail = expect.stringContaining(opened)
    expect(await asked('showMessageBox')).toMatchObject({ modal: true, message, detail, defaultId: 1, cancelId: 1 })
    expect((await electron.record('shell.openExternal')).at(-1)?.args).toEqual([opened])
  })

  it('stays closed after a no', async () => {
    const electron = theElectron()
    const before = await electron.record('shell.openExternal')
    await electron.answer('showMessageBox', { response: 1 })
    expect(await electron.call('shell.openExternal', { url: 'https://example.org/' })).toBeNull()
    expect(await electron.record('shell.openExternal')).toEqual(before)
  })

  it('is refused without a question when it is anything but a plain web or mail address', async () => {
    const electron = theElectron()
    const before = await electron.record()
    const refused = [
      'smb://server/share',
      'file:///etc/passwd',
      'file://server/share/x.exe',
      '\\\\server\\share\\x.exe',
      '//server/share',
      'search-ms:query=x&crumb=location:\\\\evil',
      'ms-msdt:/id PCWDiagnostic',
      'ms-officecmd:{}',
      'vscode://file/x',
      'ftp://example.org/',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'blob:https://example.org/1',
      'app://groundwork/',
      'about:blank',
      'chrome://settings',
      'devtools://devtools',
      'jar:https://example.org!/x',
      'mailto:x@example.org?attach=/etc/passwd',
      'mailto:x@example.org?ATTACHMENT=C:\\x',
      'https://bank.example@evil.example/',
      'https://user:pass@example.org/',
      'example.org',
      'https://',
      '',
    ]
    for (const url of refused) {
      expect(await electron.failure('shell.openExternal', { url }), url).toMatchObject({ code: 'shell.refused' })
    }
    expect(await electron.record()).toEqual(before)
  })
})

describe('a page that crashed', () => {
  it('can be loaded again', async () => {
    const electron = theElectron()
    const before = await electron.record('window.loadURL')
    await electron.answer('showMessageBox', { response: 0 })
    await electron.order({ do: 'contents', event: 'render-process-gone', details: {}, args: [{ reason: 'crashed', exitCode: 5 }] })
    await electron.waitFor('window.loadURL', before.length + 1)
    expect(await asked('showMessageBox')).toMatchObject({ message: 'The window stopped working.' })
  })
})
