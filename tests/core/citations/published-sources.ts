// The sources that the published examples of citation styles cite.
import { aSource } from './a-source.ts'

export const smith = aSource('smith', { title: 'Swing Time', authors: [{ family: 'Smith', given: 'Zadie' }], issued: '2016' }, { type: 'book', publisher: 'Penguin Press', 'publisher-place': 'New York' })
export const mead = aSource(
  'mead',
  { title: 'The Prophet of Dystopia', authors: [{ family: 'Mead', given: 'Rebecca' }], containerTitle: 'New Yorker', issued: '2017-04-17' },
  { type: 'article-magazine' },
)
export const grady = aSource(
  'grady',
  {
    title: 'Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States',
    authors: [
      { family: 'Grady', given: 'J. S.' },
      { family: 'Her', given: 'M.' },
      { family: 'Moreno', given: 'G.' },
      { family: 'Perez', given: 'C.' },
      { family: 'Yelinek', given: 'J.' },
    ],
    containerTitle: 'Psychology of Popular Media Culture',
    issued: '2019',
  },
  { type: 'article-journal', volume: '8', issue: '3', page: '207-217', DOI: '10.1037/ppm0000185' },
)
export const jacobs = aSource(
  'jacobs',
  { title: 'The Sound of the Trees', authors: [{ family: 'Jacobs', given: 'Alan' }], issued: '2011' },
  { type: 'book', publisher: 'Oxford UP' },
)

export const amos = aSource(
  'amos',
  {
    title: 'Climate change: ‘ice bumps’ reveal history of Antarctic melting',
    authors: [{ family: 'Amos', given: 'Jonathan' }],
    issued: '2024',
    url: 'https://www.bbc.co.uk/news/science-environment-68406880',
    accessed: '2024-03-28',
  },
  { type: 'webpage' },
)
export const rosacea = aSource(
  'rosacea',
  {
    title: 'What is rosacea?',
    authors: [{ literal: 'British Skin Foundation' }],
    url: 'https://knowyourskin.britishskinfoundation.org.uk/condition/rosacea/',
    accessed: '2024-01-18',
  },
  { type: 'webpage' },
)
export const duncombe = aSource(
  'duncombe',
  {
    title: 'Infrared navigation—Part I: An assessment of feasibility',
    authors: [{ family: 'Duncombe', given: 'J. U.' }],
    containerTitle: 'IEEE Trans. Electron Devices',
    issued: '1959-01',
  },
  { type: 'article-journal', volume: 'ED-11', page: '34-39' },
)
export const chen = aSource(
  'chen',
  { title: 'Linear Networks and Systems', authors: [{ family: 'Chen', given: 'W.-K.' }], issued: '1993' },
  { type: 'book', publisher: 'Wadsworth', 'publisher-place': 'Belmont, CA', page: '123-135' },
)

export const klaus = aSource(
  'klaus',
  { title: 'Robot Vision', authors: [{ family: 'Klaus', given: 'B.' }, { family: 'Horn', given: 'P.' }], issued: '1986' },
  { type: 'book', publisher: 'MIT Press', 'publisher-place': 'Cambridge, MA, USA' },
)
export const stein = aSource(
  'stein',
  { title: 'Random patterns', authors: [{ family: 'Stein', given: 'L.' }], containerTitle: 'Computers and You', issued: '1994' },
  { type: 'chapter', editor: [{ family: 'Brake', given: 'J. S.' }], publisher: 'Wiley', 'publisher-place': 'New York, NY, USA', page: '55-70' },
)
export const chiampi = aSource(
  'chiampi',
  {
    title: 'Induction of electric field in human bodies moving near MRI: An efficient BEM computational procedure',
    authors: [{ family: 'Chiampi', given: 'M. M.' }, { family: 'Zilberti', given: 'L. L.' }],
    containerTitle: 'IEEE Trans. Biomed. Eng.',
    issued: '2011-10',
  },
  { type: 'article-journal', volume: '58', page: '2787-2793', DOI: '10.1109/TBME.2011.2158315' },
)
export const satterfield = aSource(
  'satterfield',
  { title: 'Livy and the Pax Deum', authors: [{ family: 'Satterfield', given: 'Susan' }], containerTitle: 'Classical Philology', issued: '2016-04' },
  { type: 'article-journal', volume: '111', issue: '2', page: '165-176' },
)

export const alzheimer = aSource(
  'alzheimer',
  {
    title: 'Living with dementia',
    authors: [{ literal: 'Alzheimer Scotland' }],
    issued: '2024',
    url: 'https://www.alzscot.org/living-with-dementia',
    accessed: '2024-02-27',
  },
  { type: 'webpage' },
)
export const harlan = aSource(
  'harlan',
  {
    title: 'North Korea vows to restart shuttered nuclear reactor that can make bomb-grade plutonium',
    authors: [{ family: 'Harlan', given: 'C.' }],
    containerTitle: 'The Washington Post',
    issued: '2013-04-02',
  },
  { type: 'article-newspaper', page: 'A1, A4' },
)
export const stobbe = aSource(
  'stobbe',
  { title: 'Cancer death rate in U.S. sees largest one-year drop ever', authors: [{ family: 'Stobbe', given: 'M.' }], containerTitle: 'Chicago Tribune', issued: '2020-01-08' },
  { type: 'article-newspaper' },
)
export const measles = aSource(
  'measles',
  {
    title: 'Measles vaccinations',
    authors: [{ literal: 'Centers for Disease Control and Prevention' }],
    issued: '2019-03-28',
    url: 'https://www.cdc.gov/vaccines/vpd/measles/index.html',
  },
  { type: 'webpage' },
)
export const hayles = aSource(
  'hayles',
  { title: 'My Mother Was a Computer: Digital Subjects and Literary Texts', authors: [{ family: 'Hayles', given: 'Katherine' }], issued: '2005' },
  { type: 'book', publisher: 'U of Chicago' },
)
export const cole = aSource(
  'cole',
  { title: 'Criminal Justice in America', authors: [{ family: 'Cole', given: 'George' }, { family: 'Smith', given: 'Christopher' }], issued: '1996' },
  { type: 'book', publisher: 'Wadsworth' },
)
export const doniger = aSource(
  'doniger',
  { title: 'Splitting the Difference', authors: [{ family: 'Doniger', given: 'Wendy' }], issued: '1999' },
  { type: 'book', publisher: 'University of Chicago Press', 'publisher-place': 'Chicago' },
)
export const cowlishaw = aSource(
  'cowlishaw',
  { title: 'Primate Conservation Biology', authors: [{ family: 'Cowlishaw', given: 'Guy' }, { family: 'Dunbar', given: 'Robin' }], issued: '2000' },
  { type: 'book', publisher: 'University of Chicago Press', 'publisher-place': 'Chicago' },
)
export const sokol = aSource(
  'sokol',
  {
    title: 'Which Martin Luther King Are We Celebrating Today?',
    authors: [{ family: 'Sokol', given: 'Jason' }],
    containerTitle: 'The New York Times',
    issued: '2017-01-16',
    url: 'https://www.nytimes.com/2017/01/16/opinion/which-martin-luther-king-are-we-celebrating-today.html',
  },
  { type: 'article-newspaper' },
)
export const hedley = aSource(
  'hedley',
  {
    title: 'Plant medicine: a collection of the teachings of herbalists Christopher Hedley & Non Shaw',
    authors: [{ family: 'Hedley', given: 'C.' }, { family: 'Shaw', given: 'N.' }],
    issued: '2023',
  },
  { type: 'book', publisher: 'Aeon Books', 'publisher-place': 'London' },
)
