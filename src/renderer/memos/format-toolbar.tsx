// The toolbar over selected text: quiet, beside the selection, reachable with Alt F10 and the arrow keys.
import { posToDOMRect, type Editor } from '@tiptap/core'
import { Fragment, useEffect, useMemo, useReducer, useRef, type KeyboardEvent } from 'react'
import { Button, IconButton } from '../interface/button.tsx'
import { Menu, MenuItem } from '../interface/menu.tsx'
import { useFloating, type Anchor } from './floating.ts'
import { tableActions, toolbarActions } from './format-actions.ts'
import { closeToolbar, isOnToolbar, useToolbar } from './toolbar-store.ts'

/** Draws again when the editor's selection or text changes. */
function useEditorChanges(editor: Editor | null): void {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    editor?.on('transaction', draw)
    return () => void editor?.off('transaction', draw)
  }, [editor])
}

/** A place that is a range of the document; asks the editor anew each time. */
export function useRangeAnchor(editor: Editor | null, from?: number, to?: number): Anchor | null {
  return useMemo(() => {
    if (!editor) return null
    return {
      contextElement: editor.view.dom,
      getBoundingClientRect() {
        const { doc, selection } = editor.state
        const last = doc.content.size
        return posToDOMRect(editor.view, Math.min(from ?? selection.from, last), Math.min(to ?? selection.to, last))
      },
    }
  }, [editor, from, to])
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, editor: Editor): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const targets: Record<string, number> = {
    ArrowRight: at === buttons.length - 1 ? 0 : at + 1,
    ArrowLeft: at <= 0 ? buttons.length - 1 : at - 1,
    Home: 0,
    End: buttons.length - 1,
  }
  const target = targets[event.key]
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    editor.view.focus()
    closeToolbar()
  } else if (target !== undefined) {
    event.preventDefault()
    buttons[target]?.focus()
  }
}

function TableMenu({ editor }: { editor: Editor }) {
  return (
    <Menu label="Table" trigger={<Button tabIndex={-1}>Table …</Button>}>
      {tableActions.map(({ title, run }) => (
        <MenuItem key={title} onSelect={() => void run(editor)}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  )
}

function Toolbar({ editor }: { editor: Editor }) {
  const focusWanted = useToolbar((state) => state.focusWanted)
  // A toolbar that its key opened answers the wish that opened it; one that a selection opened answers later ones.
  const answered = useRef(useToolbar((state) => state.open) === 'key' ? focusWanted - 1 : focusWanted)
  useEditorChanges(editor)
  const panel = useFloating(useRangeAnchor(editor), 'top-start', 8)
  useEffect(() => {
    if (focusWanted > answered.current) panel.current?.querySelector('button')?.focus()
    answered.current = focusWanted
  }, [focusWanted, panel])
  return (
    <div
      ref={panel}
      className="floating format-toolbar"
      role="toolbar"
      aria-label="Format"
      onKeyDown={(event) => moveFocus(event, editor)}
      onMouseDown={(event) => event.preventDefault()}
      onBlur={(event) => {
        if (!isOnToolbar(event.relatedTarget) && event.relatedTarget !== editor.view.dom) closeToolbar()
      }}
    >
      {toolbarActions.map((group, at) => (
        <Fragment key={group[0]?.name}>
          {at > 0 ? <span className="toolbar-line" aria-hidden="true" /> : null}
          {group.map(({ name, title, icon, keys, run, isOn }, index) => (
            <IconButton
              key={name}
              icon={icon}
              label={title}
              keys={keys || undefined}
              tabIndex={at === 0 && index === 0 ? 0 : -1}
              {...(isOn ? { 'aria-pressed': isOn(editor) } : {})}
              onClick={() => run(editor)}
            />
          ))}
        </Fragment>
      ))}
      {editor.isActive('table') ? <TableMenu editor={editor} /> : null}
    </div>
  )
}

/** The toolbar, while something is selected in this editor or its key called it. */
export function FormatToolbar({ editor }: { editor: Editor | null }) {
  const open = useToolbar((state) => state.open !== null && state.editor === editor)
  return editor && open ? <Toolbar editor={editor} /> : null
}
