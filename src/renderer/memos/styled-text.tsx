// Formatted text of a citation style: runs as elements, never as markup.
import type { CSSProperties } from 'react'
import type { RunLook, StyledRun } from '../../shared/citations.ts'

const looks: Record<RunLook, CSSProperties> = {
  italic: { fontStyle: 'italic' },
  bold: { fontWeight: 600 },
  superscript: { verticalAlign: 'super', fontSize: '0.75em' },
  subscript: { verticalAlign: 'sub', fontSize: '0.75em' },
  underline: { textDecoration: 'underline' },
  'small-caps': { fontVariantCaps: 'small-caps' },
}

/** The runs in their looks. */
export function StyledText({ runs }: { runs: readonly StyledRun[] }) {
  return runs.map(({ text, looks: dressed }, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- runs are a text, not things of their own
    <span key={at} style={Object.assign({}, ...dressed.map((look) => looks[look]))}>
      {text}
    </span>
  ))
}

/** The words of runs. */
export const plainRuns = (runs: readonly StyledRun[]): string => runs.map(({ text }) => text).join('')
