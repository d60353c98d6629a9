// Where a link goes: shown at a click, changed in place, opened outside only when asked for.
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { api } from '../api.ts'
import { Button } from '../interface/button.tsx'
import { act } from '../notices/notices.ts'
import { useFloating } from './floating.ts'
import { useRangeAnchor } from './format-toolbar.tsx'
import { completeAddress } from './link-mark.ts'
import { closeToolbar, isOnToolbar, useToolbar } from './toolbar-store.ts'

type Link = NonNullable<ReturnType<typeof useToolbar.getState>['link']>

function keep(editor: Editor, { from, to }: Link, href: string | null): void {
  editor.view.focus()
  const chain = editor.chain().setTextSelection({ from, to })
  if (href === null) chain.unsetMark('link').setTextSelection(to).run()
  else chain.setMark('link', { href }).setTextSelection(to).run()
  closeToolbar()
}

function Field({ editor, link }: { editor: Editor; link: Link }) {
  const [typed, setTyped] = useState(link.href)
  const panel = useFloating(useRangeAnchor(editor, link.from, link.to), 'bottom-start')
  const href = completeAddress(typed)
  const isWrong = typed.trim() !== '' && href === null
  return (
    <div
      ref={panel}
      className="floating link-field"
      role="group"
      aria-label="Link"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        editor.view.focus()
        closeToolbar()
      }}
      onBlur={(event) => {
        if (!isOnToolbar(event.relatedTarget) && event.relatedTarget !== editor.view.dom) closeToolbar()
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '') keep(editor, link, null)
          else if (href) keep(editor, link, href)
        }}
      >
        <input
          className="text-field"
          aria-label="Address"
          aria-invalid={isWrong}
          aria-describedby="link-complaint"
          placeholder="https://"
          value={typed}
          autoFocus={link.focused}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        {link.href === '' || typed !== link.href ? (
          <Button type="submit" look="outlined" disabled={isWrong}>
            {link.href === '' ? 'Link' : 'Change'}
          </Button>
        ) : (
          <>
            <Button onClick={() => void act(() => api.shell.openExternal({ url: link.href }))}>Open</Button>
            <Button onClick={() => keep(editor, link, null)}>Remove</Button>
          </>
        )}
      </form>
      <p id="link-complaint" className="complaint" role="status">
        {isWrong ? 'A link is a web or mail address, such as https://example.org.' : ''}
      </p>
    </div>
  )
}

/** The field, while a link of this editor is shown or edited. */
export function LinkField({ editor }: { editor: Editor | null }) {
  const { link, editor: owner } = useToolbar()
  if (!editor || !link || owner !== editor) return null
  return <Field key={link.opened} editor={editor} link={link} />
}
