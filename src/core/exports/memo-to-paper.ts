// A memo as a paper: a pure function from its document, its head and what its citations point at.
import type { ChartData } from '../../shared/charts.ts'
import type { MemoImage } from '../../shared/images.ts'
import { optionsWith, type ExportOptions, type PaperSize } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import { commentsSchema } from '../../shared/memo-comments.ts'
import type { DocumentNode, MemoHead } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Source } from '../../shared/sources.ts'
import { nodesOf } from '../../shared/memo-document.ts'
import { evidenceEntries } from './evidence.ts'
import { evidenceTable } from './evidence-table.ts'
import { paperImages } from './image-blocks.ts'
import type { Gathering } from './inline-runs.ts'
import { keepTogether } from './keeping-together.ts'
import { labelsIn, type Labels } from './labels.ts'
import { dateInWords, sourceList } from './notes.ts'
import { paperBlocks, rankHeadings } from './paper-blocks.ts'
import type { HeadLine, Paper, PaperBlock } from './paper.ts'
import { directionOf, oneLine, shortened, type Removals } from './printable-text.ts'
import { styledSources, type StyledMemo } from './styled-citations.ts'

/**
 * What a paper is made from. `passages` are the cited passages that still exist, by id; `sources`, where given, add
 * addresses to the source list, capture times and hashes to the evidence.
 */
export interface PaperMaterial {
  head: MemoHead
  document: DocumentNode
  passages: ReadonlyMap<Id, PassageDetail>
  sources?: ReadonlyMap<Id, Source>
  size: PaperSize
  options?: ExportOptions
  /** What the memo's style wrote; the house's own notes without it. */
  styled?: StyledMemo
  /** Counts of the charts in the memo, by `chartKey`. */
  charts?: ReadonlyMap<string, ChartData>
  /** Images in the memo. */
  images?: readonly (MemoImage & { bytes: Uint8Array })[]
}

/**
 * A paper and the sentences that say what could not be printed as it is on screen; `cited` are the passages it rests
 * on, numbered as in the annex whether there is one or not.
 */
export interface PaperAndWarnings {
  paper: Paper
  cited: { number: number; notes: number[]; passage: PassageDetail }[]
  warnings: string[]
}

/** Converts a memo. Never throws for any document: what is not known keeps its text and is named in a warning. */
export function memoToPaper(material: PaperMaterial): PaperAndWarnings {
  const { head, document, passages, size } = material
  const locale = localeOf(head.language)
  const labels = labelsIn(locale.language)
  // English without a region writes dates the international way: 2 December 2025.
  const written = locale.toString() === 'en' ? 'en-GB' : locale.toString()
  const direction = isRightToLeft(locale) ? 'rtl' : 'ltr'
  const removals: Removals = { controls: 0 }
  const images = paperImages(material.images ?? [])
  const options = optionsWith(material.options ?? {})
  const gatheringWith = (tabled: readonly PaperBlock[], counted: Removals): Gathering => ({
    passages,
    sources: material.sources ?? new Map(),
    labels,
    locale: written,
    direction,
    removals: counted,
    comments: options.comments ? (commentsSchema.safeParse(document.attrs?.['comments']).data ?? []) : [],
    notes: [],
    styled: material.styled ?? null,
    annex: options.annex,
    charts: material.charts ?? new Map(),
    images,
    cited: [],
    evidence: new Map(),
    warnings: new Set(),
    prompts: [],
    tabled,
    sourcesPlaced: false,
  })
  const gathering = gatheringWith(holdsEvidenceTable(document) ? tableFor(document, gatheringWith([], { controls: 0 })) : [], removals)
  const body = paperBlocks([document], gathering)
  const comments = gathering.comments.map(({ text, at, resolved, replies }) => ({ text, at, resolved: resolved !== null, replies }))
  rankHeadings(body)
  keepTogether(body)
  const title = oneLine(head.title, removals) || labels.untitled
  const sources = sourceList(gathering.cited, gathering)
  const paper: Paper = {
    size,
    template: options.template,
    cover: options.cover,
    contents: options.contents,
    endnotes: options.notes === 'end',
    citing: gathering.styled?.kind ?? 'note',
    language: locale.language,
    region: locale.region !== undefined && /^[A-Z]{2}$/.test(locale.region) ? locale.region : null,
    direction,
    title,
    titleDirection: directionOf(title),
    shortTitle: shortened(title, 70),
    authors: oneLine(head.authors, removals) || null,
    keywords: [head.tlp === null ? '' : `TLP:${head.tlp}`, labels.statuses[head.status]].filter((word) => word !== ''),
    tlp: head.tlp,
    head: headLines(head, labels, written, removals),
    body,
    comments,
    notes: gathering.notes,
    sources: gathering.styled ? styledSources(gathering.styled, sources, gathering) : sources,
    evidence: options.annex ? evidenceEntries(gathering) : [],
    labels,
    images: Object.fromEntries([...images.values()].map(({ name, ...image }) => [name, image])),
  }
  const cited = [...gathering.evidence].flatMap(([id, place]) => {
    const passage = passages.get(id)
    return passage ? [{ ...place, passage }] : []
  })
  return { paper, cited, warnings: [...gathering.warnings, ...promptWarnings(gathering.prompts), ...removalWarnings(removals)] }
}

const holdsEvidenceTable = (document: DocumentNode): boolean => [...nodesOf(document)].some(({ type }) => type === 'evidenceTable')

/** The table of all evidence: what is cited behind it is known only when the document was gone through once. */
function tableFor(document: DocumentNode, gathering: Gathering): PaperBlock[] {
  paperBlocks([document], gathering)
  const { labels } = gathering
  return evidenceTable(evidenceEntries(gathering), gathering.styled?.kind === 'in-text' ? labels.citations : labels.notes, labels)
}

function headLines(head: MemoHead, labels: Labels, locale: string, removals: Removals): HeadLine[] {
  const values: [string, string][] = [
    [labels.to, oneLine(head.audience, removals)],
    [labels.from, oneLine(head.authors, removals)],
    [labels.date, head.date === null ? '' : dateInWords(head.date, locale)],
    [labels.status, labels.statuses[head.status]],
    [labels.handling, head.tlp === null ? '' : `TLP:${head.tlp}`],
  ]
  return values
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label, value, direction: directionOf(value) }))
}

function promptWarnings([first, ...more]: readonly string[]): string[] {
  if (first === undefined) return []
  const words = `“${first.slice(0, 80)}”`
  return [more.length === 0 ? `A prompt that was not written over is left out: ${words}.` : `${more.length + 1} prompts that were not written over are left out; the first is ${words}.`]
}

function removalWarnings(removals: Removals): string[] {
  if (removals.controls === 0) return []
  const what = removals.controls === 1 ? 'One control character has' : `${removals.controls} control characters have`
  return [`${what} no printed form and ${removals.controls === 1 ? 'was' : 'were'} left out.`]
}

/** The locale of a BCP 47 tag; English when the tag is none, or names no language that Typst takes (ISO 639-1 to -3). */
function localeOf(tag: string): Intl.Locale {
  try {
    const locale = new Intl.Locale(tag)
    return /^[a-z]{2,3}$/.test(locale.language) && locale.language !== 'und' ? locale : new Intl.Locale('en')
  } catch {
    return new Intl.Locale('en')
  }
}

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand'])

const isRightToLeft = (locale: Intl.Locale): boolean => rightToLeftScripts.has(locale.maximize().script ?? '')
