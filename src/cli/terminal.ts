// What the commands need of the terminal, so that tests can listen in.
import { toWireError } from '../shared/errors.ts'

/** Where lines go. `pretty` is true when a person reads standard output. */
export interface Terminal {
  out(line: string): void
  error(line: string): void
  pretty: boolean
  /** Shows a line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void
}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  // A reader that stops early (`| head`) is no failure of ours.
  process.stdout.on('error', () => process.exit(0))
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\u001B[K')
    shown = false
  }
  return {
    out(line) {
      clear()
      process.stdout.write(`${line}\n`)
    },
    error(line) {
      clear()
      process.stderr.write(`${line}\n`)
    },
    pretty: process.stdout.isTTY,
    progress(line) {
      if (!process.stderr.isTTY) return
      clear()
      process.stderr.write(line.slice(0, (process.stderr.columns || 80) - 1))
      shown = true
    },
  }
}

/** A text from a file or an error as one line that cannot steer the terminal. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

/** A failure as one line: the sentence, and its code in brackets. */
export function failureLine(thrown: unknown): string {
  const { code, message } = toWireError(thrown)
  return `groundwork: ${oneLine(message)} [${code}]`
}
