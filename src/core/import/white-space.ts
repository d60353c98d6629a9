// White space as browsers see it: runs of the ASCII kind are one space; no-break and typographic spaces are text.

/** Runs that are more than one space; single spaces do not match, so that ordinary text is not rebuilt. */
const runs = / ?[\t\n\f\r][\t\n\f\r ]*| {2,}/g

/** Each run of ASCII white space as one space. */
export function singleSpaced(text: string): string {
  return text.replace(runs, ' ')
}

/** Each run of ASCII white space as one space, none at either end. */
export function collapseSpaces(text: string): string {
  const spaced = singleSpaced(text)
  return spaced.slice(spaced.startsWith(' ') ? 1 : 0, spaced.length > 1 && spaced.endsWith(' ') ? -1 : undefined)
}
