// Text that breaks programs which take text for something else. Written for these tests.

/** Strings a page must hold to the letter: markup of many languages, quotes, numbers, spaces, scripts. */
export const hostileStrings: string[] = [
  '#eval("panic()") #panic("x") #let x = 1; #include "/etc/passwd"',
  '#{ sys.inputs } #[content] $x^2 + alpha$ @label <label> = heading',
  '\\ \\n \\u{41} \\\\server\\share C:\\Windows\\system32',
  '*bold* _emph_ `raw` ```raw``` ~ -- --- ... // comment /* comment */',
  '"straight" \'single\' “curly” ‘curly’ «guillemets» „low“',
  '<script>alert(1)</script> &amp; &lt; <!-- --> <?php ?> ]]>',
  "Robert'); DROP TABLE memos;-- OR 1=1",
  '%s %d %n %x {0} {{7*7}} ${7*7} <%= 7*7 %> `whoami` $(whoami)',
  '- not a list + not a list / not a term: nor 1. a number',
  'null undefined NaN Infinity true false 0 -1 1e309 0x0 __proto__ constructor',
  'https://example.org/a?b=c&d=e#f mailto:a@example.org file:///etc/passwd',
  '() [] {} <> | ^ ~ ` ! @ # $ % & * - _ = + ; : , . ? /',
]

/** Strings in other scripts and with marks, each of which a font of the program has. */
export const scriptStrings: string[] = [
  'Zażółć gęślą jaźń, příliš žluťoučký kůň, Tiếng Việt, İstanbul, ßẞ',
  'Съешь ещё этих мягких французских булок',
  'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία',
  'naïve café — n\u0303 e\u0301 x\u0304',
  '€140 bn · 5–20 % · ≈ ≠ ≤ ≥ → ½ ¼ №',
]
