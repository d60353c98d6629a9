// One step for all that comes into other stretches at once: a step for each block would copy the document as often.
import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Step, StepResult } from '@tiptap/pm/transform'

/**
 * Puts top blocks, by index, in the place of ones that differ from them in stretches alone, so that no position moves. It
 * holds for the document it was made for and is not undone: stretches are settled anew wherever a text changes.
 */
export class StretchStep extends Step {
  readonly #blocks: ReadonlyMap<number, ProseMirrorNode>

  constructor(blocks: ReadonlyMap<number, ProseMirrorNode>) {
    super()
    this.#blocks = blocks
  }

  override apply(doc: ProseMirrorNode): StepResult {
    return StepResult.ok(doc.copy(Fragment.fromArray(doc.children.map((block, index) => this.#blocks.get(index) ?? block))))
  }

  override invert(): StretchStep {
    return new StretchStep(new Map())
  }

  override map(): null {
    return null
  }

  override toJSON(): never {
    throw new Error('A stretch is never written.')
  }
}
