// The original of a source, as it came: opened to be looked at, or saved.
import type { Id } from '../../shared/identifiers.ts'
import { api, fileUrl } from '../api.ts'
import { handOver } from '../hand-over.ts'
import { act, say } from '../notices/notices.ts'

/** Opens it in its own program, or in a tab of the browser; what a browser shows none of is downloaded. */
export async function openOriginal(source: Id): Promise<void> {
  const file = await act(() => api.sources.original({ source }))
  if (!file) return
  const { openPrograms } = await api.shell.capabilities({})
  if (openPrograms) {
    if (await act(() => api.shell.openFile({ file: file.file }).then(() => true))) say(`Opened a copy of ${file.name}`)
  } else if (file.showable) window.open(`${fileUrl(file.file)}/shown`, '_blank', 'noopener,noreferrer')
  else if (await act(() => handOver(file))) say(`Browsers do not show this format: downloaded ${file.name}, to be opened from there`)
}

/** Saves it where the user says, or downloads it. */
export async function saveOriginal(source: Id): Promise<void> {
  const file = await act(() => api.sources.original({ source }))
  const written = file && (await act(() => handOver(file)))
  if (written) say(`Saved ${written}`)
}
