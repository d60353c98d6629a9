// Takes an article from the clipboard; formatted text is imported with its formatting, but only words are shown.
import { useState, type ClipboardEvent, type FormEvent } from 'react'
import { api } from '../api.ts'
import { Button } from '../interface/button.tsx'
import { Dialog } from '../interface/dialog.tsx'
import { act } from '../notices/notices.ts'
import { tell } from './import-actions.ts'
import { useImports, type Pasted } from './import-store.ts'

const asPlain = (text: string): Pasted => ({ text, html: null })

/** The dialog of `library.paste`. */
export function PasteDialog({ pasted }: { pasted: Pasted }) {
  const [article, setArticle] = useState(pasted)
  const [title, setTitle] = useState('')
  const [url, setUrl] = useState('')
  const [busy, setBusy] = useState(false)
  const close = () => useImports.getState().set({ pasting: null })
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html')
    // Formatting is kept only of a whole article: pasting into typed text joins words with words.
    if (html === '' || article.text.trim() !== '') return
    event.preventDefault()
    setArticle({ text: event.clipboardData.getData('text/plain'), html })
  }
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (article.text.trim() === '' || busy) return
    setBusy(true)
    const report = await act(() =>
      api.sources.importText({
        text: article.html ?? article.text,
        format: article.html === null ? 'plain' : 'html',
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(url.trim() ? { url: url.trim() } : {}),
      }),
    )
    setBusy(false)
    if (!report) return
    close()
    tell(report)
  }
  return (
    <Dialog title="Paste an article" onClose={close} wide>
      <form className="paste-form" onSubmit={(event) => void onSubmit(event)}>
        <div className="dialog-body paste-body">
          <label htmlFor="paste-text">Article</label>
          <textarea
            id="paste-text"
            data-first-focus
            className="text-field paste-text"
            value={article.text}
            aria-describedby="paste-note"
            onPaste={onPaste}
            onChange={(event) => setArticle(asPlain(event.target.value))}
          />
          <p id="paste-note" className="note">
            {article.html === null
              ? 'Paste from a web page or a document to keep its headings, lists and links.'
              : 'Formatting is kept. Editing the text here keeps the words only.'}
          </p>
          <div className="paste-facts">
            <label htmlFor="paste-title">Title</label>
            <input id="paste-title" className="text-field" placeholder="From the text" value={title} onChange={(event) => setTitle(event.target.value)} />
            <label htmlFor="paste-url">Address</label>
            <input id="paste-url" className="text-field" type="url" placeholder="https://" value={url} onChange={(event) => setUrl(event.target.value)} />
          </div>
        </div>
        <div className="dialog-foot">
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" disabled={article.text.trim() === '' || busy}>
            Import
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
