// The scripts are plain JavaScript: what the tests use of them.
declare module '*/test-counts.mjs' {
  interface Counts {
    passed: number
    failed: number
    skipped: number
  }
  export const noTests: Counts
  export function sumOf(all: Counts[]): Counts
  export function countsIn(reportFile: string, status: number): Counts
  export function failuresIn(reportFile: string): string[]
  export function summaryLine(counts: Counts): string
}
