// Hands out a list as a file.
import type { ExportedFile } from '../../shared/exports.ts'
import type { ListFormat } from '../../shared/passages.ts'
import type { CoreContext } from '../context.ts'
import { fileNameFor } from '../exports/file-name.ts'

const mediaTypes: Record<ListFormat, string> = { csv: 'text/csv; charset=utf-8', md: 'text/markdown; charset=utf-8' }

/** The file is named by the title. */
export function serveList(files: CoreContext['files'], title: string, format: ListFormat, text: string): ExportedFile {
  const bytes = Buffer.from(text)
  const name = fileNameFor(title, format, 'Passages')
  return { file: files.serveBytes(bytes, name, mediaTypes[format]), name, size: bytes.byteLength, warnings: [] }
}
