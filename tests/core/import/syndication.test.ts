// Lines of syndicated feeds: recognised by how they are built, in articles of any outlet, and nowhere else.
import { describe, expect, it } from 'vitest'
import { readText, textsOf } from './documents.ts'

const body = 'The council met on Monday and agreed on nothing at all.'

/** The rule under which a line is set aside from an article, or 'kept'. */
function ruleFor(line: string, where: 'middle' | 'end' = 'middle'): string {
  const document = readText([body, line, ...(where === 'middle' ? [body] : [])].join('\n'))
  const kept = textsOf(document).includes(line)
  const [aside] = document.setAside
  expect([kept, aside?.text]).toEqual(kept ? [true, undefined] : [false, line])
  return aside?.rule ?? 'kept'
}

describe('shortcodes', () => {
  it.each([
    '[caption id="attachment_12" align="alignleft" width="300"]',
    '[/caption]',
    '[gallery]',
    '[gallery ids=“1,2,3” size=”large”]',
    "[embed-player video='99' autoplay=false /]",
    '[embed]https://video.example.com/watch?v=1[/embed]',
    '[caption id="a" width="3"] The hall in Geneva [/caption]',
    '[youtube https://video.example.com/watch?v=1]',
    '[newsletter-box id=”7″][/newsletter-box]',
  ])('are set aside: %s', (line) => {
    expect(ruleFor(line)).toBe('shortcode')
  })

  it('include an opening without attributes that is closed further down', () => {
    const document = readText([body, '[infobox]', 'Five figures on trade.', '[/infobox]'].join('\n'))
    expect(textsOf(document)).toEqual([body, 'Five figures on trade.'])
  })

  it.each([
    '[Applause]',
    '[laughter]',
    '[crosstalk]',
    '[sic]',
    '[1]',
    '[Editor’s note: the figure was corrected on Tuesday.]',
    '[…]',
    '[note that a=b in what follows]',
    '[The minister paused.] He went on.',
    '[pullquote]We have nothing to add.[/pullquote]',
  ])('are not: %s', (line) => {
    expect(ruleFor(line)).toBe('kept')
  })
})

describe('cross-references', () => {
  it.each([
    'Read More: Inside the Grain Deal That Nobody Wanted',
    'READ MORE: Is the Ceasefire Already Dead?',
    'Read also: What the Budget Means for Ports',
    'Read more about shipping: A Harbour in Winter',
    'Related: Five Things to Know About Insurance',
    'Related Articles: How Wheat Moves',
    'More from The Example Post: The Long Road to Geneva',
    'More on this: The Long Road to the U.S.',
    'You may also like: Ten Maps of the Black Sea',
    'Lire aussi\u00a0: Les ports en hiver',
    'Lesen Sie auch: Was der Haushalt für die Häfen bedeutet',
    'Lea también: Los puertos en invierno',
    'Читайте также: Порты зимой',
    '► Read next: A Harbour in Winter',
  ])('are set aside: %s', (line) => {
    expect(ruleFor(line)).toBe('cross-reference')
  })

  it.each([
    'Read more books, the minister told the students, and fewer posts.',
    'Related: the ministry said on Monday that it would not comment.',
    'Read more: that was the advice she gave to every student who came to her office in those years of war, and few of them took it at the time, as she was the first to say, though many did later, when it was late.',
    'At the end of each page a line says “Read more: Harbour News”.',
    'Related parties: none',
    'Read more:',
    'More than half of the members from Europe: that is the quorum',
    'Watch: the fleet left harbour at dawn',
    'See also: Annex B, Table 3',
    'Further reading: A History of Grain, Odesa 1994',
    'Read More: Nobody came. The hall stayed empty for a day and a night',
  ])('are not: %s', (line) => {
    expect(ruleFor(line)).toBe('kept')
  })

  it('need a link where the cue could begin a sentence', () => {
    const linked = readText(`<p>${body}</p><p>Watch: <a href="https://example.org/v">The fleet leaves harbour</a></p>`, 'a.html')
    expect(linked.setAside).toEqual([{ text: 'Watch: The fleet leaves harbour', rule: 'cross-reference' }])
    const partly = readText(`<p>${body}</p><p>Watch: <a href="https://example.org/v">the fleet</a> left harbour at dawn</p>`, 'a.html')
    expect(partly.setAside).toEqual([])
  })
})

describe('the footer of a feed', () => {
  it.each([
    ['The post Grain, Again appeared first on The Example Post.', 'Grain, Again', 'The Example Post'],
    ['The post “Nobody Came” appeared first on Harbour News.', '“Nobody Came”', 'Harbour News'],
    ['The post Why It Appeared First on Our List appeared first on example.org.', 'Why It Appeared First on Our List', 'example.org'],
    ['The post iCloud Goes Dark first appeared on openHarbour.', 'iCloud Goes Dark', 'openHarbour'],
    ['The post 停火谈判失败 appeared first on 例报.', '停火谈判失败', '例报'],
    ['Der Beitrag Häfen im Winter erschien zuerst auf Hafenpost.', 'Häfen im Winter', 'Hafenpost'],
    ['L’article Les ports en hiver est apparu en premier sur Le Courrier du Port.', 'Les ports en hiver', 'Le Courrier du Port'],
    ['La entrada Los puertos se publicó primero en El Puerto.', 'Los puertos', 'El Puerto'],
  ])('gives title and publication: %s', (line, title, containerTitle) => {
    const { metadata, provenance } = readText([body, line].join('\n'), 'download(3).txt', { titleHint: 'download' })
    expect(ruleFor(line, 'end')).toBe('feed footer')
    expect([metadata.title, metadata.containerTitle]).toEqual([title, containerTitle])
    expect(provenance).toEqual({ title: 'feed footer', containerTitle: 'feed footer' })
  })

  it('is recognised with only other lines of the feed behind it', () => {
    const lines = [body, 'The post Grain, Again appeared first on The Example Post.', 'Read More: A Harbour in Winter', '[/article]']
    expect(readText(lines.join('\n')).setAside.map((line) => line.rule)).toEqual(['feed footer', 'cross-reference', 'shortcode'])
  })

  it.each([
    'The post of ambassador to Kyiv appeared first on the agenda.',
    'The post of ambassador appeared first on Monday.',
    'The post was vacant for a year and appeared first on TIME.',
    'The post office in Odesa reopened on Tuesday.',
    'The post Grain, Again appeared first on a list that nobody had seen; it is unclear why.',
  ])('is not a sentence such as: %s', (line) => {
    expect(ruleFor(line, 'end')).toBe('kept')
  })

  it('is no footer in the middle of an article', () => {
    expect(ruleFor('The post Grain, Again appeared first on The Example Post.')).toBe('kept')
  })
})

it('leaves a document alone that would be nothing but such lines', () => {
  const document = readText('Read More: A Harbour in Winter')
  expect([textsOf(document), document.setAside]).toEqual([['Read More: A Harbour in Winter'], []])
})
