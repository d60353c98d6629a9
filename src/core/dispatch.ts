// The one gate to the core: knows every call, checks every argument, codes every error.
import type { z } from 'zod'
import { apiArguments, type Api } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'

/** Calls that take longer are logged. In milliseconds. */
const slowCall = 40

type Call = (args: unknown) => unknown

/** Makes every string that comes in well-formed Unicode without NUL, which neither SQLite nor JSON keeps. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD')
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
  }
  return value
}

function own<T>(holder: Record<string, T> | undefined, name: string): T | undefined {
  return holder && Object.hasOwn(holder, name) ? holder[name] : undefined
}

function describeProblem(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'the argument'}: ${issue.message}` : 'the argument does not fit'
}

/**
 * Makes the gate for an implementation of (part of) the contract. The answer runs one call by its full name;
 * it throws `call.unknown` for a name outside the implementation and `call.invalid` for arguments that do not fit.
 */
export function createDispatch(
  implementation: Partial<Api>,
  log: (line: string) => void = () => {},
): (name: string, args: unknown) => unknown {
  const features = implementation as Record<string, Record<string, Call>>
  const schemas = apiArguments as Record<string, Record<string, z.ZodType>>

  return (name, args) => {
    const [feature, call, ...rest] = typeof name === 'string' ? name.split('.') : []
    const schema = rest.length === 0 && feature && call ? own(own(schemas, feature), call) : undefined
    const run = rest.length === 0 && feature && call ? own(own(features, feature), call) : undefined
    if (!schema || !run) throw new GroundworkError('call.unknown', `There is no call named “${String(name).slice(0, 80)}”.`)
    const parsed = schema.safeParse(clean(args ?? {}))
    if (!parsed.success) {
      throw new GroundworkError('call.invalid', `${name} was called wrongly: ${describeProblem(parsed.error)}.`)
    }
    const began = performance.now()
    try {
      return run(parsed.data)
    } finally {
      const took = performance.now() - began
      if (took > slowCall) log(`${name} took ${Math.round(took)} ms`)
    }
  }
}
