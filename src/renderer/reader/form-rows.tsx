// The rows that the forms beside the text are made of.
import type { ReactNode } from 'react'

/** A labelled row of the form. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="reader-form-row">
      <span className="reader-form-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  )
}

/** The field for a statement. */
export function Statement({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Row label="Statement">
      <textarea
        className="reader-field reader-statement"
        aria-label="Statement"
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Row>
  )
}

/** Choices as a select shows them. */
export const titled = <T extends string>(values: readonly T[]) =>
  values.map((value) => ({ value, title: value.charAt(0).toUpperCase() + value.slice(1) }))
