// The words of a passage as a statement of its own: a capital first, no full stop last.

/** The words without closing punctuation; the full stop of "the U.S." stays. */
export function withoutStop(words: string): string {
  const bare = words.replace(/["”’]$/u, '')
  const opened = /[“"‘]/u.test(words.slice(0, -1))
  const kept = opened ? words : bare
  return /(?:^|[^\p{L}])(?:\p{L}\.){2,}$/u.test(kept) ? kept : kept.replace(/[.,;:]+$/u, '')
}

/** The words as they are proposed for a claim or a recommendation. */
export function asStatement(words: string): string {
  const kept = withoutStop(words.replace(/^[“"«]/u, ''))
  return `${kept.charAt(0).toUpperCase()}${kept.slice(1)}`
}
