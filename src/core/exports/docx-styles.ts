// Styles and numberings of a Word document: named as Word names them, so that a house's own template can take over.
import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type INumberingOptions, type IParagraphStyleOptions, type IStylesOptions } from 'docx'

// On nearly every machine that opens Word documents; ours would be replaced by whatever is there.
const serif = 'Georgia'
const ink = '1B1B18'
const quiet = '5D5B54'
const line = { style: BorderStyle.SINGLE, size: 4, space: 1, color: '8D8A82' }

/** Points to the half points of a run and to the twentieths of a paragraph. */
const half = (points: number): number => points * 2
const twentieths = (points: number): number => points * 20

const style = (
  id: string,
  name: string,
  paragraph: IParagraphStyleOptions['paragraph'],
  run: IParagraphStyleOptions['run'] = {},
  basedOn = 'Normal',
): IParagraphStyleOptions => ({ id, name, basedOn, quickFormat: true, ...(paragraph ? { paragraph } : {}), ...(run ? { run } : {}) })

const heading = (size: number, before: number, after: number) => ({
  run: { font: serif, size: half(size), bold: true, color: ink },
  paragraph: { spacing: { before: twentieths(before), after: twentieths(after) }, keepNext: true },
})

const own: IParagraphStyleOptions[] = [
  style('Head', 'Memo Head', { spacing: { after: twentieths(3) }, indent: { left: 1600, hanging: 1600 } }, {}),
  style('Furniture', 'Memo Furniture', { spacing: { after: 0 } }, { size: half(8.5), color: quiet }),
  style('Quote', 'Quote', { indent: { left: 400, right: 400 }, spacing: { before: twentieths(6), after: twentieths(6) } }, { size: half(9.75) }),
  style('Callout', 'Callout', { indent: { left: 240 }, border: { left: { ...line, size: 12, space: 8 } }, spacing: { after: twentieths(4) } }),
  style('CalloutLabel', 'Callout Label', { keepNext: true, spacing: { before: twentieths(6), after: twentieths(2) } }, { size: half(8.5), bold: true }, 'Callout'),
  style('Code', 'Code', { indent: { left: 240 }, spacing: { before: twentieths(6), after: twentieths(9) } }, { font: 'Consolas', size: half(9) }),
  style('Figure', 'Figure', { spacing: { before: twentieths(3), after: twentieths(9), line: 240, lineRule: LineRuleType.AUTO } }),
  style('Rule', 'Rule', { spacing: { before: twentieths(9), after: twentieths(9) }, border: { bottom: line } }),
  style('TableText', 'Table Text', { spacing: { before: twentieths(2), after: twentieths(2) } }, { size: half(9.25) }),
  style('TableHead', 'Table Head', {}, { bold: true }, 'TableText'),
  style('AfterTable', 'After Table', { spacing: { after: twentieths(6), line: 120 } }, { size: 8 }),
  style('Bibliography', 'Bibliography', { indent: { left: 280, hanging: 280 }, spacing: { after: twentieths(6) } }, { size: half(9.25) }),
  style('ContentsHeading', 'TOC Heading', { spacing: { before: twentieths(18), after: twentieths(6) }, keepNext: true }, { size: half(15), bold: true }),
  style('EvidenceSource', 'Evidence Source', { spacing: { before: twentieths(12), after: twentieths(3) }, keepNext: true }, { size: half(9.25) }),
  style('EvidenceText', 'Evidence Text', { indent: { left: 400 }, spacing: { after: twentieths(3) } }, { size: half(9.75) }),
  style('Provenance', 'Evidence Provenance', { indent: { left: 400 } }, { size: half(8.5), color: quiet }),
]

/** The document's styles in a language, a BCP 47 tag. */
export function documentStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: serif, size: half(10.5), color: ink, language: { value: language, bidirectional: language } },
        paragraph: { spacing: { after: twentieths(7.5), line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: serif, size: half(25), bold: true, color: ink }, paragraph: { spacing: { after: twentieths(15) } } },
      heading1: heading(15, 18, 6),
      heading2: heading(12, 14, 5),
      heading3: heading(10.5, 12, 4),
      footnoteText: { run: { size: half(8.5) }, paragraph: { spacing: { after: twentieths(2), line: 240 } } },
      endnoteText: { run: { size: half(8.5) }, paragraph: { spacing: { after: twentieths(2), line: 240 } } },
    },
    paragraphStyles: own,
  }
}

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], textOf: (level: number) => string, start: number) =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: textOf(level),
    start,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }))

/** The numberings: bullets, and one for each numbered list, which starts where that list starts. */
export function numberings(starts: readonly number[]): INumberingOptions['config'] {
  return [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, (level) => (level % 2 === 0 ? '•' : '–'), 1) },
    ...starts.map((start, index) => ({ reference: `numbers-${index}`, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`, start) })),
  ]
}
