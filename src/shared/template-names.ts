// Names of templates, as arguments.
import { z } from 'zod'

/** A template's name in lists. */
export const templateNameSchema = z.string().trim().min(1).max(200)

/** One of the templates that come along by its name, or one of the analyst's own by its identifier. */
export const templateChoiceSchema = z.string().min(1).max(100)
