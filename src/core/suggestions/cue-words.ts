// Words that attribute a statement or give a person an office; every rule reads them from here.

/** Finite forms of verbs of saying after which a statement follows. */
export const sayingVerbs =
  'said|says|say|added|adds|argued|argues|argue|warned|warns|warn|claimed|claims|claim|insisted|insists|insist|stated|states|' +
  'wrote|writes|announced|announces|declared|declares|explained|explains|noted|notes|acknowledged|acknowledges|admitted|' +
  'admits|denied|denies|conceded|concedes|suggested|suggests|believes|believe|believed|thinks|estimates|estimated|' +
  'predicted|predicts|stressed|stresses|concluded|concludes|reported|reports|confirmed|confirms|testified|maintained|' +
  'maintains|alleged|alleges|asserted|asserts|complained|recalled|contends|contended|hinted|pointed out|points out|point out|replied|remarked|observed'

/** Verbs after which a statement also follows without "that". */
export const bareSayingVerbs = 'said|says|say|added|adds|claims|claimed|argues|argued|insists|insisted|believes|thinks|estimates|admits|admitted|warns|warned|wrote|writes'

/** Nouns that hold a statement: "his suggestion that …". */
export const sayingNouns =
  'suggestion|claim|statement|assertion|view|argument|insistence|prediction|accusation|allegation|belief|warning|' +
  'conclusion|promise|pledge|assurance|remark|contention|complaint|denial|proposal'

/** Cues by which the speaker rejects what is stated. */
export const isDenial = (cue: string): boolean => /^(?:denied|denies|denial|rejected|rejects|disputed|disputes|dismissed|dismisses)$/u.test(cue)

/** Words of an office, as they stand before a name with a capital. */
export const titleWords = new Set(
  (
    'President Vice Prime Minister Deputy Foreign Interior Defence Defense Finance Energy Environment Health Justice Economy Trade Secretary Secretary-General ' +
    'Special Envoy Representative Ambassador Senator Sen Sen. Rep Rep. Congressman Congresswoman Chancellor King Queen Prince ' +
    'Princess Pope Archbishop Bishop General Gen Gen. Colonel Col Col. Admiral Captain Lieutenant Major Sergeant Judge Justice ' +
    'Governor Gov. Mayor Chairman Chairwoman Chair Chief Director Commissioner Spokesman Spokeswoman Spokesperson ' +
    'Professor Prof Prof. Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Sir Dame Lord Lady Baroness Baron Premier Speaker Executive Adviser Advisor ' +
    'Former Acting Assistant Under Undersecretary National Security High Attorney Economist Analyst Permanent Opposition Leader'
  ).split(' '),
)

/** Offices as they stand before a name in small letters, or after it behind a comma. */
export const officeNouns =
  'president|minister|secretary|envoy|ambassador|senator|lawmaker|deputy|chancellor|king|queen|prince|general|colonel|admiral|' +
  'commander|captain|judge|governor|mayor|chairman|chairwoman|chair|chief|director|commissioner|spokesman|spokeswoman|' +
  'spokesperson|professor|economist|analyst|adviser|advisor|aide|expert|researcher|fellow|leader|founder|author|historian|' +
  'lawyer|journalist|negotiator|diplomat|official|activist|troubleshooter|farmer|scientist|engineer|head'

/** Groups of people without a name of their own that speak and can be told what to do. */
export const agentNouns =
  'government|governments|ministry|ministries|minister|ministers|parliament|parliaments|authorities|officials|committee|' +
  'council|commission|companies|company|banks|bank|allies|partners|donors|members|states|countries|capitals|leaders|' +
  'policymakers|lawmakers|legislators|regulators|negotiators|diplomats|employers|investors|operators|agencies|agency|' +
  'institutions|institution|administration|administrations|union|city|cities|mayors|researchers|report|study|authors|experts|analysts|' +
  'witnesses|critics|opponents|supporters|police|army|military|court|we|you|nobody|everyone|department|departments|fund|those|irrigators|farmers|owners|shipowners|insurers|citizens|voters'

/** Words that begin a sentence with a capital and are no name. */
export const notNames = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my there here but and or so yet if ' +
    'when while as in on at by for from with after before since although though however meanwhile moreover instead ' +
    'nevertheless otherwise alternatively still then now what who why how where which is are was were no not to even ' +
    'both worse read more monday tuesday wednesday thursday friday saturday sunday january february march april may june ' +
    'july august september october november december according last next most many some several few one two three all any each every nobody'
  ).split(' '),
)
