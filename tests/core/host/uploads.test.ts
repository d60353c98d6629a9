import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createUploads } from '../../../src/core/host/uploads.ts'
import { aHost } from './a-host.ts'

/** A host that takes files of at most ten bytes, and the names of the uploads that lie on its disk. */
async function aTaker() {
  const host = await aHost()
  const uploads = createUploads(10)
  const onDisk = () => readdirSync(host.uploadFolder).filter((name) => name.startsWith('upload-'))
  const take = (text: string, declaredSize?: number) =>
    uploads.take(host, { bytes: Readable.from([Buffer.from(text)]), name: 'a/talks.txt', ...(declaredSize && { declaredSize }) })
  return { host, uploads, onDisk, take }
}

const tooLarge = { code: 'source.too-large', message: expect.stringContaining('“talks.txt” is larger than the ') }

test('a file of the largest size is staged under its plain name', async () => {
  const { take, onDisk } = await aTaker()
  expect(await take('ten bytes.')).toEqual({ id: expect.any(String), name: 'talks.txt', size: 10 })
  expect(onDisk()).toHaveLength(1)
})

test('a larger one is refused, whatever its sender said of it, and leaves nothing behind', async () => {
  const { take, onDisk } = await aTaker()
  await expect(take('eleven bytes')).rejects.toMatchObject(tooLarge)
  await expect(take('eleven bytes', 3)).rejects.toMatchObject(tooLarge)
  await expect(take('', 11)).rejects.toMatchObject(tooLarge)
  expect(onDisk()).toEqual([])
})

test('after an import, also one that failed, the uploads it was given are gone and no others', async () => {
  const { host, uploads, take, onDisk } = await aTaker()
  const [first, second] = [await take('first'), await take('second')]
  await take('third')
  await uploads.call(host, 'sources.importFiles', { files: [first.id], job: crypto.randomUUID() })
  expect(onDisk()).toHaveLength(2)
  await expect(uploads.call(host, 'sources.importFiles', { files: [second.id], job: 'no id' })).rejects.toMatchObject({
    code: 'call.invalid',
  })
  expect(onDisk()).toHaveLength(1)
})
