// The place of a comment: a mark on the words it is about. Several may lie over each other.
import { Mark } from '@tiptap/core'
import { idSchema } from '../../shared/identifiers.ts'

export const Comment = Mark.create({
  name: 'comment',
  // Ranked before links, so that one comment stays one element around what is partly linked or bold.
  priority: 1010,
  inclusive: false,
  excludes: '',
  keepOnSplit: true,

  addAttributes: () => ({ id: { isRequired: true } }),

  parseHTML: () => [
    {
      tag: 'span[data-comment]',
      getAttrs: (element) => {
        const id = idSchema.safeParse(element.dataset['comment'])
        return id.success ? { id: id.data } : false
      },
    },
  ],

  renderHTML: ({ mark }) => ['span', { class: 'memo-comment', 'data-comment': mark.attrs['id'] }, 0],
})
