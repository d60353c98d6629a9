// Strings that break what is careless. Written down by family, and combined where a family is a rule.
import { hostileMarkup } from './markup.ts'

const reserved = 'null nil undefined NaN Infinity -Infinity true false None NULL (null) hasOwnProperty __proto__ constructor toString valueOf then length prototype self this window document con prn aux nul com1 lpt1 .. . ~ / \\'.split(' ')
const numbers = '0 1 -1 00 01 1.0 1,000 1.000,00 1e100 1E-02 -1e1000 0x0 0xabad1dea 0b101 0o17 2147483648 -9223372036854775809 9007199254740993 ٣٤٥ १२३ ½ Ⅷ ① 1_000 1’000 1/0 0/0 $1.00 -$1 .1 1. --1 -0 +1 1..2 ∞'.split(' ')

/** SQL and FTS5 syntax, as a whole and in pieces. */
const query = [
  ...'AND OR NOT NEAR " "" """ \'\' ; -- /* */ ( ) (( )) * ** ^ : :: + ++ - -- -" "- {} { } [ ] ~ ! ? % _ @ # $ & | || && < > <> = == != , ,,'.split(' '),
  'NEAR(a b, 10)', 'a AND', 'AND a', 'NOT a', 'a NOT', 'a OR OR b', 'a* *b', '"a*', 'a"', '"a" "', '("a"', 'a)', 'text:', 'text:a', '{text}:a', '-text:a', 'text : a', '^a', 'a ^b', 'a + b', 'a NEAR b', 'NEAR(', 'NEAR(a', 'a NEAR/2 b', 'rowid:1', 'rank:1', 'source_text_index:a',
  "'; DROP TABLE source; --", '1; SELECT 1', "' OR '1'='1", '" OR ""="', "') UNION SELECT sqlite_version() --", '\u0000a', 'a\u0000b', '%00', '\\0', "x'00'", '?1', ':name', '@name', '$name', 'PRAGMA quick_check', 'a COLLATE NOCASE', "MATCH 'a'", 'a ESCAPE b', 'LIKE %',
]

const filters = ['source', 'actor', 'kind', 'in', 'before', 'after', 'nobody'].flatMap((name) => [
  `${name}:`, `-${name}:`, `${name}:"`, `${name}:""`, `${name}:x`, `${name}:"x y`, `${name}:${name}:`, `${name.toUpperCase()}:x`, `${name} :x`, `${name}: x`, `${name}:*`, `${name}:'`, `${name}:-1`, `${name}:9999-99-99`, `${name}:2025-02-31`, `${name}:${'x'.repeat(200)}`, `${name}:\u202ex`, `x${name}:y`, `${name}:,`, `${name}:claim,`,
])

const scripts = [
  'Ω≈ç√∫˜µ≤≥÷', 'åß∂ƒ©˙∆˚¬…æ', 'œ∑´®†¥¨ˆøπ“‘', '¡™£¢∞§¶•ªº–≠', 'ЁЂЃЄЅІЇЈЉЊЋЌЍЎЏ', 'Straße STRASSE ẞ', 'İstanbul ıstanbul', 'ﬁne ﬂow ﬀ', 'ſomewhat', 'Ǆ ǅ ǆ', 'ὈΔΥΣΣΕΎΣ ὀδυσσεύς', 'ﬃ', 'e\u0301\u0323\u0301', '\u0301', '\u0301a', 'a\u034f\u0301', 'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮', '田中さんにあげて下さい', '和製漢語', '部落格', '사회과학원 어학연구소', '찦차를 타고 온 펲시맨', 'ทดสอบภาษาไทย', 'ការសាកល្បង', 'ພາສາລາວ', 'မြန်မာ', 'हिन्दी में खोज', 'தமிழ்', 'עברית', 'مُنَاقَشَةُ سُبُلِ', 'ܐܪܡܝܐ', 'ᚠᛇᚻ', '᚛᚛ᚉᚑᚅᚔᚉᚉᚔᚋ᚜᚜', '𐐜 𐐔𐐇𐐝𐐀', '𝕋𝕙𝕖 𝓺𝓾𝓲𝓬𝓴', 'ｔｈｅ ｑｕｉｃｋ', '⒯⒣⒠', '🏳️‍🌈', '👩‍👩‍👧‍👦', '🇺🇸🇷🇺🇸', '1️⃣2️⃣', '❤️', '🤦🏽‍♂️', '𠜎𠜱𠝹', '￥', '¯\\_(ツ)_/¯', '( ͡° ͜ʖ ͡°)', '(╯°□°）╯︵ ┻━┻', '͏', 'ㅤ', '⠀', '𒐫', '﷽', '\u1160', '᠎',
]

const invisible = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\ufffe', '\uffff', '\ufffd', '\ud800', '\udc00', '\udbff\udfff', '\u0085', '\u2028', '\u2029', '\u00a0', '\u3000', '\u180e', '\u{e0001}', '\u{e0041}', '\u{f0000}', '\u061c', '\u115f', '\ue000']
const controls = Array.from({ length: 33 }, (_, code) => String.fromCodePoint(code === 32 ? 127 : code)).filter((one) => !/\s/.test(one))
const hidden = [...invisible, ...controls].flatMap((one) => [one, `a${one}b`, `"${one}"`])

const shells = ['$HOME', '`id`', '$(id)', '; ls', '| cat /etc/passwd', '../../../etc/passwd', '..\\..\\windows', 'file:///etc/passwd', '%s%s%s%n', '%d', '{0}', '${7*7}', '{{7*7}}', '#{7*7}', '<%= 7*7 %>', '\\u0000', '\\x00', '&lt;b&gt;', '&#60;', 'a\\', '\\"', "\\'", 'a\r\nb', 'a\nb\n', '\t', ' ', '', '  a  ', '\n']
const long = ['a'.repeat(1000), '"'.repeat(1000), '-'.repeat(999), '('.repeat(1000), 'a '.repeat(500), '"a" '.repeat(250), '-a '.repeat(333), 'é'.repeat(1000), '\u0301'.repeat(1000), '😀'.repeat(500), '汉'.repeat(1000), 'kind:claim '.repeat(90), 'a*'.repeat(500), '* '.repeat(500)]
const regular = ['(a+)+$', '(?<=a)b', '[', '[a', '[^', 'a{1', 'a{,1}', '\\p{L}', '(?:', '(?P<n>', '\\k<n>', '\\1', '.*', '.+?', '$^', '\\b', '(?i)a', 'a|*', '++', '?+']

/** Each once; 1,000 UTF-16 code units at most, which is the longest the box takes. */
export const naughtyStrings: readonly string[] = [
  ...new Set([...reserved, ...numbers, ...query, ...filters, ...scripts, ...hidden, ...shells, ...long, ...regular, ...hostileMarkup]),
].map((one) => one.slice(0, 1000))
