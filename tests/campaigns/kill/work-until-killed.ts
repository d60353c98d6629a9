// A process that works on a workspace until it is killed. It says each step before it asks for it and again, as an
// acknowledgement, once the answer has come. Arguments: workspace, data folder, file with the model, seed.
import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openCore } from '../../../src/core/host/core-host.ts'
import type { Api } from '../../../src/shared/api.ts'
import { remote, type Remote } from '../../../src/shared/remote.ts'
import { randomFrom } from '../random.ts'
import { after, nextStep, textOf, type Model, type ModelTag, type Step } from './model.ts'
import { documentOf } from './stored-state.ts'

const [workspace = '', dataFolder = '', modelFile = '', seed = ''] = process.argv.slice(2)
const resources = join(import.meta.dirname, '../../../resources')

// Written at once, past Node's own buffer: a line that the parent has was said before the kill.
function say(line: unknown): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written)
    } catch (thrown) {
      // The pipe is full because the parent is slow: wait for it, since a line that is lost is a step not said.
      if ((thrown as NodeJS.ErrnoException).code !== 'EAGAIN') throw thrown
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

async function markOf(api: Remote<Api>, { title, start, end }: ModelTag) {
  const source = (await api.sources.list({})).find((one) => one.title === title)
  const marks = await api.passages.list({ source: source?.id ?? '' })
  const mark = marks.find(({ segments: [only] }) => only?.start === start && only.end === end)
  if (!mark) throw new Error(`there is no passage ${start}–${end} in ${title}`)
  return mark
}

async function run(api: Remote<Api>, step: Step): Promise<void> {
  if (step.step === 'undo') await api.history.undo({})
  if (step.step === 'redo') await api.history.redo({})
  if (step.step === 'backup') await api.backups.make({})
  if (step.step === 'import') await api.sources.importText({ text: textOf(step.title), format: 'plain', title: step.title })
  if (step.step === 'memo') await api.memos.create({ head: { title: step.title } })
  if (step.step === 'tag') {
    const { title, start, end, kind } = step.tag
    const source = (await api.sources.list({})).find((one) => one.title === title)?.id ?? ''
    await api.items.tag({ source, version: 1, spans: [{ start, end }], kind })
  }
  if (step.step === 'bounds') {
    await api.passages.setBounds({ passage: (await markOf(api, step.tag)).id, spans: [{ start: step.start, end: step.end }] })
  }
  if (step.step === 'untag') await api.items.untag({ tag: (await markOf(api, step.tag)).tags[0]?.id ?? '' })
  if (step.step === 'save') {
    const memo = (await api.memos.list({})).find((one) => one.title === step.title)?.id ?? ''
    await api.memos.save({ memo, revision: step.revision, document: documentOf(step.words) })
  }
}

const random = randomFrom(Number(seed))
const open = () => openCore({ workspace, dataFolder, resources })
let model = JSON.parse(readFileSync(modelFile, 'utf8')) as Model
let host = await open()
const api = remote((name, args) => host.call(name, args))
say({ opened: true })
for (;;) {
  const step = nextStep(model, random)
  say({ about: step })
  if (step.step === 'reopen') {
    await host.close()
    host = await open()
  } else await run(api, step)
  model = after(model, step)
  say({ done: step })
}
