// groundwork call NAME 'JSON': every call of the contract, for scripts and checks.
import { text } from 'node:stream/consumers'
import { createDispatch } from '../core/dispatch.ts'
import { apiArguments, type Api } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'

/** The argument of a call from its JSON (null: standard input); throws `call.invalid`. */
export async function argumentFrom(json: string | null, input: NodeJS.ReadableStream = process.stdin): Promise<unknown> {
  const source = json ?? (await text(input))
  try {
    return JSON.parse(source)
  } catch (thrown) {
    throw new GroundworkError('call.invalid', `The argument is not JSON: ${thrown instanceof Error ? thrown.message : ''}.`)
  }
}

/** The whole contract, doing nothing: what its gate refuses, the core's would refuse too. */
const nothing = Object.fromEntries(
  Object.entries(apiArguments).map(([feature, calls]) => [
    feature,
    Object.fromEntries(Object.keys(calls).map((name) => [name, () => null])),
  ]),
)
const check = createDispatch(nothing as unknown as Partial<Api>)

/** Refuses a call that is wrong in itself, before a workspace is opened or made for it, and those of a window. */
export function refuseWrongCall(name: string, args: unknown): void {
  check(name, args)
  if (name.startsWith('shell.')) {
    throw new GroundworkError('call.refused', `“${name}” needs a window; the command line has none.`)
  }
}
