// The list under the search box.
import { counted } from '../interface/counted.ts'
import { Keys } from '../interface/keys.tsx'
import { markedPieces, type ResultGroup, type SearchResult } from './search-results.ts'

interface SearchListProps {
  groups: ResultGroup[]
  active: number
  pending: boolean
  /** Something to say of the hits, for example in which order they stand. */
  note: string | null
  /** Keeps what is typed under a name; null when nothing is. */
  onKeep: (() => void) | null
  onActive: (index: number) => void
  onRun: (result: SearchResult) => void
}

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' })

/** Results by kind; the field keeps the focus, `active` counts through all groups. */
export function SearchList({ groups, active, pending, note, onKeep, onActive, onRun }: SearchListProps) {
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, group) => sum + group.results.length, 0))
  const found = groups.reduce((sum, group) => sum + group.results.length, 0)
  return (
    <div className="search-panel" onMouseDown={(event) => event.preventDefault()}>
      <div id="search-results" role="listbox" aria-label="Results" tabIndex={0} className="search-results" aria-busy={pending}>
        {groups.map((group, at) => (
          <div key={group.title} role="group" aria-label={group.title} className="search-group">
            <div className="search-heading" aria-hidden="true">
              {group.title}
            </div>
            {group.results.map((result, within) => {
              const index = (starts[at] ?? 0) + within
              return (
                <div
                  key={result.key}
                  id={`search-result-${index}`}
                  ref={index === active ? intoView : null}
                  role="option"
                  aria-selected={index === active}
                  className="search-result"
                  onMouseMove={() => index !== active && onActive(index)}
                  onClick={() => onRun(result)}
                >
                  <ResultLine result={result} />
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {found === 0 && onKeep ? <p className="search-none">{pending ? 'Searching…' : 'Nothing has these words.'}</p> : null}
      <SearchFoot note={note} onKeep={onKeep} />
      <span role="status" className="visually-hidden">
        {pending ? '' : counted(found, 'result')}
      </span>
    </div>
  )
}

/** The last line: how to ask for less, or to keep what was asked. */
function SearchFoot({ note, onKeep }: Pick<SearchListProps, 'note' | 'onKeep'>) {
  return (
    <p className="search-foot">
      <span>{note ?? (onKeep ? '' : 'Narrow with “a phrase”, -without, kind: actor: source: in: before: after:')}</span>
      {onKeep ? (
        <button type="button" className="search-keep" tabIndex={-1} onClick={onKeep}>
          Keep this search <Keys keys="Mod+S" />
        </button>
      ) : null}
    </p>
  )
}

function ResultLine({ result }: { result: SearchResult }) {
  if (result.type === 'command') {
    const keys = result.command.keys[0]
    return (
      <span className="search-line">
        <span className="search-title">{result.command.title}</span>
        {keys ? <Keys keys={keys} /> : null}
      </span>
    )
  }
  if (result.type === 'passages') {
    return (
      <span className="search-line">
        <span className="search-title">All tagged passages as a list</span>
        <Keys keys="Mod+Enter" />
      </span>
    )
  }
  if (result.type === 'completion') return <span className="search-line">{result.completion.label}</span>
  if (result.type === 'saved') {
    const { name, query } = result.search
    return (
      <span className="search-line">
        <span className="search-title">{name}</span>
        {query === name ? null : <span className="search-query">{query}</span>}
        <Keys keys="Delete" />
      </span>
    )
  }
  const { kind, title, excerpt, marks } = result.hit
  return (
    <>
      <span className="search-line">
        <span className={`kind-dot kind-${kind}`} aria-hidden="true" />
        <span className="search-title">{title || 'Untitled'}</span>
      </span>
      {excerpt && excerpt !== title ? (
        <span className="search-excerpt">
          {markedPieces(excerpt, marks).map((piece, at) =>
            piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
          )}
        </span>
      ) : null}
    </>
  )
}
