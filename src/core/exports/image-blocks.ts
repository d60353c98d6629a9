// Images of a memo on paper: named by their content, with the words that say what they show.
import type { Id } from '../../shared/identifiers.ts'
import type { MemoImage } from '../../shared/images.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import type { Labels } from './labels.ts'
import type { ImageBlock, PaperBlock, PaperImage } from './paper.ts'
import { oneLine, type Removals } from './printable-text.ts'

/** The ids of the images in a document. */
export const imagesIn = (nodes: Iterable<DocumentNode>): Id[] => {
  const found = [...nodes].filter(({ type }) => type === 'image').map(({ attrs }) => attrs?.['image'])
  return [...new Set(found)].filter((id) => typeof id === 'string')
}

/** Images by the name that blocks bear. */
export const paperImages = (images: readonly (MemoImage & { bytes: Uint8Array })[]): Map<Id, PaperImage & { name: string }> =>
  new Map(
    images.map(({ id, mediaType, width, height, bytes }) => [
      id,
      { name: `${id}.${mediaType === 'image/png' ? 'png' : 'jpg'}`, mediaType, width, height, bytes },
    ]),
  )

/** What is printed of an image node; one that is gone leaves its words. */
export function imageBlocks(
  node: DocumentNode,
  { images, labels, removals, warnings }: { images: ReadonlyMap<Id, PaperImage & { name: string }>; labels: Labels; removals: Removals; warnings: Set<string> },
): PaperBlock[] {
  const { image: id, alt } = node.attrs ?? {}
  const words = oneLine(typeof alt === 'string' ? alt : '', removals)
  const image = typeof id === 'string' ? images.get(id) : undefined
  if (!image) {
    warnings.add('An image is no longer in the workspace. Its description was written in its place.')
    return words === '' ? [] : [{ kind: 'paragraph', whole: false, direction: null, language: null, content: [{ kind: 'text', text: words, emphasis: [], link: null }] }]
  }
  if (words === '') warnings.add('An image has no description: people who cannot see it learn only that it is there.')
  const block: ImageBlock = { kind: 'image', name: image.name, width: image.width, height: image.height, alternative: words || labels.image }
  return [block]
}

/** An image as an address that holds it whole. */
export const dataAddress = ({ mediaType, bytes }: PaperImage): string => `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
