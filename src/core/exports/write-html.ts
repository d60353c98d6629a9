// A paper as one self-contained page of HTML: no script, nothing loaded, everything a person wrote escaped.
import { createHash } from 'node:crypto'
import { bodyHtml, escapeHtml, referenceHtml } from './html-blocks.ts'
import { pageStyle } from './html-style.ts'
import { citedBy, citingLabel, evidenceRuns, namesCitations, noteRuns, paragraphRuns, provenanceOf, sourceRuns, sourcesStandInText } from './note-text.ts'
import type { HeadingBlock, Paper } from './paper.ts'

const hash = createHash('sha256').update(pageStyle).digest('base64')

/** Nothing runs, loads or leaves: the one style is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`

const directionOf = (direction: string | null): string => (direction === null ? '' : ` dir="${direction}"`)

function headHtml(paper: Paper): string {
  const lines = paper.head.map(
    ({ label, value, direction }) => `<dt>${escapeHtml(label)}</dt><dd${directionOf(direction)}>${escapeHtml(value)}</dd>`,
  )
  return `<header>
${markingHtml(paper)}<h1${directionOf(paper.titleDirection)}>${escapeHtml(paper.title)}</h1>
<dl>${lines.join('')}</dl>
</header>`
}

const markingHtml = ({ tlp }: Paper): string =>
  tlp === null ? '' : `<p class="tlp tlp-${tlp.toLowerCase().replace('+', '-')}">TLP:${tlp}</p>\n`

/** Headings of the page itself, as a list of links. */
function contentsHtml(paper: Paper): string {
  const headings = paper.body.filter((block): block is HeadingBlock => block.kind === 'heading')
  if (!paper.contents || headings.length === 0) return ''
  const entries = headings.map((heading, index) => {
    const words = heading.content.map((run) => (run.kind === 'text' ? run.text : ' ')).join('')
    return `<li class="level-${heading.rank}"><a href="#heading-${index + 1}">${escapeHtml(words)}</a></li>`
  })
  return `<nav aria-label="${escapeHtml(paper.labels.contents)}"><h2>${escapeHtml(paper.labels.contents)}</h2><ol>${entries.join('')}</ol></nav>\n`
}

const toEvidence = (number: number, label: string) => ` <a href="#evidence-${number}" aria-label="${escapeHtml(label)} ${number}">[${number}]</a>`

/** The notes as a list, each linked back to its mark and on to its evidence; `linked` false leaves links out. */
export function notesHtml(paper: Paper, linked = true): string {
  if (paper.notes.length === 0) return ''
  const { labels } = paper
  const items = paper.notes.map((note) => {
    const evidence = linked ? note.evidence.map((number) => toEvidence(number, labels.evidenceOf)) : []
    const back = linked ? ` <a href="#${paper.citing === 'note' ? 'ref' : 'mark'}-${note.number}" role="doc-backlink" aria-label="${escapeHtml(labels.backToNote)}">↩</a>` : ''
    return `<li${linked ? ` id="note-${note.number}"` : ''}>${referenceHtml(noteRuns(note, labels), linked)}${evidence.join('')}${back}</li>`
  })
  return `<section class="notes" role="doc-endnotes"><h2>${escapeHtml(labels.notes)}</h2>\n<ol>\n${items.join('\n')}\n</ol></section>\n`
}

/** Links to notes, or to citations in the line: `Notes 1, 2`. */
function citingHtml(numbers: readonly number[], paper: Paper): string {
  const place = paper.citing === 'note' ? 'note' : 'ref'
  return `${escapeHtml(citingLabel(numbers, paper))} ${numbers.map((n) => `<a href="#${place}-${n}">${n}</a>`).join(', ')}`
}

/** The source list; `linked` false leaves links within the page out. */
export function sourcesHtml(paper: Paper, linked = true): string {
  if (paper.sources.length === 0 || sourcesStandInText(paper)) return ''
  return `<section class="sources"><h2>${escapeHtml(paper.labels.sources)}</h2>\n${sourceEntriesHtml(paper, linked)}</section>\n`
}

/** The entries of the source list. */
export function sourceEntriesHtml(paper: Paper, linked: boolean): string {
  const items = paper.sources.map((entry) => {
    const marks = namesCitations(entry) ? ` ${linked ? citingHtml(entry.notes, paper) : escapeHtml(citedBy(entry.notes, paper))}.` : ''
    return `<li${linked ? ` id="source-${entry.source}"` : ''}>${referenceHtml(sourceRuns(entry), linked)}${marks}</li>`
  })
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function evidenceHtml(paper: Paper): string {
  if (paper.evidence.length === 0) return ''
  const items = paper.evidence.map((entry) => {
    return `<li id="evidence-${entry.number}"><p>${referenceHtml(evidenceRuns(entry))} ${citingHtml(entry.notes, paper)}.</p>
<blockquote${directionOf(entry.direction)}><p>${referenceHtml(paragraphRuns(entry))}</p></blockquote>
<p class="provenance">${escapeHtml(provenanceOf(entry))}</p></li>`
  })
  return `<section class="evidence"><h2>${escapeHtml(paper.labels.evidence)}</h2>\n<ol>\n${items.join('\n')}\n</ol></section>\n`
}

/** The paper as a page. */
export function paperToHtml(paper: Paper): string {
  const language = paper.region === null ? paper.language : `${paper.language}-${paper.region}`
  const author = paper.authors === null ? '' : `<meta name="author" content="${escapeHtml(paper.authors)}">\n`
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${paper.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${author}<title>${escapeHtml(paper.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${headHtml(paper)}
${contentsHtml(paper)}<main>
${bodyHtml(paper, true, sourceEntriesHtml(paper, true))}
</main>
${notesHtml(paper)}${sourcesHtml(paper)}${evidenceHtml(paper)}${paper.tlp === null ? '' : `<footer>${markingHtml(paper)}</footer>\n`}</body>
</html>
`
}
