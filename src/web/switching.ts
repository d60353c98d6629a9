// How pages come over to another workspace without their last words going to the wrong one.
//
// A page saves what is unsaved when it goes, and it goes when the next page comes. So the pages are told to reload,
// get a page to wait on, and only when they are gone the other workspace takes the place of theirs.
import { setTimeout as wait } from 'node:timers/promises'
import { answerPage } from './answers.ts'
import type { EventStream } from './event-stream.ts'
import type { ServePage } from './page-files.ts'

/** How long a page may take to go; one that asks its user may take longer and is no longer waited for. In milliseconds. */
const patience = 1500

/** How long a page's last words may take to arrive after it has gone. In milliseconds. */
const lastWords = 200

/** Where a waiting page asks again. */
const waitingRoom = '/?opened'

/** Tells every page to reload and waits until they are gone and have said all. */
export async function pagesLeave(events: EventStream): Promise<void> {
  if (!events.isFollowed()) return
  events.send({ name: 'command', data: { name: 'window.reload' } })
  await events.everyPageGone(patience)
  await wait(lastWords)
}

/** Serves `page`, except while `switching` is under way: then a page that waits for the end of it. */
export function unlessSwitching(page: ServePage, switching: () => Promise<void> | null): ServePage {
  return async (path, response) => {
    if (path !== '/') return page(path, response)
    if (response.req.url === waitingRoom) {
      await switching()
      return void response.writeHead(303, { Location: '/' }).end()
    }
    if (!switching()) return page(path, response)
    response.setHeader('Refresh', `0; url=${waitingRoom}`)
    answerPage(response, 200, 'Groundwork', ['Opening the workspace …'])
  }
}
