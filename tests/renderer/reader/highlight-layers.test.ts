// Which highlight paints what.
import { describe, expect, it } from 'vitest'
import { coloursOf, hullOf, layersOf, paintOf, paintPassages } from '../../../src/renderer/reader/highlight-layers.ts'
import type { PassageTag } from '../../../src/shared/passages.ts'
import { aPassage } from './builders.ts'

const aTag = (kind: PassageTag['kind'], code: string | null = null): PassageTag => ({ id: `${kind} tag`, item: `${kind} item`, kind, role: 'states', code, label: kind , comment: ''})
const colours = new Map([['sanctions', 'teal' as const]])

describe('paintOf', () => {
  it('is the kind, for a note the colour of its code, grey for a code that is not known', () => {
    const tags = [aTag('claim'), aTag('actor'), aTag('recommendation'), aTag('note', 'sanctions'), aTag('note', 'gone'), aTag('note')]
    expect(tags.map((tag) => paintOf(tag, colours))).toEqual(['claim', 'actor', 'recommendation', 'note-teal', 'note-grey', 'note-grey'])
  })
})

describe('coloursOf', () => {
  it('gives the colour of each code', () => {
    const code = { id: 'sanctions', parent: null, name: 'Sanctions', path: 'Sanctions', colour: 'teal' as const, description: '', position: 0, uses: 3, total: 3, shortcut: null }
    expect(coloursOf([code])).toEqual(colours)
  })
})

describe('layersOf', () => {
  const claim = aPassage('claim', [[0, 100]])
  const actor = aPassage('actor', [[20, 30]], { tags: [aTag('actor')] })
  const both = aPassage('both', [[200, 210], [220, 230]], { tags: [aTag('claim'), aTag('note', 'sanctions'), aTag('claim')] })
  const cited = aPassage('cited', [[300, 310]], { tags: [], citedIn: 2 })
  const all = [claim, actor, both, cited]

  it('draws overlapping passages in different lanes and every tag of a passage once', () => {
    expect(layersOf(all, paintPassages(all, colours))).toEqual(
      new Map([
        ['reader-claim-0', [{ start: 0, end: 100 }, { start: 200, end: 210 }, { start: 220, end: 230 }]],
        ['reader-actor-1', [{ start: 20, end: 30 }]],
        ['reader-note-teal-1', [{ start: 200, end: 210 }, { start: 220, end: 230 }]],
        ['reader-cited-0', [{ start: 300, end: 310 }]],
      ]),
    )
  })

  it('keeps a passage in its lane when what it overlaps is out of sight', () => {
    expect([...layersOf([actor], paintPassages(all, colours)).keys()]).toEqual(['reader-actor-1'])
  })
})

describe('hullOf', () => {
  it('goes from the first character to the last', () => {
    expect(hullOf(aPassage('pair', [[5, 9], [20, 30]]))).toEqual({ start: 5, end: 30 })
  })
})
