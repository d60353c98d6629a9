// A machine on which long waits are over soon: what the program puts off for many seconds it does after one.
const { setTimeout: wait } = globalThis

globalThis.setTimeout = Object.assign((run: () => void, delay?: number, ...args: []) => wait(run, delay !== undefined && delay >= 10_000 ? 1000 : delay, ...args), wait)
