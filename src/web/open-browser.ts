// Opens the user's browser, where there is one.
import { spawn } from 'node:child_process'

/** The program that opens an address on a platform, with the arguments before it. */
const openers: Record<string, [string, ...string[]]> = {
  darwin: ['open'],
  // Not `start` of cmd.exe, which would take the address apart at its special signs.
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

/** Whether this session can show a browser: Linux says so by a display, the other systems always can. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env, platform: string = process.platform): boolean {
  return platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** Opens `address` in the default browser; when that fails, the printed link is still there. */
export function openBrowser(address: string, platform: string = process.platform): void {
  const [program, ...before] = openers[platform] ?? ['xdg-open']
  spawn(program, [...before, address], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref()
}
