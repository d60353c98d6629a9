// The findings of the checks for the memo in front, asked for anew whenever the writer pauses.
import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Finding } from '../../shared/checks.ts'
import { api, subscribe } from '../api.ts'
import { showError } from '../notices/notices.ts'
import { writeDocument } from './document-opening.ts'
import type { MemoSession } from './memo-session.ts'

/** In milliseconds: how long the writer must pause before the memo is checked. */
const pause = 500

/** Findings in the order of the text; empty until the first answer. */
export function useFindings(session: MemoSession): Finding[] {
  const language = useStore(session.store, (state) => state.head?.language)
  const phase = useStore(session.store, (state) => state.phase)
  const [findings, setFindings] = useState<Finding[]>([])
  useEffect(() => {
    const editor: Editor | null = session.editor()
    if (!editor || language === undefined || phase !== 'editing') return
    let stale = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = async (): Promise<void> => {
      const asked = editor.state.doc
      // Places of an older text would lead astray; the newer text is being asked about.
      const isOutdated = () => stale || editor.state.doc !== asked
      // What is saved goes to the core as what changed, and needs not be sent again.
      const isStored = await session.flush()
      if (isOutdated()) return
      const found = await api.checks.run({ memo: session.memo, language, document: isStored ? null : writeDocument(asked) })
      if (!isOutdated()) setFindings(found)
    }
    const checkSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void check().catch(showError), pause)
    }
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) checkSoon()
    }
    checkSoon()
    editor.on('transaction', onTransaction)
    const end = subscribe((event) => {
      if (event.name === 'changed' && event.data.features.includes('history')) checkSoon()
    })
    return () => {
      stale = true
      clearTimeout(timer)
      editor.off('transaction', onTransaction)
      end()
    }
  }, [session, language, phase])
  return findings
}
