// What stands above the text: title, where it comes from, how far it can be relied on, how long it is.
import { useDesk } from '../desk/desk-store.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Source } from '../../shared/sources.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { restoreSources } from '../library/source-actions.ts'
import { runCommand } from '../commands/command-registry.ts'
import { CorrectionFacts } from './review-list.tsx'
import { showAuthors } from './source-words.ts'
import { SuggestionCount } from './suggestion-count.tsx'

/** The head of a source; what is missing is shown as missing and leads to where it can be filled in. */
export function SourceHead({ source, titleId }: { source: Source; titleId: string }) {
  const { title, authors, containerTitle, issued } = source.metadata
  const edit = () => {
    const desk = useDesk.getState()
    desk.select({ kind: 'source', id: source.id })
    desk.show('inspector')
  }
  const names = showAuthors(authors)
  return (
    <header className="reader-head">
      {source.trashedAt === null ? null : <InTrash source={source.id} />}
      <h1 id={titleId} dir="auto">
        {title || 'Untitled'}
      </h1>
      <p className="reader-meta">
        <Fact text={containerTitle} missing="no publisher" onEdit={edit} />
        <Fact text={names} missing="no author" onEdit={edit} />
        <Fact text={issued && showPartialDate(issued)} missing="no date" onEdit={edit} />
        <button type="button" className="reader-fact" onClick={edit}>
          Reliability {source.reliability ? <b>{source.reliability}</b> : <span className="reader-missing">not graded</span>}
        </button>
        {source.retraction ? (
          <button type="button" className="reader-fact reader-retracted" onClick={edit}>
            Retracted {showPartialDate(source.retraction.on)}
          </button>
        ) : null}
        <span>{source.paragraphs === 1 ? '1 paragraph' : `${source.paragraphs.toLocaleString()} paragraphs`}</span>
        <button type="button" className="reader-fact" onClick={() => runCommand('reader.correct-text')} title="Correct the words of this source (E)">
          Correct text
        </button>
        <CorrectionFacts source={source.id} />
        <SuggestionCount source={source.id} />
      </p>
    </header>
  )
}

/** Said over a source that was opened from a citation or from the trash itself. */
function InTrash({ source }: { source: Id }) {
  return (
    <p className="trash-banner">
      <span>This source is in the trash. What cites it still stands until the trash is emptied.</span>
      <Button look="outlined" onClick={() => void restoreSources([source])}>
        Restore
      </Button>
    </p>
  )
}

function Fact({ text, missing, onEdit }: { text: string | null; missing: string; onEdit: () => void }) {
  if (text) return <span>{text}</span>
  return (
    <button type="button" className="reader-fact reader-missing" onClick={onEdit} title="Fill this in in the Inspector">
      {missing}
    </button>
  )
}
