// The command line as typed, turned into one command or a sentence that says what is wrong with it.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { GroundworkError } from '../shared/errors.ts'
import { exportFormats, notePlaces, papers, templates, type ExportFormat, type ExportOptions } from '../shared/exports.ts'

export const usage = `groundwork [--workspace FILE] COMMAND

  import FILES…                      import articles; a line for each file, status 1 when one failed
  export memo ID --to FILE           write a memo to a file; its ending says how:
                                     .pdf .docx .html .txt, .md with its references
                                     beside it as .json, .zip with both in one
                                     [--paper a4|letter] [--notes foot|end] [--cover]
                                     [--contents] [--no-annex] [--no-comments]
                                     [--template memo|assessment|brief]
  salvage --to FILE.groundwork       what can be read of a damaged workspace, as a new one; the old file is only read
  call NAME ['JSON']                 any call of the program, for example: call sources.list '{}'
                                     with - in place of the JSON it is read from standard input

  --workspace FILE   the workspace; the one opened last when it is left out
  --data FOLDER      where backups, temporary files and the list of workspaces are kept
  --help, --version

Status 0: done. 1: it failed, and the reason is on standard error. 2: the command is not right.`

/** What is to be done. `json` null means standard input; paths are as typed. */
export type CliCommand =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'import'; files: string[] }
  | { kind: 'export-memo'; memo: string; to: string; format: ExportFormat; options: ExportOptions }
  | { kind: 'salvage'; to: string }
  | { kind: 'call'; name: string; json: string | null }

/** A command and where it runs; paths are absolute, null leaves the choice to the program. */
export interface CliArguments {
  command: CliCommand
  workspace: string | null
  data: string | null
}

const wrong = (message: string) => new GroundworkError('call.invalid', `${message} Try --help.`)

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        data: { type: 'string' },
        to: { type: 'string' },
        paper: { type: 'string' },
        notes: { type: 'string' },
        template: { type: 'string' },
        cover: { type: 'boolean' },
        contents: { type: 'boolean' },
        'no-annex': { type: 'boolean' },
        'no-comments': { type: 'boolean' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    })
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split(/\.\s|\n/)[0] ?? '') : ''
    throw wrong(`${reason.replace(/\.$/, '')}.`)
  }
}

type Values = ReturnType<typeof parse>['values']

function oneOf<T extends string>(allowed: readonly T[], value: string, what: string): T {
  const found = allowed.find((each) => each === value)
  if (!found) throw wrong(`“${value}” is no ${what}; it can be ${allowed.join(' or ')}.`)
  return found
}

const exportOnly = ['to', 'paper', 'notes', 'template', 'cover', 'contents', 'no-annex', 'no-comments'] as const

function optionsOf(values: Values): ExportOptions {
  return {
    ...(values.paper === undefined ? {} : { paper: oneOf(papers, values.paper, 'paper') }),
    ...(values.notes === undefined ? {} : { notes: oneOf(notePlaces, values.notes, 'place of notes') }),
    ...(values.template === undefined ? {} : { template: oneOf(templates, values.template, 'template') }),
    ...(values.cover ? { cover: true } : {}),
    ...(values.contents ? { contents: true } : {}),
    ...(values['no-annex'] ? { annex: false } : {}),
    ...(values['no-comments'] ? { comments: false } : {}),
  }
}

function exportCommand(what: string | undefined, memo: string | undefined, rest: string[], values: Values): CliCommand {
  if (what !== 'memo' || memo === undefined || rest.length > 0) throw wrong('Say which memo to export: export memo ID --to FILE.pdf.')
  if (!values.to) throw wrong('Say where the memo goes: --to FILE.pdf.')
  const ending = /\.([^./\\]+)$/.exec(values.to)?.[1]?.toLowerCase() ?? ''
  return {
    kind: 'export-memo',
    memo,
    to: values.to,
    format: oneOf(exportFormats, ending, 'format of a memo'),
    options: optionsOf(values),
  }
}

function salvageCommand(rest: string[], values: Values): CliCommand {
  if (rest.length > 0 || values.paper !== undefined) throw wrong('Say which workspace, and where to: --workspace FILE salvage --to FILE.groundwork.')
  if (!values.workspace) throw wrong('Say which workspace to salvage: --workspace FILE.')
  if (!values.to) throw wrong('Say where the new workspace goes: --to FILE.groundwork.')
  return { kind: 'salvage', to: values.to }
}

function commandOf(positionals: string[], values: Values): CliCommand {
  const [name, first, second, ...rest] = positionals
  if (values.help || name === 'help') return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  if (name === undefined) throw wrong('Say what to do: import, export, salvage or call.')
  if (name === 'salvage') return salvageCommand(positionals.slice(1), values)
  const stray = name === 'export' ? undefined : exportOnly.find((option) => values[option] !== undefined)
  if (stray) throw wrong(`--${stray} belongs to export.`)
  if (name === 'export') return exportCommand(first, second, rest, values)
  if (name === 'import') {
    if (first === undefined) throw wrong('Say which files to import.')
    return { kind: 'import', files: positionals.slice(1) }
  }
  if (name === 'call') {
    if (first === undefined || rest.length > 0) throw wrong("Say which call, and its argument as one piece of JSON: call NAME 'JSON'.")
    return { kind: 'call', name: first, json: second === '-' ? null : (second ?? '{}') }
  }
  throw wrong(`There is no command “${name}”.`)
}

/** An absolute path; an empty one would silently mean the current folder. */
function pathFrom(text: string | undefined, option: string): string | null {
  if (text === '') throw wrong(`${option} needs a path.`)
  return text === undefined ? null : resolve(text)
}

/** Reads the command line; throws `call.invalid` with a sentence for the user. */
export function parseArguments(given: string[]): CliArguments {
  const { values, positionals } = parse(given)
  return {
    command: commandOf(positionals, values),
    workspace: pathFrom(values.workspace, '--workspace'),
    data: pathFrom(values.data, '--data'),
  }
}
