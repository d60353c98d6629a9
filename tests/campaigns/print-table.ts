// Tables for the terminal.

/** Lines of a table: a head, a rule, then the rows; columns of numbers stand to the right. */
export function tableLines(head: string[], rows: (string | number)[][]): string[] {
  const cells = rows.map((row) => row.map(String))
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)))
  const isNumber = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  const line = (row: string[]) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)]
}
