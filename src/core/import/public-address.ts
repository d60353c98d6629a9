// Which addresses of the network a page may be fetched from: those of the public internet and no others.
import ipaddr from 'ipaddr.js'

/**
 * True for an address (as text, without brackets) of the public internet. Addresses of this machine, of local
 * networks, of networks inside others, and ones that carry another address inside them are not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  // Of all IPv6 only 2000::/3 is handed out to the public; inside it some ranges lead elsewhere.
  const global = parsed.match(ipaddr.parse('2000::'), 3)
  return global && parsed.range() === 'unicast' && !special.some(([network, bits]) => parsed.match(ipaddr.parse(network), bits))
}

/** 6to4, Teredo and benchmarking carry or stand for other addresses; the rest is for documents and identifiers. */
const special: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]
