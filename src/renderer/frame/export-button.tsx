// The one primary action of the window: hands the open memo over as PDF.
import { Button } from '../interface/button.tsx'
import { Tooltip } from '../interface/tooltip.tsx'
import { runCommand, useRegistry } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { say } from '../notices/notices.ts'

/** Runs the command `memo.export-pdf`; without an open memo it stays focusable and says why it does nothing. */
export function ExportButton() {
  const memo = useDesk((desk) => desk.activeMemo)
  const command = useRegistry((registry) => registry.commands.get('memo.export-pdf'))
  const reason = memo ? null : 'Open a memo to export it'
  return (
    <Tooltip label={reason ?? command?.title ?? 'Export the memo as PDF'} keys={reason ? undefined : command?.keys[0]}>
      <Button
        look="primary"
        aria-disabled={reason !== null}
        onClick={() => (reason ? say(`${reason}.`) : runCommand('memo.export-pdf'))}
      >
        Export
      </Button>
    </Tooltip>
  )
}
