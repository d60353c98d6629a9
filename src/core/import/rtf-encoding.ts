// The code pages of RTF: by number, and by the character set of a font.

/** Windows code pages by the character sets of RTF 1.9.1; 0 leaves it to the document. */
const pages: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

/** The code page of a font's character set; 0 for one that says nothing. */
export function codePage(charset: number): number {
  return pages[charset] ?? 0
}

const names: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
  866: 'ibm866',
  10000: 'macintosh',
}

const decoders = new Map<number, InstanceType<typeof TextDecoder>>()

/** A decoder for a code page; Western for one that is not known. */
export function decoderFor(page: number): InstanceType<typeof TextDecoder> {
  const known = decoders.get(page)
  if (known) return known
  const name = names[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')
  const decoder = new TextDecoder(name)
  decoders.set(page, decoder)
  return decoder
}
