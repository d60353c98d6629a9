// The asynchronous client that either shell derives from the contract.
import type { Api } from './api.ts'

/** What JSON carries unchanged. */
type Json = string | number | boolean | null

/** True when JSON carries T unchanged; optional properties are allowed, functions, dates and bytes are not. */
type CarriedByJson<T> = unknown extends T
  ? true
  : T extends Json | undefined
    ? true
    : T extends (...args: never[]) => unknown
      ? false
      : T extends Date | Uint8Array | ArrayBuffer | Map<unknown, unknown> | Set<unknown> | bigint | symbol
        ? false
        : T extends readonly (infer E)[]
          ? CarriedByJson<E>
          : T extends object
            ? false extends { [K in keyof T]: T[K] extends T ? true : CarriedByJson<T[K]> }[keyof T]
              ? false
              : true
            : false

type Refused = {
  [F in keyof Api]: {
    [C in keyof Api[F]]: Api[F][C] extends (args: infer A) => infer R
      ? CarriedByJson<A> extends true
        ? CarriedByJson<Awaited<R>> extends true
          ? never
          : `${F & string}.${C & string} returns what JSON cannot carry`
        : `${F & string}.${C & string} takes what JSON cannot carry`
      : `${F & string}.${C & string} is not a call`
  }[keyof Api[F]]
}[keyof Api]

/** Compile-time check: this line fails when a call of the contract cannot cross a wire. */
export const everyCallCanCrossAWire: [Refused] extends [never] ? true : Refused = true

/** The contract as a client sees it: every call asynchronous. */
export type Remote<A> = {
  [F in keyof A]: {
    [C in keyof A[F]]: A[F][C] extends (args: infer In) => infer Out ? (args: In) => Promise<Awaited<Out>> : never
  }
}

/** Sends one call; rejects with a GroundworkError. */
export type Invoke = (name: string, args: unknown) => Promise<unknown>

/** Makes a client of the contract over any transport: `remote(invoke).sources.list({})`. */
export function remote(invoke: Invoke): Remote<Api> {
  const features = new Map<string, unknown>()
  return new Proxy({} as Remote<Api>, {
    get(_target, feature) {
      if (typeof feature !== 'string') return undefined
      let calls = features.get(feature)
      if (!calls) {
        calls = new Proxy(
          {},
          {
            get: (_calls, name) =>
              typeof name === 'string' && name !== 'then' ? (args: unknown) => invoke(`${feature}.${name}`, args) : undefined,
          },
        )
        features.set(feature, calls)
      }
      return calls
    },
  })
}
