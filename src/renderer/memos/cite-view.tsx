// One reference on a citation's card: its quotation within its paragraph, where it comes from, whether it still stands.
import { beyondParagraph } from '../../shared/beyond-paragraph.ts'
import type { CitationAttributes, Cite } from '../../shared/memos.ts'
import type { PassageDetail, Span } from '../../shared/passages.ts'
import { api } from '../api.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { placeWords } from '../interface/place-words.ts'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { citeState } from './citation-chip.ts'
import type { MemoSession } from './memo-session.ts'
import { openCite } from './open-citation.ts'
import { usePassageBook } from './passage-book.ts'
import { quoteAnew } from './quote-anew.ts'

/** Text with some spans of it marked; spans are in order and do not overlap. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts = spans.map(({ start, end }, index) => (
    <span key={start}>
      {text.slice(spans[index - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </span>
  ))
  return (
    <>
      {parts}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  )
}

/** The line under a quotation: source, container, page or paragraph, date, grade. What is unknown is said to be. */
export function SourceLine({ passage }: { passage: PassageDetail }) {
  const { containerTitle, sourceTitle, authors, issued, reliability } = passage
  const facts = [
    authors || null,
    containerTitle,
    placeWords(passage),
    issued ? showPartialDate(issued) : 'no date',
    reliability ? `Reliability ${reliability}` : null,
  ]
  return (
    <p className="card-source">
      <b>{sourceTitle || 'Untitled source'}</b>
      <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </p>
  )
}

const locatorWords = { paragraph: '¶', page: 'p.', chapter: 'chapter', section: 'section' }

/** What the writer set around a reference, which in a style of notes shows nowhere else in the window; nothing for nothing. */
function AroundCite({ cite: { prefix, suffix, locator, suppressAuthor } }: { cite: Cite }) {
  const place = locator === null ? null : locator.value === '' ? 'no locator' : `${locatorWords[locator.label]} ${locator.value}`
  const set = [prefix && `${prefix} …`, place, suffix && `… ${suffix}`, suppressAuthor && 'without its author'].filter(Boolean)
  return set.length === 0 ? null : <p className="card-around">Cited as: {set.join(' · ')}</p>
}

function GoneCite({ session, cite }: { session: MemoSession; cite: Cite }) {
  const undo = useCall('history', 'state', {}).data?.undo ?? null
  return (
    <>
      <blockquote className="card-paragraph">“{cite.quote}”</blockquote>
      <p className="card-warning">This passage was deleted. The memo keeps its words.</p>
      {undo === null ? null : (
        <Button
          look="outlined"
          onClick={() => {
            void act(() => api.history.undo({}))
            session.editor()?.view.focus()
          }}
        >
          Undo: {undo}
        </Button>
      )}
    </>
  )
}

interface CiteProps {
  session: MemoSession
  citation: CitationAttributes
  cite: Cite
}

function ChangedNote({ session, citation, cite, passage }: CiteProps & { passage: PassageDetail }) {
  if (passage.state === 'review') {
    return <p className="card-warning">The text of this source was corrected and this passage was not found again. It waits for review in the Reader.</p>
  }
  const renew = () => {
    quoteAnew(session, citation, passage)
    session.editor()?.view.focus()
  }
  return (
    <>
      <p className="card-warning">The passage was changed since it was cited. The memo quotes: “{cite.quote}”</p>
      <Button look="outlined" onClick={renew}>
        Quote the new words
      </Button>
    </>
  )
}

/** What one reference points at; nothing to edit. */
export function CiteView({ session, citation, cite }: CiteProps) {
  const passage = usePassageBook((book) => book.details.get(cite.passage))
  if (passage === null) return <GoneCite session={session} cite={cite} />
  if (!passage) return <blockquote className="card-paragraph">“{cite.quote}”</blockquote>
  return (
    <>
      <blockquote className="card-paragraph">
        <MarkedText text={passage.paragraph} spans={passage.paragraphSpans} />
        {beyondParagraph(passage).map(({ before, words }, at) => (
          <span key={at}>
            {before}
            <mark>{words}</mark>
          </span>
        ))}
      </blockquote>
      <SourceLine passage={passage} />
      <AroundCite cite={cite} />
      {citeState(cite, passage) === 'changed' ? (
        <ChangedNote session={session} citation={citation} cite={cite} passage={passage} />
      ) : null}
      <button type="button" className="link-button" onClick={() => void openCite(cite)}>
        Open in the Reader
      </button>
    </>
  )
}
