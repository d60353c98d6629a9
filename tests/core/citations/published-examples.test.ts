// The bundled styles against examples that the houses of these styles publish. Each example names where it stands.
import { describe, expect, it } from 'vitest'
import type { CitedSource } from '../../../src/core/citations/source-to-csl.ts'
import { citing, formatted } from './a-source.ts'
import { alzheimer, amos, chen, chiampi, cole, cowlishaw, doniger, duncombe, grady, harlan, hayles, hedley, jacobs, klaus, mead, measles, rosacea, satterfield, smith, sokol, stein, stobbe } from './published-sources.ts'

/** An example. Where a guide shows an entry alone, the citation is in the form that its style gives for others. */
interface Example {
  name: string
  /** Where the house publishes it, or where its publication is quoted. */
  from: string
  /** American English unless said. */
  language?: string
  style: string
  source: CitedSource
  page?: string
  citation: string
  entry: string
}

const examples: Example[] = [
  {
    name: 'a book (Chicago Manual of Style, 17th edition, quick guide, notes and bibliography)',
    from: 'https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html',
    style: 'chicago-notes',
    source: smith,
    page: '315–16',
    citation: 'Zadie Smith, Swing Time (New York: Penguin Press, 2016), 315–16.',
    entry: 'Smith, Zadie. Swing Time. New York: Penguin Press, 2016.',
  },
  {
    name: 'a magazine article (Chicago Manual of Style, 17th edition, quick guide, notes and bibliography)',
    from: 'https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html',
    style: 'chicago-notes',
    source: mead,
    page: '43',
    citation: 'Rebecca Mead, “The Prophet of Dystopia,” New Yorker, April 17, 2017, 43.',
    entry: 'Mead, Rebecca. “The Prophet of Dystopia.” New Yorker, April 17, 2017.',
  },
  {
    name: 'a book (Chicago Manual of Style, 17th edition, quick guide, author-date)',
    from: 'https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html',
    style: 'chicago-author-date',
    source: smith,
    page: '315–16',
    citation: '(Smith 2016, 315–16)',
    entry: 'Smith, Zadie. 2016. Swing Time. New York: Penguin Press.',
  },
  {
    name: 'a journal article (APA Style, 7th edition, reference examples)',
    from: 'https://apastyle.apa.org/style-grammar-guidelines/references/examples/journal-article-references',
    style: 'apa',
    source: grady,
    citation: '(Grady et al., 2019)',
    entry:
      'Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185',
  },
  {
    name: 'a book by one author (MLA Handbook, 9th edition, the form of a core entry)',
    from: 'https://style.mla.org/works-cited/works-cited-a-quick-guide/',
    style: 'mla',
    source: jacobs,
    page: '12',
    citation: '(Jacobs 12)',
    entry: 'Jacobs, Alan. The Sound of the Trees. Oxford UP, 2011.',
  },
  {
    name: 'a web page (Cite Them Right Harvard, as Robert Gordon University’s library shows it)',
    from: 'https://library.rgu.ac.uk/harvard-referencing-templates/webpages',
    style: 'harvard',
    language: 'en-GB',
    source: amos,
    citation: '(Amos, 2024)',
    entry:
      'Amos, J. (2024) Climate change: ‘ice bumps’ reveal history of Antarctic melting. Available at: https://www.bbc.co.uk/news/science-environment-68406880 (Accessed: 28 March 2024).',
  },
  {
    name: 'an organisation’s web page without a date (Cite Them Right Harvard, as the same library shows it)',
    from: 'https://library.rgu.ac.uk/harvard-referencing-templates/webpages',
    style: 'harvard',
    language: 'en-GB',
    source: rosacea,
    citation: '(British Skin Foundation, no date)',
    entry:
      'British Skin Foundation (no date) What is rosacea? Available at: https://knowyourskin.britishskinfoundation.org.uk/condition/rosacea/ (Accessed: 18 January 2024).',
  },
  {
    name: 'a journal article (IEEE, sample references for its authors)',
    from: 'http://povinelli.eece.mu.edu/teaching/ieeeRefs.html',
    style: 'ieee',
    source: duncombe,
    citation: '[1]',
    entry: '[1] J. U. Duncombe, “Infrared navigation—Part I: An assessment of feasibility,” IEEE Trans. Electron Devices, vol. ED-11, pp. 34–39, Jan. 1959.',
  },
  {
    name: 'a book (IEEE, sample references for its authors)',
    from: 'http://povinelli.eece.mu.edu/teaching/ieeeRefs.html',
    style: 'ieee',
    source: chen,
    page: '123–135',
    citation: '[1, pp. 123–135]',
    entry: '[1] W.-K. Chen, Linear Networks and Systems. Belmont, CA: Wadsworth, 1993, pp. 123–135.',
  },
  {
    name: 'a journal article (Chicago Manual of Style, 17th edition, quick guide, notes and bibliography)',
    from: 'https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html',
    style: 'chicago-notes',
    source: satterfield,
    page: '170',
    citation: 'Susan Satterfield, “Livy and the Pax Deum,” Classical Philology 111, no. 2 (April 2016): 170.',
    entry: 'Satterfield, Susan. “Livy and the Pax Deum.” Classical Philology 111, no. 2 (April 2016): 165–76.',
  },
  {
    name: 'a journal article (Chicago Manual of Style, 17th edition, quick guide, author-date)',
    from: 'https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html',
    style: 'chicago-author-date',
    source: satterfield,
    page: '170',
    citation: '(Satterfield 2016, 170)',
    entry: 'Satterfield, Susan. 2016. “Livy and the Pax Deum.” Classical Philology 111 (2): 165–76.',
  },
  {
    name: 'a book of two authors (IEEE Reference Guide)',
    from: 'https://ieeeauthorcenter.ieee.org/wp-content/uploads/IEEE-Reference-Guide.pdf, quoted in https://raw.githubusercontent.com/parksb/pedia/master/docs/ieee-citation-style.md',
    style: 'ieee',
    source: klaus,
    citation: '[1]',
    entry: '[1] B. Klaus and P. Horn, Robot Vision. Cambridge, MA, USA: MIT Press, 1986.',
  },
  {
    name: 'a chapter of an edited book (IEEE Reference Guide)',
    from: 'https://ieeeauthorcenter.ieee.org/wp-content/uploads/IEEE-Reference-Guide.pdf, quoted in https://raw.githubusercontent.com/parksb/pedia/master/docs/ieee-citation-style.md',
    style: 'ieee',
    source: stein,
    citation: '[1]',
    entry: '[1] L. Stein, “Random patterns,” in Computers and You, J. S. Brake, Ed. New York, NY, USA: Wiley, 1994, pp. 55–70.',
  },
  {
    name: 'a journal article with a DOI (IEEE Reference Guide)',
    from: 'https://ieeeauthorcenter.ieee.org/wp-content/uploads/IEEE-Reference-Guide.pdf, quoted in https://guides.library.uwa.edu.au/IEEE/Examples',
    style: 'ieee',
    source: chiampi,
    citation: '[1]',
    entry:
      '[1] M. M. Chiampi and L. L. Zilberti, “Induction of electric field in human bodies moving near MRI: An efficient BEM computational procedure,” IEEE Trans. Biomed. Eng., vol. 58, pp. 2787–2793, Oct. 2011, doi: 10.1109/TBME.2011.2158315.',
  },
  {
    name: 'a printed newspaper article (APA Style, 7th edition, reference examples)',
    from: 'https://apastyle.apa.org/style-grammar-guidelines/references/examples/newspaper-article-references, quoted in https://tama.dlsud.edu.ph/aeaservices/Index.aspx?MenuID=4379',
    style: 'apa',
    source: harlan,
    citation: '(Harlan, 2013)',
    entry:
      'Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear reactor that can make bomb-grade plutonium. The Washington Post, A1, A4.',
  },
  {
    name: 'a newspaper article from a database (APA Style, 7th edition, reference examples)',
    from: 'https://apastyle.apa.org/style-grammar-guidelines/references/examples/newspaper-article-references, quoted in https://tama.dlsud.edu.ph/aeaservices/Index.aspx?MenuID=4379',
    style: 'apa',
    source: stobbe,
    citation: '(Stobbe, 2020)',
    entry: 'Stobbe, M. (2020, January 8). Cancer death rate in U.S. sees largest one-year drop ever. Chicago Tribune.',
  },
  {
    name: 'an organisation’s web page (APA Style, 7th edition, as Lynn University’s library shows it)',
    from: 'https://lynn-library.libguides.com/apa/web',
    style: 'apa',
    source: measles,
    citation: '(Centers for Disease Control and Prevention, 2019)',
    entry:
      'Centers for Disease Control and Prevention. (2019, March 28). Measles vaccinations. https://www.cdc.gov/vaccines/vpd/measles/index.html',
  },
  {
    name: 'a book with a subtitle (MLA Handbook, 9th edition, as Monmouth University shows it)',
    from: 'https://www.monmouth.edu/resources-for-writers/mla-9-works-cited',
    style: 'mla',
    source: hayles,
    page: '12',
    citation: '(Hayles 12)',
    entry: 'Hayles, Katherine. My Mother Was a Computer: Digital Subjects and Literary Texts. U of Chicago, 2005.',
  },
  {
    name: 'a book by two authors (MLA Handbook, 9th edition, as Monmouth University shows it)',
    from: 'https://www.monmouth.edu/resources-for-writers/mla-9-works-cited',
    style: 'mla',
    source: cole,
    page: '12',
    citation: '(Cole and Smith 12)',
    entry: 'Cole, George, and Christopher Smith. Criminal Justice in America. Wadsworth, 1996.',
  },
  {
    name: 'a book by one author, a page (Chicago, notes and bibliography)',
    from: 'the quick guide of the Chicago Manual of Style, 16th edition, quoted in https://text-id.123dok.com/document/yn4ddm0z-chicago-style-citation-quick-guide-notes-bibliography.html',
    style: 'chicago-notes',
    source: doniger,
    page: '65',
    citation: 'Wendy Doniger, Splitting the Difference (Chicago: University of Chicago Press, 1999), 65.',
    entry: 'Doniger, Wendy. Splitting the Difference. Chicago: University of Chicago Press, 1999.',
  },
  {
    name: 'a book by two authors (Chicago, notes and bibliography)',
    from: 'the quick guide of the Chicago Manual of Style, 16th edition, quoted in https://text-id.123dok.com/document/yn4ddm0z-chicago-style-citation-quick-guide-notes-bibliography.html',
    style: 'chicago-notes',
    source: cowlishaw,
    page: '104–5',
    citation: 'Guy Cowlishaw and Robin Dunbar, Primate Conservation Biology (Chicago: University of Chicago Press, 2000), 104–5.',
    entry: 'Cowlishaw, Guy, and Robin Dunbar. Primate Conservation Biology. Chicago: University of Chicago Press, 2000.',
  },
  {
    name: 'a newspaper article on the web (Chicago, 17th edition, author-date, as Southern New Hampshire University’s library shows it)',
    from: 'https://libguides.snhu.edu/c.php?g=307818&p=5880558',
    style: 'chicago-author-date',
    source: sokol,
    citation: '(Sokol 2017)',
    entry:
      'Sokol, Jason. 2017. “Which Martin Luther King Are We Celebrating Today?” The New York Times, January 16, 2017. https://www.nytimes.com/2017/01/16/opinion/which-martin-luther-king-are-we-celebrating-today.html.',
  },
  {
    name: 'a book by two authors (Cite Them Right Harvard, as Lincoln College’s library shows it)',
    from: 'https://lincolncollege-uk.libguides.com/citethemright/references',
    style: 'harvard',
    language: 'en-GB',
    source: hedley,
    citation: '(Hedley and Shaw, 2023)',
    entry:
      'Hedley, C. and Shaw, N. (2023) Plant medicine: a collection of the teachings of herbalists Christopher Hedley & Non Shaw. London: Aeon Books.',
  },
  {
    name: 'an organisation’s web page (Cite Them Right Harvard, as Robert Gordon University’s library shows it)',
    from: 'https://library.rgu.ac.uk/harvard-referencing-templates/webpages',
    style: 'harvard',
    language: 'en-GB',
    source: alzheimer,
    citation: '(Alzheimer Scotland, 2024)',
    entry: 'Alzheimer Scotland (2024) Living with dementia. Available at: https://www.alzscot.org/living-with-dementia (Accessed: 27 February 2024).',
  },
]

describe('the bundled styles write what their houses publish', () => {
  it.each(examples)('$name', ({ style, language, source, page, citation, entry }) => {
    const cite = page === undefined ? {} : { locator: { label: 'page' as const, value: page } }
    expect(formatted(style, [source], [citing('one', source.id, cite)], language)).toEqual({ texts: [citation], bibliography: [entry] })
  })
})
