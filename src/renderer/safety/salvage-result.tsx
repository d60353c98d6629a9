// What came of a salvage: rows read and lost, and what had to be made anew.
import type { SalvagedTable, SalvageReport } from '../../shared/backups.ts'

const names: Record<string, string> = {
  source: 'Sources',
  source_text: 'Texts of sources',
  source_original: 'Original files',
  passage: 'Passages',
  item: 'Claims, actors, recommendations and notes',
  tag: 'Tags',
  code: 'Codes',
  memo: 'Memos',
  memo_body: 'Texts of memos',
  memo_citation: 'Citations',
}

/** The tables that mean something to an analyst, then all others as one line. */
function linesOf(tables: SalvagedTable[]): { name: string; read: number; lost: number }[] {
  const find = (table: string) => tables.find((each) => each.table === table)
  const known = Object.entries(names).flatMap(([table, name]) => {
    const found = find(table)
    return found ? [{ name, read: found.read, lost: found.lost }] : []
  })
  const others = tables.filter(({ table }) => !Object.hasOwn(names, table))
  const sum = (of: 'read' | 'lost') => others.reduce((total, table) => total + table[of], 0)
  return [...known, { name: 'Everything else', read: sum('read'), lost: sum('lost') }]
}

/** A table of counts and a list of remarks. */
export function SalvageResult({ report }: { report: SalvageReport }) {
  return (
    <>
      <table className="salvage-table">
        <caption className="visually-hidden">Rows of the workspace</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Read</th>
            <th scope="col">Lost</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(report.tables).map(({ name, read, lost }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{read.toLocaleString()}</td>
              <td>{lost.toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="salvage-notes">
        {report.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className="note salvage-path">{report.to}</p>
    </>
  )
}
