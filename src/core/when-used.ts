// Large libraries are loaded by the first call that needs them: every start, in each thread, would wait for them otherwise.
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** Answers what `take` makes of a package's exports; both happen once, when it is asked for the first time. */
export function whenUsed<Exports, Taken>(name: string, take: (exports: Exports) => Taken): () => Taken {
  let taken: { it: Taken } | null = null
  return () => (taken ??= { it: take(load(name) as Exports) }).it
}
