// The codebook: every code with its meaning, counts and first passages, on one page of the Reader.
import { Star } from 'lucide-react'
import type { Code, CodebookEntry } from '../../shared/codes.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { handOver } from '../hand-over.ts'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import './codebook.css'

const openPassage = async (passage: string): Promise<void> => {
  const found = await act(() => api.passages.get({ passage }))
  if (found) useDesk.getState().openSource(found.source, { passage })
}

async function exportMarkdown(): Promise<void> {
  const written = await act(async () => handOver(await api.codes.exportCodebook({})))
  if (written) say(`Exported ${written}`)
}

/** The page's content. */
export function Codebook() {
  const codes = useCall('codes', 'list', {}).data
  const entries = useCall('codes', 'codebook', {}).data
  const examples = new Map(entries?.map((entry) => [entry.code, entry.examples]))
  return (
    <section className="codebook" aria-labelledby="codebook-title" tabIndex={-1}>
      <header className="codebook-head">
        <h1 id="codebook-title">Codebook</h1>
        <span className="codebook-actions">
          <Button onClick={() => window.print()}>Print</Button>
          <Button look="outlined" onClick={() => void exportMarkdown()}>
            Export as Markdown
          </Button>
        </span>
      </header>
      {codes?.length === 0 ? <p className="note">There are no codes yet. Press T on a sentence in the Reader to make the first one.</p> : null}
      {codes?.map((code) => (
        <Entry key={code.id} code={code} examples={examples.get(code.id) ?? []} />
      ))}
    </section>
  )
}

function Entry({ code, examples }: { code: Code; examples: CodebookEntry['examples'] }) {
  const edit = () => {
    useDesk.getState().select({ kind: 'code', id: code.id })
    useDesk.getState().show('inspector')
  }
  return (
    <article className="codebook-entry">
      <h2>
        <span className="code-swatch" style={{ background: `var(--code-${code.colour})` }} aria-hidden="true" />
        <button type="button" className="codebook-name" title="Open in the Inspector" onClick={edit}>
          {code.path}
        </button>
        <span className="codebook-count numbers">
          {code.uses} {code.uses === 1 ? 'passage' : 'passages'}
          {code.total > code.uses ? `, ${code.total} with the codes below` : null}
        </span>
      </h2>
      {code.description === '' ? <p className="note">No meaning written yet.</p> : <p className="codebook-meaning">{code.description}</p>}
      {examples.map(({ passage, quote, source, chosen }) => (
        <blockquote key={passage}>
          <button type="button" title="Open in the source" onClick={() => void openPassage(passage)}>
            {quote}
          </button>
          <cite>
            {chosen ? (
              <>
                <Star size={12} strokeWidth={1.5} className="codebook-star" aria-hidden="true" />
                <span className="visually-hidden">Chosen example, </span>
              </>
            ) : null}
            {source}
          </cite>
        </blockquote>
      ))}
    </article>
  )
}
