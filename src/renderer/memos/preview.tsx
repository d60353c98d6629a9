// The page `Preview` of the Reader: the memo's paper beside the memo, following what is written.
import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../desk/desk-store.ts'
import { followPreview, usePreview, type PreviewRun } from './preview-pages.ts'
import './preview.css'

/** Between two pages, in CSS pixels; as in the style sheet. */
const gap = 16

/** The page that most of the sight is on, from 0. */
function pageAt(box: HTMLElement, total: number): number {
  const first = box.querySelector<HTMLElement>('.preview-page')
  const step = (first?.offsetHeight ?? box.clientHeight) + gap
  return Math.max(0, Math.min(total - 1, Math.floor((box.scrollTop + box.clientHeight / 2 - gap) / step)))
}

function Pages({ memo }: { memo: string }) {
  const { total, width, height, images, problem } = usePreview()
  const run = useRef<PreviewRun | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(0)
  useEffect(() => {
    const following = followPreview(memo)
    run.current = following
    return () => following.end()
  }, [memo])
  const look = () => {
    if (!box.current || total === 0) return
    const seen = pageAt(box.current, total)
    setPage(seen)
    run.current?.look(seen)
  }
  const shown = Math.min(page, Math.max(0, total - 1))
  return (
    <section className="preview" aria-label="Preview of the pages">
      <h1 className="visually-hidden">Preview of the pages</h1>
      <p className="preview-head" role="status">
        {problem ?? (total === 0 ? 'Laying the pages out …' : `Page ${shown + 1} of ${total}`)}
      </p>
      <div ref={box} className="preview-pages" tabIndex={0} role="group" aria-label="Pages" onScroll={look}>
        {Array.from({ length: total }, (_, at) => (
          <div key={at} className="preview-page" style={{ aspectRatio: `${width} / ${height}` }}>
            {images.get(at)?.map(({ address }, part) => <img key={part} src={address} alt={part === 0 ? `Page ${at + 1} of ${total}` : ''} draggable={false} />)}
          </div>
        ))}
      </div>
    </section>
  )
}

/** The pages of the memo in front. */
export function Preview() {
  const memo = useDesk((desk) => desk.activeMemo)
  if (memo === null) return <h1 className="preview-none">Open a memo to see its pages.</h1>
  return <Pages key={memo} memo={memo} />
}
