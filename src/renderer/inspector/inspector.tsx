// The Inspector: whatever is selected, with its fields.
import type { ErrorCode } from '../../shared/errors.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { runCommand } from '../commands/command-registry.ts'
import { useDesk, type Selection } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { CodeInspector } from './code-inspector.tsx'
import { ItemInspector } from './item-inspector.tsx'
import { MemoInspector } from './memo-inspector.tsx'
import { PassageInspector } from './passage-inspector.tsx'
import { SourceInspector } from './source-inspector.tsx'
import './inspector.css'

/** The pane's content. A new selection starts at its top. */
export function Inspector() {
  const selection = useDesk((desk) => desk.selection)
  if (!selection) return <NothingSelected />
  return (
    <div key={`${selection.kind}-${selection.id}`} className="inspector" data-pane-focus tabIndex={0} role="group" aria-label="Selection">
      <Selected selection={selection} />
    </div>
  )
}

function Selected({ selection }: { selection: Selection }) {
  switch (selection.kind) {
    case 'item':
      return <ItemInspector item={selection.id} />
    case 'passage':
      return <PassageInspector passage={selection.id} />
    case 'source':
      return <SourceInspector source={selection.id} />
    case 'memo':
      return <MemoInspector memo={selection.id} />
    case 'code':
      return <CodeInspector code={selection.id} />
  }
}

function NothingSelected() {
  const source = useDesk((desk) => desk.activeReader)
  return (
    <div className="empty inspector-empty">
      <p>Click a marked passage, or a line of the Library, to see and edit what it holds.</p>
      {source ? (
        <Button look="outlined" onClick={() => useDesk.getState().select({ kind: 'source', id: source })}>
          Show the open source
        </Button>
      ) : null}
    </div>
  )
}

const goneCodes: readonly ErrorCode[] = ['item.gone', 'passage.gone', 'source.gone', 'memo.gone', 'code.gone']

/** What stands in place of something that was deleted or cannot be read. */
export function Missing({ what, error }: { what: string; error: unknown }) {
  const gone = error instanceof GroundworkError && goneCodes.includes(error.code)
  return (
    <div className="empty inspector-empty">
      <p>{gone || error === null ? `This ${what} was deleted.` : error instanceof GroundworkError ? error.message : `This ${what} could not be read.`}</p>
      {gone || error === null ? (
        <Button look="outlined" onClick={() => runCommand('history.undo')}>
          Undo
        </Button>
      ) : null}
    </div>
  )
}
