// Names from a page or a person as names of files on every platform.
import { extname } from 'node:path'

const longest = 200

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name without a path and without characters that some file system refuses or that make it look like another;
 * its ending is kept, it is never empty and has at most 200 UTF-16 code units.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (plain === '') return 'Untitled'
  const ending = extname(plain).slice(0, 20)
  const stem = plain.slice(0, plain.length - ending.length).slice(0, longest - ending.length)
  const cut = `${stem}${ending}`.toWellFormed()
  return reserved.test(cut) ? `_${cut}` : cut
}
