// What lies over the window while importing: the place to drop files, progress, the report, the paste dialog.
import { useEffect, useState } from 'react'
import { useImports } from './import-store.ts'
import { AddressDialog } from './address-dialog.tsx'
import { filesDropped } from './dropped-files.ts'
import { importFiles } from './import-actions.ts'
import { ImportProgress } from './import-progress.tsx'
import { ImportReportCard } from './import-report.tsx'
import { isForMemo } from '../memos/insert-image.ts'
import { PasteDialog } from './paste-dialog.tsx'

/** Mounted once; listens to the whole window. */
export function ImportLayer() {
  const dropping = useFileDrop()
  const { running, report, pasting, asking } = useImports()
  useArticlePaste()
  return (
    <>
      {dropping ? (
        <div className="drop-overlay" aria-hidden="true">
          <p>Drop files to import them</p>
        </div>
      ) : null}
      {running ? <ImportProgress key={running.job} running={running} /> : null}
      {report ? <ImportReportCard report={report} /> : null}
      {asking ? <AddressDialog /> : null}
      {pasting ? <PasteDialog pasted={pasting} /> : null}
    </>
  )
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** True while files are dragged over the window; drops import them. */
function useFileDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(!isForMemo(event))
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      void filesDropped(event.dataTransfer).then(importFiles)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}

/** An article or files pasted where no text field is are brought in. */
function useArticlePaste(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const inText = target?.closest('input,textarea,[contenteditable="true"],dialog')
      if (event.defaultPrevented || inText || !event.clipboardData) return
      const files = [...event.clipboardData.files]
      const text = event.clipboardData.getData('text/plain')
      if (files.length > 0) void importFiles(files)
      else if (text.trim().length > 0) {
        useImports.getState().set({ pasting: { text, html: event.clipboardData.getData('text/html') || null } })
      }
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
