// Runs the program as a process of its own and listens to what it says.
import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** How a process ended and what it had said. */
export interface Ended {
  status: number | null
  out: string
  error: string
}

/** Starts a program; it is killed after the test if it is still there. */
export function aProcess(program: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: process.env, ...options })
  let out = ''
  let error = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (error += chunk))
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, out, error })))
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    child,
    ended,
    /** What it has complained of so far. */
    error: () => error,
    /** Waits until what it said matches `pattern` for the `count`th time; rejects with all it said when it ends before. */
    said(pattern: RegExp, count = 1): Promise<string> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = [...out.matchAll(new RegExp(pattern, 'g'))][count - 1]
          if (found) resolve(found[0])
        }
        child.stdout.on('data', look)
        look()
        void ended.then(() => reject(new Error(`it ended without saying ${pattern}:\n${out}\n${error}`)))
      })
    },
  }
}

/** What the program prints when it is up. */
export const linkPattern = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/
