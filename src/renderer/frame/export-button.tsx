// The one primary action of the window: hands the open memo over, as it was handed over last or in another form.
import { ChevronDown } from 'lucide-react'
import { exportForms, optionsWith, templateNames, templates, withTemplate, type ExportOptions } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import { runCommand, useRegistry } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuLine } from '../interface/menu.tsx'
import { Tooltip } from '../interface/tooltip.tsx'
import { prepareExport } from '../memos/export-memo.ts'
import { say } from '../notices/notices.ts'

/** Options that are on or off, in words, with what each sets. */
const switches: { title: string; on: ExportOptions; off: ExportOptions }[] = [
  { title: 'Cover page', on: { cover: true }, off: { cover: false } },
  { title: 'Contents', on: { contents: true }, off: { contents: false } },
  { title: 'Notes at the end', on: { notes: 'end' }, off: { notes: 'foot' } },
  { title: 'Evidence annex', on: { annex: true }, off: { annex: false } },
  { title: 'Comments in Word documents', on: { comments: true }, off: { comments: false } },
]

const useChoice = (memo: Id | null) => useDesk((desk) => (memo ? desk.exports[memo] : undefined)) ?? { format: 'pdf' as const, options: {} }

/** Forms and options of a memo's export; options are remembered at once, a form once it was used. */
function ExportMenu({ memo }: { memo: Id | null }) {
  const commands = useRegistry((registry) => registry.commands)
  const choice = useChoice(memo)
  const chosen = optionsWith(choice.options)
  const isOn = (on: ExportOptions) => Object.entries(on).every(([name, value]) => chosen[name as keyof typeof chosen] === value)
  const keep = (options: ExportOptions) => {
    if (memo) useDesk.getState().chooseExport(memo, { ...choice, options })
  }
  const choose = (options: ExportOptions) => keep({ ...choice.options, ...options })
  return (
    <Menu
      label="Format and options"
      align="end"
      trigger={
        <button type="button" className="button button-primary export-more" aria-label="Format and options" disabled={memo === null}>
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden="true" />
        </button>
      }
    >
      {exportForms.map(([format]) => {
        const command = commands.get(`memo.export-${format}`)
        return command ? (
          <MenuItem key={format} onSelect={command.run} {...(command.keys[0] ? { keys: command.keys[0] } : {})}>
            {command.title}
          </MenuItem>
        ) : null
      })}
      <MenuItem onSelect={() => runCommand('memo.preview')} keys={commands.get('memo.preview')?.keys[0] ?? ''}>
        {commands.get('memo.preview')?.title}
      </MenuItem>
      <MenuItem onSelect={() => runCommand('memo.copy-rich-text')}>{commands.get('memo.copy-rich-text')?.title}</MenuItem>
      <MenuLine />
      <MenuHeading>Laid out as</MenuHeading>
      {templates.map((template) => (
        <MenuChoice
          key={template}
          stays
          checked={chosen.template === template}
          onSelect={() => keep(withTemplate(choice.options, template))}
        >
          {templateNames[template]}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuHeading>With</MenuHeading>
      {switches.map(({ title, on, off }) => (
        <MenuChoice key={title} stays checked={isOn(on)} onSelect={() => choose(isOn(on) ? off : on)}>
          {title}
        </MenuChoice>
      ))}
    </Menu>
  )
}

/** Exports as the memo was exported last; without an open memo it stays focusable and says why it does nothing. */
export function ExportButton() {
  const memo = useDesk((desk) => desk.activeMemo)
  const choice = useChoice(memo)
  const { format } = choice
  const prepare = () => void (memo && prepareExport(memo, choice))
  const command = useRegistry((registry) => registry.commands.get(`memo.export-${format}`))
  const reason = memo ? null : 'Open a memo to export it'
  return (
    <div className="export" onPointerEnter={prepare} onFocus={prepare}>
      <Tooltip label={reason ?? command?.title ?? 'Export the memo'} keys={reason ? undefined : command?.keys[0]}>
        <Button
          look="primary"
          className="export-now"
          aria-disabled={reason !== null}
          onClick={() => (reason ? say(`${reason}.`) : runCommand(`memo.export-${format}`))}
        >
          Export
        </Button>
      </Tooltip>
      <ExportMenu memo={memo} />
    </div>
  )
}
