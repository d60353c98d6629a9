// Whom the form of a claim offers as its speaker.
import { describe, expect, it } from 'vitest'
import { probableSpeaker } from '../../../src/renderer/reader/probable-speaker.ts'
import type { Suggestion } from '../../../src/shared/suggestions.ts'

const blocks = [
  { kind: 'paragraph', start: 0, end: 100 },
  { kind: 'paragraph', start: 101, end: 200 },
] as const
const authors = [{ given: 'Ida', family: 'Wells' }]
const said = (start: number, end: number, speaker: string | null): Suggestion =>
  ({ kind: 'claim', start, end, speaker, statement: '', cue: 'said', stance: null, rule: '', id: `${start}`, quote: '' })
const speaker = (start: number, suggestions: Suggestion[] | null, given: { start: number; end: number; name: string }[] = []) =>
  probableSpeaker({ start, end: start + 10 }, { blocks: [...blocks], suggestions, authors, given: given.map((each) => ({ ...each, choice: { item: each.name } })) })?.name ?? null

describe('the speaker that is offered', () => {
  it('is who is quoted there, and nobody where the quoted has no name', () => {
    expect([speaker(20, [said(15, 40, 'Ushakov')]), speaker(20, [said(15, 40, null)])]).toEqual(['Ushakov', null])
  })

  it('is who spoke last in the paragraph, as proposed or as given before', () => {
    expect(speaker(80, [said(10, 20, 'Ushakov'), said(30, 50, 'Rubio')])).toBe('Rubio')
    expect(speaker(80, [said(10, 20, 'Ushakov')], [{ start: 30, end: 40, name: 'Kushner' }])).toBe('Kushner')
  })

  it('is the author where the paragraph quotes nobody, and nobody while that is not known', () => {
    expect([speaker(120, [said(10, 20, 'Ushakov')]), speaker(120, null)]).toEqual(['Ida Wells', null])
  })
})
