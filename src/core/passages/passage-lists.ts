// Lists of passages: which lines they have, and the lines as a file.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { asTree } from '../codes/code-tree.ts'
import { codesStore } from '../codes/codes-store.ts'
import type { CoreContext } from '../context.ts'
import { fileNameFor } from '../exports/file-name.ts'
import { describePassages } from './describe-passages.ts'
import { listAsCsv, listAsMarkdown, type ListedPassage } from './list-files.ts'
import { listsStore } from './lists-store.ts'
import type { PassagesStore } from './passages-store.ts'

const mediaTypes = { csv: 'text/csv; charset=utf-8', md: 'text/markdown; charset=utf-8' }

/** The calls of the feature that are about lists. */
export function passageLists(context: CoreContext, store: PassagesStore): Pick<Api['passages'], 'lines' | 'exportLines'> {
  const lists = listsStore(context.db)
  const codes = codesStore(context.db)

  function listed(tags: readonly Id[]): ListedPassage[] {
    const rows = lists.exported(tags)
    const passages = new Map(describePassages(store, [...new Set(rows.map((row) => row.passage))]).map((each) => [each.id, each]))
    const paths = new Map(asTree(codes.list()).map((code) => [code.id, code.path]))
    return rows.flatMap(({ passage: id, kind, statement, code, role, comment }) => {
      const passage = passages.get(id)
      if (!passage) return []
      const { quote, sourceTitle, containerTitle, authors, issued, paragraphNumber } = passage
      const path = code === null ? '' : (paths.get(code) ?? '')
      return [{ quote, source: sourceTitle, container: containerTitle ?? '', authors, date: issued ?? '', paragraph: paragraphNumber, kind, item: statement, code: path, role, remark: comment }]
    })
  }

  return {
    lines: ({ of }) => ('item' in of ? lists.ofItem(of.item) : 'code' in of ? lists.ofCode(of.code) : lists.ofSource(of.source)),
    exportLines: ({ tags, format, title }) => {
      const lines = listed(tags)
      if (lines.length === 0) throw new GroundworkError('tag.gone', 'None of these passages is tagged any longer. Nothing was exported.')
      const text = format === 'csv' ? listAsCsv(lines) : listAsMarkdown(title, lines)
      const bytes = Buffer.from(text)
      const name = fileNameFor(title, format, 'Passages')
      return { file: context.files.serveBytes(bytes, name, mediaTypes[format]), name, size: bytes.byteLength, warnings: [] }
    },
  }
}
