// Names known without looking around: states, groups named after them, bodies, and words that make a body's name.

const listed = (names: string): string[] => names.split('|').map((name) => name.trim())

/** States by the name they are listed under, each with its other names. */
const statesWithAliases: Record<string, string> = {
  'United States': 'U.S.|US|USA|U.S.A.|United States of America|America',
  'United Kingdom': 'U.K.|UK|Britain|Great Britain',
  'United Arab Emirates': 'UAE|U.A.E.|Emirates',
  Russia: 'Russian Federation',
  China: "People's Republic of China|PRC",
  'Czech Republic': 'Czechia',
  Türkiye: 'Turkey',
  Myanmar: 'Burma',
  'Ivory Coast': "Côte d'Ivoire",
  'North Macedonia': 'Macedonia',
  'Democratic Republic of the Congo': 'DRC|DR Congo|Congo',
}

const states = listed(
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|' +
    'Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Bosnia|Botswana|Brazil|Brunei|Bulgaria|' +
    'Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile|Colombia|Comoros|' +
    'Costa Rica|Croatia|Cuba|Cyprus|Denmark|Djibouti|Dominican Republic|Ecuador|Egypt|El Salvador|Eritrea|Estonia|Eswatini|' +
    'Ethiopia|Fiji|Finland|France|Gabon|Gambia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|' +
    'Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Kazakhstan|Kenya|Kiribati|' +
    'Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|' +
    'Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|' +
    'Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|Norway|Oman|Pakistan|Palestine|Panama|' +
    'Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|' +
    'Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|' +
    'Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|' +
    'Tunisia|Turkmenistan|Uganda|Ukraine|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe',
)

/** Bodies that are known by a name without a word such as "Ministry" in it. */
const bodies = listed(
  'Kremlin|White House|Pentagon|Downing Street|Whitehall|Treasury|European Union|EU|NATO|United Nations|UN|U.N.|' +
    'World Bank|Paris Club|Federal Reserve|Bundestag|Bundesrat|Duma|State Duma|Knesset|Verkhovna Rada|Rada|Congress|' +
    'Senate|House of Representatives|House of Commons|House of Lords|Parliament|Politburo|Hamas|Hezbollah|Taliban|' +
    'Islamic State|Al Qaeda|OSCE|IAEA|WHO|WTO|IMF|OECD|OPEC|ASEAN|ECOWAS|BRICS|G7|G20|CIA|FBI|NSA|MI6|FSB|GRU|Gazprom|' +
    'Rosneft|Amnesty International|Human Rights Watch|Red Cross|Greenpeace|Élysée|Brussels|HM Revenue and Customs|Quad',
)

/** Peoples and parts of the world that act in the news as one. */
const groups = listed(
  'Europeans|Russians|Ukrainians|Americans|Germans|Poles|Britons|Israelis|Palestinians|Iranians|Syrians|Turks|Kurds|' +
    'Houthis|Rohingya|Uyghurs|Republicans|Democrats|Conservatives|Europe|West|Global South|Kyiv Independent',
)

/** The capitals whose name stands for a government where they act. */
const capitals = new Set(
  listed(
    'Moscow|Washington|Beijing|Kyiv|Kiev|London|Paris|Berlin|Tehran|Ankara|Warsaw|Jerusalem|Riyadh|Cairo|New Delhi|Delhi|' +
      'Tokyo|Seoul|Pyongyang|Minsk|Madrid|Rome|Budapest|Doha|Damascus|Baghdad|Islamabad|Kabul|Canberra|Ottawa|Vilnius|Riga|' +
      'Tallinn|Helsinki|Stockholm|Oslo|Copenhagen|Prague|Vienna|Athens|Belgrade|Bucharest|Sofia|Chisinau|Tbilisi|Yerevan|Baku',
  ),
)

/** Words whose capital makes a name end as a body: "Foreign Ministry", "Bank of England". */
const bodyWords = new Set(
  listed(
    'Administration|Agency|Alliance|Army|Assembly|Association|Authority|Bank|Board|Brigade|Bureau|Cabinet|Centre|Center|' +
      'Chamber|Coalition|Commission|Committee|Community|Company|Confederation|Conference|Consortium|Corporation|Council|' +
      'Court|Department|Directorate|Federation|Force|Forces|Foundation|Fund|Government|Group|Guard|House|Inc|Institute|' +
      'Institution|Initiative|League|Ltd|Mission|Ministry|Movement|Navy|Network|Office|Organisation|Organization|Parliament|' +
      'Party|Police|Secretariat|Senate|Service|Services|Society|Tribunal|Trust|Union|University',
  ),
)

const stateNames = new Map<string, string>([
  ...states.map((name): [string, string] => [name, name]),
  ...Object.entries(statesWithAliases).flatMap(([name, others]) =>
    [name, ...listed(others)].map((alias): [string, string] => [alias, name]),
  ),
])
const knownBodies = new Set(bodies)
const knownGroups = new Set(groups)

/** The name that a state is listed under, for any of its names; null for no state. */
export const stateNamed = (name: string): string | null => stateNames.get(name) ?? null
export const isKnownBody = (name: string): boolean => knownBodies.has(name)
export const isKnownGroup = (name: string): boolean => knownGroups.has(name)
export const isCapital = (name: string): boolean => capitals.has(name)
export const isBodyWord = (word: string): boolean => bodyWords.has(word)
/** Adjectives of states and peoples, by their endings or listed: "Russian", "Danish", "French". */
export const isAdjectiveOfPlace = (word: string): boolean =>
  /^(?:Russian|Ukrainian|American|European|German|Italian|Iranian|Norwegian|Estonian|Latvian|Lithuanian|Romanian|Hungarian|Israeli|Iraqi|Saudi|Syrian|Indian|Brazilian|Canadian|Australian|African|Asian|Western|Eastern|Belarusian|Serbian|Korean|Mexican|Egyptian|Nigerian|Kenyan|Dutch|French|Greek|Czech|Swiss|Chinese|Japanese|[A-Z][a-z]+(?:ish|ese))$/u.test(word)
