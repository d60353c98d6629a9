// One source on its page: head, text, margins, and what opens beside the text.
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PassageMark } from '../../shared/passages.ts'
import type { Source, SourceText } from '../../shared/sources.ts'
import { useCommands } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useCall } from '../queries.ts'
import { showBoundHandles } from './bound-handles.ts'
import { CodePicker } from './code-picker.tsx'
import { FindBar } from './find-bar.tsx'
import { coloursOf } from './highlight-layers.ts'
import { LinkOffer } from './link-offer.tsx'
import { useMarks, useNearMarks } from './marks-query.ts'
import { followPointer } from './pointing.ts'
import { readerCommands } from './reader-commands.ts'
import { createReadingView } from './reading-view.ts'
import { followPlace } from './follow-place.ts'
import { sameSpans } from './passage-index.ts'
import { goToSpan } from './reading-place.ts'
import { selectionOfPassage } from './reading-selection.ts'
import { focusText, type ReadingSession } from './reading-session.ts'
import { startReading, useReading } from './reading-store.ts'
import { ReviewList } from './review-list.tsx'
import { correctingCommands } from './reviewing.ts'
import { codeKeys } from './recent-codes.ts'
import { walkSentences } from './sentence-walk.ts'
import { RemarkPopover } from './remark-popover.tsx'
import { SourceHead } from './source-head.tsx'
import { SuggestionPopover } from './suggestion-popover.tsx'
import { TagPopover } from './tag-popover.tsx'
import { TagToolbar } from './tag-toolbar.tsx'
import { takeInHand } from './tagging.ts'
import { createTextSurface } from './text-surface.ts'

/** Mount it anew (by `key`) for another source or version. */
export function TextPage({ source, text }: { source: Source; text: SourceText }) {
  const titleId = useId()
  const page = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [session, setSession] = useState<ReadingSession | null>(null)
  const { language } = source.metadata

  useLayoutEffect(() => {
    if (!scroller.current || !mount.current || !layer.current) return
    startReading()
    const surface = createTextSurface({ element: mount.current, text, labelledBy: titleId, language })
    const walk = walkSentences(text, language)
    const view = createReadingView({ surface, scroller: scroller.current, layer: layer.current, walk })
    const made = { source: source.id, text, surface, scroller: scroller.current, walk, view }
    const ends = [followPlace(made), followPointer(made, layer.current), showBoundHandles(made, layer.current), view.destroy, surface.destroy]
    setSession(made)
    if (isFree(page.current)) focusText(made)
    return () => {
      for (const end of ends) end()
      setSession(null)
    }
  }, [source.id, text, language, titleId])

  return (
    <div ref={page} className="reader-page">
      <div ref={scroller} className="reader-scroller">
        <div className="reader-sheet">
          <SourceHead source={source} titleId={titleId} />
          <div className="reader-column">
            <div ref={mount} />
            <div ref={layer} className="reader-margin" aria-hidden="true" />
          </div>
        </div>
      </div>
      {session ? <Beside session={session} /> : null}
    </div>
  )
}

/** Whether nothing else has the keyboard, so that the text may take it. */
function isFree(page: HTMLElement | null): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement === page?.closest('[data-pane]')
}

/** All that needs a text on show. */
function Beside({ session }: { session: ReadingSession }) {
  const near = useNearMarks(session.source)
  // All of them are asked for once the text stands: it would have to wait for thousands of passages.
  const marks = useMarks(session.source).data
  const shown = marks ?? near
  const codes = useCall('codes', 'list', {}).data
  const announcement = useReading((reading) => reading.announcement)
  const colours = useMemo(() => coloursOf(codes ?? []), [codes])
  useLayoutEffect(() => {
    if (shown) session.view.show(shown, colours)
  }, [session, shown, colours])
  // Every tag changes how often its code was used, so that this follows each of them.
  const quick = useMemo(() => codeKeys(codes ?? []), [codes])
  useCommands(useMemo(() => readerCommands(session, quick), [session, quick]))
  useCommands(useMemo(() => correctingCommands(session), [session]))
  useTarget(session, marks)
  useGonePassage(marks)
  return (
    <>
      <FindBar session={session} />
      <TagToolbar session={session} />
      <TagPopover session={session} />
      <SuggestionPopover session={session} />
      <RemarkPopover session={session} />
      <CodePicker session={session} />
      <LinkOffer session={session} />
      <ReviewList session={session} />
      <div className="visually-hidden" aria-live="polite">
        {announcement}
      </div>
    </>
  )
}

/** How long what was opened lights up, in milliseconds. */
const flashTime = 1600

/** Goes where a citation, a search or the Inspector asks for, and lights it up. */
function useTarget(session: ReadingSession, marks: readonly PassageMark[] | undefined): void {
  const target = useDesk((desk) => desk.target)
  useEffect(() => {
    if (!target || target.source !== session.source || !marks) return
    const passage = marks.find((mark) => mark.id === target.passage)
    const spans = passage?.segments ?? (target.span ? [target.span] : [])
    useDesk.getState().clearTarget()
    const first = spans[0]
    if (!first) return
    if (passage) takeInHand(passage)
    useReading.setState({ flash: spans, offer: 'never' })
    goToSpan(session.surface, session.scroller, first)
    setTimeout(() => useReading.setState((now) => (now.flash === spans ? { flash: [] } : {})), flashTime)
  }, [session, marks, target])
}

/** A passage that was undone or removed elsewhere leaves the hand, and one whose bounds were undone is held by what they are now. */
function useGonePassage(marks: readonly PassageMark[] | undefined): void {
  useEffect(() => {
    const { passage, selection } = useReading.getState()
    if (!marks || !passage) return
    const held = marks.find((mark) => mark.id === passage)
    if (held && selection?.by === 'passage' && !sameSpans(held.segments, selection.spans)) {
      useReading.setState({ selection: selectionOfPassage(held.segments) })
    }
    if (held) return
    useReading.setState({ passage: null, ring: [], form: null, selection: selection && { ...selection, by: 'word' } })
  }, [marks])
}
