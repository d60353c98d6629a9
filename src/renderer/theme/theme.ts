// Light, dark, or as the system has it.
import { useDesk, type Theme } from '../desk/desk-store.ts'

/** Puts a theme on the page, and notes it where the next start finds it before it paints. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem('groundwork.theme', theme)
  } catch {
    // Without storage the next start paints in the system's theme first.
  }
}

/** Follows the desk's theme; the answer ends it. */
export function followTheme(): () => void {
  applyTheme(useDesk.getState().theme)
  return useDesk.subscribe((desk, before) => {
    if (desk.theme !== before.theme) applyTheme(desk.theme)
  })
}
