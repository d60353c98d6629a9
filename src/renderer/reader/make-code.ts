// Making the codes that a typed path lacks.
import type { Code } from '../../shared/codes.ts'
import { api } from '../api.ts'
import { act } from '../notices/notices.ts'
import { newCode } from './code-options.ts'

/** Makes what a typed path lacks; the last code of it, null when that failed. */
export async function makeCode(codes: readonly Code[], typed: string): Promise<string | null> {
  const fresh = newCode(codes, typed)
  if (!fresh) return null
  let parent = fresh.parent
  for (const name of fresh.names) {
    const made = await act(() => api.codes.create({ name, parent }))
    if (!made) return null
    parent = made.id
  }
  return parent
}
