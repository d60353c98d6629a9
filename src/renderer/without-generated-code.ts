// Keeps zod from compiling its checks with `new Function`, which the page's content security policy forbids.
// Imported before everything else: zod decides when the first schema is made.
import { config } from 'zod'

config({ jitless: true })
