// The secrets of one run of the server: a link that works once, and the cookie it is swapped for.
import { createHash, randomBytes } from 'node:crypto'

const newSecret = () => randomBytes(32).toString('base64url')

/** Secrets are looked up by their hash, so that how long a look-up takes says nothing about them. */
const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** The name of the cookie. Cookies know no port, so that two servers on one machine would overwrite each other's. */
export const cookieName = (port: number): string => `groundwork-${port}`

/**
 * Makes the keys of the server at `port`. A cookie stays valid until the process ends; with a `session` given, which
 * development uses to outlive restarts, every link is swapped for that one.
 */
export function createKeys(port: number, session: string | null = null) {
  let link: string | null = null
  const sessions = new Set<string>(session === null ? [] : [hashed(session)])
  const name = cookieName(port)
  return {
    /** A fresh link to the page, valid once; it voids the one before if that was not used. */
    newLink(): string {
      const token = newSecret()
      link = hashed(token)
      return `http://127.0.0.1:${port}/?token=${token}`
    },
    /** Uses up a link's token: the value of the header Set-Cookie, or null when the token is not the valid one. */
    swap(token: string): string | null {
      if (link === null || hashed(token) !== link) return null
      link = null
      const secret = session ?? newSecret()
      sessions.add(hashed(secret))
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`
    },
    /** Whether a request's Cookie header holds a session of this process. */
    admits(cookies: string | undefined): boolean {
      return (cookies ?? '').split(';').some((cookie) => {
        const [key, value] = cookie.trim().split('=', 2)
        return key === name && value !== undefined && sessions.has(hashed(value))
      })
    },
  }
}

export type Keys = ReturnType<typeof createKeys>
