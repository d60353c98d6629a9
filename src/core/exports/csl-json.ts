// The sources a memo cites as CSL-JSON 1.0.2, for pandoc and reference managers.
import type { Source } from '../../shared/sources.ts'
import { sourceToCsl } from '../citations/source-to-csl.ts'

/** The file `references.json`: a list of items, indented, with a line end. */
export const cslJson = (sources: readonly Source[]): string => `${JSON.stringify(sources.map((source) => sourceToCsl(source)), null, 2)}\n`
