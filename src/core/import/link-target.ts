// Where a link of an imported document may lead.

const longest = 4000

/** An absolute http, https or mailto address, resolved against `base`; null for anything else. */
export function linkTarget(href: string | null, base: string | null): string | null {
  if (href === null || href.length > longest) return null
  const url = URL.parse(href.trim(), base ?? undefined)
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null
  return url.href.length <= longest ? url.href : null
}
