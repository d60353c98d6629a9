// Which workspace a start asks for: an option, a file that was double-clicked, or what another instance hands over.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a command line asks for; `problem` is a sentence for a command line that is wrong. */
export interface OpenRequest {
  workspace: string | null
  problem: string | null
}

/** Desktop environments hand files over as paths or as file addresses. */
function toPath(argument: string, folder: string): string | null {
  if (!argument.toLowerCase().startsWith('file:')) return resolve(folder, argument)
  try {
    return fileURLToPath(argument)
  } catch {
    return null
  }
}

/**
 * Reads `--workspace FILE`, `--workspace=FILE` or a `*.groundwork` file from command-line arguments; paths are
 * made absolute from `folder`. Everything else belongs to Chromium and is left alone.
 */
export function readOpenRequest(argv: readonly string[], folder: string): OpenRequest {
  const option = argv.findIndex((argument) => argument === '--workspace' || argument.startsWith('--workspace='))
  const named = argv[option]
  if (named !== undefined) {
    const value = named === '--workspace' ? (argv[option + 1] ?? '') : named.slice('--workspace='.length)
    if (value === '' || value.startsWith('-')) {
      return { workspace: null, problem: 'The option --workspace needs a file: --workspace FILE' }
    }
    return { workspace: toPath(value, folder), problem: null }
  }
  const file = argv.findLast((argument) => /\.groundwork$/i.test(argument) && !argument.startsWith('-'))
  return { workspace: file === undefined ? null : toPath(file, folder), problem: null }
}

/** The workspace in what another instance handed over, which may be anything; null when it named none. */
export function handedOver(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('workspace' in data)) return null
  return typeof data.workspace === 'string' && data.workspace !== '' ? data.workspace : null
}
