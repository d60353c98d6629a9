// Lists of passages: which lines they have, and the lines as a file.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageLine, PassageList } from '../../shared/passages.ts'
import { asTree } from '../codes/code-tree.ts'
import { codesStore } from '../codes/codes-store.ts'
import type { CoreContext } from '../context.ts'
import { passagesWith } from '../search/search.ts'
import { describePassages } from './describe-passages.ts'
import { listAsCsv, listAsMarkdown, type ListedPassage } from './list-files.ts'
import { listsStore } from './lists-store.ts'
import type { PassagesStore } from './passages-store.ts'
import { serveList } from './serve-list.ts'

/** How many passages a search lists at most. */
const mostFound = 5000

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

  function lines(of: PassageList): PassageLine[] {
    if ('item' in of) return lists.ofItem(of.item)
    if ('code' in of) return lists.ofCode(of.code)
    if ('source' in of) return lists.ofSource(of.source)
    return 'items' in of ? lists.ofItems(of.items) : lists.ofPassages(passagesWith(context.db, of.search, mostFound))
  }

  return {
    lines: ({ of }) => lines(of),
    exportLines: ({ tags, format, title }) => {
      const lines = listed(tags)
      if (lines.length === 0) throw new GroundworkError('tag.gone', 'None of these passages is tagged any longer. Nothing was exported.')
      return serveList(context.files, title, format, format === 'csv' ? listAsCsv(lines) : listAsMarkdown(title, lines))
    },
  }
}
