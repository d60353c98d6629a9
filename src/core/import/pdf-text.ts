// Lines of a PDF as running text: words that a line parted are whole again, letters in another face become marks.
import { normaliseText } from '../../shared/normalise-text.ts'
import { InlineText } from './inline-text.ts'
import type { Line } from './pdf-columns.ts'
import { addStyles, type Run, type StyledPart } from './pdf-runs.ts'
import type { DraftMark } from './reading.ts'
import { collapseSpaces } from './white-space.ts'

/** What running text is read with. */
export interface TextMeasures {
  /** Words with a hyphen that stand inside lines: `cease-fire`. */
  compounds: ReadonlySet<string>
  /** The faces in which most of the text is set, so that they stress nothing. */
  plain: ReadonlySet<StyledPart['kind']>
}

/** Measures the compounds and faces of all lines. */
export function textMeasures(lines: readonly Line[]): TextMeasures {
  const compounds = new Set(lines.flatMap((line) => line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()))
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  const kinds = (['strong', 'emphasis'] as const).filter((kind) => lines.reduce((sum, line) => sum + lengthIn(line, kind), 0) > length / 2)
  return { compounds, plain: new Set(kinds) }
}

function lengthIn({ styles }: Pick<Run, 'styles'>, kind: StyledPart['kind']): number {
  return styles.reduce((sum, style) => (style.kind === kind ? sum + style.end - style.start : sum), 0)
}

/** Whether all letters of a run are bold, in a text that is not. */
export function isStrong(run: Pick<Run, 'styles' | 'text'>, { plain }: TextMeasures): boolean {
  return !plain.has('strong') && lengthIn(run, 'strong') >= run.text.length
}

/** The text of lines. */
export const textOf = (lines: readonly Line[], { compounds }: TextMeasures): string => tidy(joinLines(lines, compounds).text)

/** The text of lines with its marks. */
export function inlineOf(lines: readonly Pick<Run, 'text' | 'styles'>[], { compounds, plain }: TextMeasures): { text: string; marks: DraftMark[] } {
  const { text, styles } = joinLines(lines, compounds)
  const telling = styles.filter(({ kind }) => !plain.has(kind))
  return telling.length === 0 ? { text: tidy(text), marks: [] } : styled(text, telling)
}

const cleaned = (text: string): string => normaliseText(text.replaceAll('\u00ad', '')).replaceAll('\n', ' ')
const tidy = (text: string): string => collapseSpaces(cleaned(text))

/** A text cut where its styles change, and put together again as text with marks. */
function styled(text: string, styles: readonly StyledPart[]): { text: string; marks: DraftMark[] } {
  const inline = new InlineText()
  const turns = [...new Set([0, text.length, ...styles.flatMap(({ start, end }) => [start, end])])].toSorted((a, b) => a - b)
  const from = Map.groupBy(styles, ({ start }) => start)
  const until = Map.groupBy(styles, ({ end }) => end)
  for (const [place, turn] of turns.entries()) {
    for (const style of until.get(turn) ?? []) inline.endMark(style)
    for (const style of from.get(turn) ?? []) inline.startMark({ element: style, kind: style.kind })
    inline.add(cleaned(text.slice(turn, turns[place + 1])), false)
  }
  return inline.take(false)
}

/** Looked at from the end of a text: a pattern that may begin anywhere takes time with the square of a long one. */
const longestWord = 80

/** Lines one after the other, with the styles of the whole. */
function joinLines(lines: readonly Pick<Run, 'text' | 'styles'>[], compounds: ReadonlySet<string>): { text: string; styles: StyledPart[] } {
  const styles: StyledPart[] = []
  let text = ''
  for (const line of lines) {
    const parted = /(\p{L}+)([-‐\u00ad])$/u.exec(text.slice(-longestWord))
    if (!parted) {
      if (text !== '' && !isUnspaced(text, line.text)) text += ' '
    } else {
      const [, start = '', hyphen = ''] = parted
      const rest = /^\p{L}+/u.exec(line.text)?.[0] ?? ''
      const lower = /^\p{Ll}/u.test(rest)
      const whole = hyphen === '\u00ad' || (lower && !compounds.has(`${start}-${rest}`.toLowerCase()))
      if (whole) {
        text = text.slice(0, -1)
        for (const style of styles) style.end = Math.min(style.end, text.length)
      }
    }
    addStyles(styles, line.styles, text.length)
    text += line.text
  }
  return { text, styles }
}

/** Between two letters of a script without spaces there is none. */
function isUnspaced(text: string, next: string): boolean {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
  return unspaced.test(text.slice(-1)) && unspaced.test(next.charAt(0))
}
