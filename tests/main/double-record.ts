// What the built main process asked of Electron, in order.

/** One call, by its name in Electron, with arguments that can be sent to the test; functions are left out. */
export interface Recorded {
  call: string
  args: unknown[]
}

const recorded: Recorded[] = []

const sendable = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'function' ? undefined : inner)) ?? 'null')

/** Records a call. */
export function note(call: string, ...args: unknown[]): void {
  recorded.push({ call, args: args.map(sendable) })
}

/** Everything recorded so far. */
export const theRecord = (): Recorded[] => recorded
