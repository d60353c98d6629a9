// A change of many things in a real worker: it says how far it is, stops when it is told to, and what came meanwhile is answered after it.
import { describe, expect, it } from 'vitest'
import { unpackIds } from '../../../src/shared/identifiers.ts'
import { aHost } from './a-host.ts'

const job = '00000000-0000-7000-8000-0000000000aa'

/** A host with so many items of nothing but a statement. */
async function withItems(count: number) {
  const host = await aHost()
  await Promise.all(Array.from({ length: count }, (_, at) => host.api.items.create({ kind: 'claim', statement: `Claim ${at}` })))
  const claims = unpackIds((await host.api.board.order({ filter: {}, sort: { by: 'statement', descending: false }, group: null })).claims)
  return { host, claims }
}

describe('a long change', () => {
  it('reports progress, is one command, and leaves nothing behind when it is stopped', async () => {
    const { host, claims } = await withItems(1500)
    const count = async () => (await host.api.items.list({ kind: 'claim' })).length
    const progress = () => host.events.flatMap(({ name, data }) => (name === 'progress' && data.job === job ? [data] : []))
    const before = await host.api.history.state({})

    const stopMidway = async (): Promise<unknown> => {
      const removal = host.api.items.removeMany({ items: claims, job }).then(() => 'done before it was stopped', (thrown: unknown) => thrown)
      const meanwhile = Array.from({ length: 3 }, (_, at) => host.api.codes.create({ name: `Code ${at}` }))
      await host.api.jobs.cancel({ job })
      await Promise.all(meanwhile)
      return removal
    }
    let outcome = await stopMidway()
    // Where this thread had to wait for a processor it asked too late: all is taken back, and it asks again.
    while (outcome === 'done before it was stopped') {
      for (let step = 0; step < 4; step += 1) await host.api.history.undo({})
      outcome = await stopMidway()
    }
    expect(outcome).toMatchObject({ code: 'job.cancelled' })
    expect(await count()).toBe(1500)
    // What was asked for in the midst of it was done after it, in order.
    expect((await host.api.codes.list({})).map(({ name }) => name)).toEqual(['Code 0', 'Code 1', 'Code 2'])
    for (let step = 0; step < 3; step += 1) await host.api.history.undo({})
    expect((await host.api.history.state({})).undo).toBe(before.undo)

    await host.api.items.removeMany({ items: claims, job })
    expect(progress().at(-1)).toMatchObject({ label: 'Deleting', total: 1500, finished: true })
    expect(await host.api.history.state({})).toMatchObject({ undo: 'Delete 1500 items' })
    expect(await count()).toBe(0)
    await host.api.history.undo({ job })
    expect(progress().at(-1)).toMatchObject({ label: 'Undoing', finished: true })
    expect(await count()).toBe(1500)
  })
})
