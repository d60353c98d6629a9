// Gives a finished file to the user, in either shell.
import type { ExportedFile } from '../shared/exports.ts'
import { api, fileUrl } from './api.ts'

/** Downloads it, or asks where to save it; answers its name or path, null when the dialog was cancelled. */
export async function handOver({ file, name }: Pick<ExportedFile, 'file' | 'name'>): Promise<string | null> {
  const { saveDialog } = await api.shell.capabilities({})
  if (saveDialog) return api.shell.saveFile({ file, name })
  const link = document.createElement('a')
  link.href = fileUrl(file)
  link.download = name
  link.click()
  return name
}
