// The memo's citation style: chosen among those that come along and the user's own.
import type { MemoHead } from '../../shared/memos.ts'
import { api } from '../api.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../interface/menu.tsx'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'

/** Asks for a `.csl` file, keeps it in the workspace, and hands over the style it is. */
export function addStyle(use: (style: string) => void): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = '.csl,application/xml,text/xml'
  field.addEventListener('change', () => {
    const [file] = field.files ?? []
    if (file) {
      void act(async () => {
        const style = await api.citations.addStyle({ text: await file.text() })
        use(style.id)
        say(`Added “${style.title}”`)
      })
    }
  })
  field.click()
}

interface StyleMenuProps {
  style: MemoHead['citationStyle']
  onChange: (style: string) => void
}

/** A button that names the style, and the menu of all styles. */
export function StyleMenu({ style, onChange }: StyleMenuProps) {
  const styles = useCall('citations', 'styles', {}).data ?? []
  const chosen = styles.find(({ id }) => id === style) ?? styles[0]
  return (
    <Menu
      label="Citation style"
      trigger={
        <button type="button" className="memo-line-button">
          <span className="visually-hidden">Citation style: </span>
          {chosen?.title ?? '…'}
          <span className="memo-caret" aria-hidden="true">
            ▾
          </span>
        </button>
      }
    >
      {styles.map(({ id, title }) => (
        <MenuChoice key={id} checked={id === chosen?.id} onSelect={() => onChange(id)}>
          {title}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => addStyle(onChange)}>Add citation style …</MenuItem>
      {chosen?.own ? (
        <MenuItem onSelect={() => void act(() => api.citations.removeStyle({ style: chosen.id }))}>
          Remove “{chosen.title}”
        </MenuItem>
      ) : null}
    </Menu>
  )
}
