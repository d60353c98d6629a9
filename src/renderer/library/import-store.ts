// What an import is doing, for the progress card and the report.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { ImportOutcome } from '../../shared/sources.ts'

/** One import: files are staged first, then imported under `job`. `total` is null while unknown. */
export interface RunningImport {
  job: Id
  label: string
  done: number
  total: number | null
  cancelled: boolean
}

export interface ImportSummary {
  imported: number
  updated: number
  duplicates: number
  failed: number
  cancelled: boolean
  /** All but plain imports, in the order of the files. */
  remarks: ImportOutcome[]
}

interface ImportState {
  running: RunningImport | null
  report: ImportSummary | null
  pasting: Pasted | null
  /** Whether the dialog for a web address is open. */
  asking: boolean
  set(changes: Partial<Pick<ImportState, 'running' | 'report' | 'pasting' | 'asking'>>): void
}

/** What the paste dialog starts with. `html` is null for plain text; it is never shown, only sent to be imported. */
export interface Pasted {
  text: string
  html: string | null
}

export const useImports = create<ImportState>((set) => ({
  running: null,
  report: null,
  pasting: null,
  asking: false,
  set: (changes) => set(changes),
}))
