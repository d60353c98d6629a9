// Comments on ranges of a memo: the threads stand in the document's attribute `comments`, their places are marks.
import { z } from 'zod'
import { idSchema } from './identifiers.ts'

/** How long one remark may be, in UTF-16 code units, how many replies a thread may have, how many threads a memo. */
export const longestRemark = 4000
const mostReplies = 200
const mostComments = 2000

/** What somebody wrote and when; `at` is an ISO instant. */
const remarkSchema = z.strictObject({ text: z.string().min(1).max(longestRemark), at: z.iso.datetime() })
export type Remark = z.infer<typeof remarkSchema>

/**
 * A thread. `id` is that of the mark `comment` on the words it is about; `resolved` is when it was settled, null while
 * it stands. A thread whose words were deleted has no mark and comes back into sight with them.
 */
export const commentSchema = z.strictObject({
  id: idSchema,
  ...remarkSchema.shape,
  resolved: z.iso.datetime().nullable(),
  replies: z.array(remarkSchema).max(mostReplies),
})
export type Comment = z.infer<typeof commentSchema>

/** All threads of a memo, in the order in which they were begun; no two share an identifier. */
export const commentsSchema = z
  .array(commentSchema)
  .max(mostComments)
  .refine((comments) => new Set(comments.map(({ id }) => id)).size === comments.length)
