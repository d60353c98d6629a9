// Texts of everything that makes offsets go wrong.
import type { Random } from '../random.ts'

const characters: readonly string[] = [
  'word ', 'Sentence. ', 'naïve ', '“quoted” ', '"', '=1+1 ', '\t', ' ', '\n', '\n\n',
  // Emoji: alone, with skin, joined by ZWJ, flags, keycaps, subdivision flags by tags, variation selectors.
  '🐟', '👍🏽', '👩‍🚀', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇺🇦', '🇺🇦🇪🇺', '🇺', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '☎️', '☎︎', '\u200d', '\ufe0f', '🏽',
  // Combining marks: composable and not, many on one letter, out of order, and some without a letter.
  'e\u0301', 'a\u0323\u0302', 'q\u0307\u0323', 'Z\u0351\u036b\u0343\u036a\u0302', '\u0301', 'ﬁ', 'Å', '\u212b', 'ẛ\u0323',
  // Right to left, with points, joiners and controls.
  'שָׁלוֹם ', 'سَلَامٌ ', 'نُص', '\u200f', '\u202e', '\u202c', '\u2067', '\u2069', 'می\u200cخواهم ',
  // Scripts without spaces, conjoining jamo, conjuncts, letters beyond the first plane.
  '和平会談', '日本語。', '한국어 ', '\u1112\u1161\u11ab', 'क्षि', 'ภาษาไทย', 'தமிழ்', '𠮷', '𝔘𝔫', '\u{2f800}',
]

/** What no text should hold; a text of little else would not be taken for one. */
const broken: readonly string[] = [
  // NUL, controls, halves of pairs, marks of byte order, odd line ends, noncharacters.
  '\0', '\u0007', '\ud83d', '\udc69', '\ud800', '\udfff', '\udc00\ud800', '\ufeff', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\ufffe', '\uffff', '\u{10ffff}', '\u00ad', '\u00a0', '\u3000',
]

/** One piece. */
export const hostilePiece = (random: Random): string => random.oneOf(random.fraction() < 0.1 ? broken : characters)

/** More controls than this would rightly be refused as no text. */
const mostControls = 3

/** A text of so many pieces at random; it begins with a word, so that it is taken for text. */
export function hostileText(random: Random, count: number): string {
  let controls = 0
  const made = Array.from({ length: count }, () => {
    const piece = hostilePiece(random)
    if (piece !== '\0' && piece !== '\u0007') return piece
    controls += 1
    return controls > mostControls ? '\ufeff' : piece
  })
  return [`word${random.whole(0, 1e9)} `, ...made].join('')
}
