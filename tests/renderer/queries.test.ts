// What is asked for anew when something changed: at once, but not with every save of a memo that is being written.
// @vitest-environment jsdom
import { tellWindow } from './memos/core-bridge.ts'
import { expect, it, onTestFinished, vi } from 'vitest'
import { followChanges, queryClient } from '../../src/renderer/queries.ts'
import type { Feature } from '../../src/shared/api.ts'

function heard() {
  vi.useFakeTimers()
  const asked: string[] = []
  const spy = vi.spyOn(queryClient, 'invalidateQueries').mockImplementation(async (filters) => void asked.push(String(filters?.queryKey?.[0])))
  const end = followChanges()
  onTestFinished(() => {
    end()
    spy.mockRestore()
    vi.useRealTimers()
  })
  return {
    tell: async (...features: Feature[]) => {
      tellWindow({ name: 'changed', data: { features } })
      await vi.advanceTimersByTimeAsync(0)
    },
    take: () => asked.splice(0).toSorted(),
  }
}

it('follows a command at once, also between the saves of a memo', async () => {
  const { tell, take } = heard()
  await tell('history', 'items')
  expect(take()).toEqual(['history', 'items'])
  await tell('memos')
  await tell('history', 'items')
  expect(take()).toEqual(['history', 'items', 'memos'])
})

it('follows the first save at once, those soon after it together, and the last one always', async () => {
  const { tell, take } = heard()
  await tell('memos', 'reviews')
  expect(take()).toEqual(['memos', 'reviews'])
  for (const features of [['memos'], ['memos', 'citations'], ['memos']] as const) await tell(...features)
  expect(take()).toEqual([])
  await vi.advanceTimersByTimeAsync(3000)
  expect(take()).toEqual(['citations', 'memos'])
  await tell('memos')
  expect(take()).toEqual([])
  await vi.advanceTimersByTimeAsync(3000)
  expect(take()).toEqual(['memos'])
  await vi.advanceTimersByTimeAsync(3000)
  await tell('memos')
  expect(take()).toEqual(['memos'])
})
