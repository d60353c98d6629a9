// Coded errors: the same shape on both wires, on the command line and on screen.

/** Every code an error can carry. The part before the dot is the feature that raised it. */
export const errorCodes = [
  'call.unknown',
  'call.invalid',
  'call.refused',
  'internal',
  'workspace.not-a-workspace',
  'workspace.newer',
  'workspace.locked',
  'workspace.read-only',
  'workspace.disk-full',
  'workspace.missing',
  'workspace.damaged',
  'shell.port-in-use',
  'shell.refused',
  'shell.cancelled',
  'source.empty',
  'source.binary',
  'source.undecodable',
  'source.too-large',
  'source.unsupported',
  'source.protected',
  'source.scanned',
  'source.damaged',
  'source.too-slow',
  'source.address',
  'source.unreachable',
  'source.duplicate',
  'source.gone',
  'source.stale',
  'collection.gone',
  'collection.invalid',
  'passage.gone',
  'passage.outside-text',
  'passage.unplaced',
  'item.gone',
  'item.invalid',
  'tag.gone',
  'code.gone',
  'code.invalid',
  'link.gone',
  'search.gone',
  'memo.gone',
  'memo.stale',
  'memo.unreadable',
  'style.invalid',
  'image.invalid',
  'image.gone',
  'template.gone',
  'version.gone',
  'version.unreadable',
  'style.gone',
  'file.gone',
  'file.unwritable',
  'export.failed',
  'job.cancelled',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What crosses a wire when a call fails. `message` is a whole sentence for the user. */
export interface WireError {
  code: ErrorCode
  message: string
  /** Facts for the program, never shown: for `memo.stale` the stored revision, for `source.stale` the current version, for `source.duplicate` the source's id. */
  details?: Record<string, string | number | boolean | null>
}

/** The one error class of the program. Anything else that is thrown reaches the user as `internal`. */
export class GroundworkError extends Error {
  readonly code: ErrorCode
  readonly details: WireError['details']

  constructor(code: ErrorCode, message: string, details?: WireError['details']) {
    super(message)
    this.name = 'GroundworkError'
    this.code = code
    this.details = details
  }
}

/** Turns whatever was thrown into what may cross a wire: no stack, no path of the program's own. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof GroundworkError) {
    return thrown.details
      ? { code: thrown.code, message: thrown.message, details: thrown.details }
      : { code: thrown.code, message: thrown.message }
  }
  return { code: 'internal', message: 'Something went wrong inside Groundwork. Nothing was changed by this action.' }
}

/** Rebuilds the error on the other side of a wire. */
export function fromWireError(wire: WireError): GroundworkError {
  return new GroundworkError(wire.code, wire.message, wire.details)
}
