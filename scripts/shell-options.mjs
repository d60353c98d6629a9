// The options of `npm start` and `npm run dev`, and which shell they ask for.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { callersFolder, fail } from './application.mjs'

const usage = `npm start -- [options]

  --web              the browser instead of the Electron window
  --workspace FILE   open this workspace; it is made when it is not there
  --port N           the browser, at this loopback port
  --no-open          the browser, but do not open it: the link is printed
  --data FOLDER      keep backups, temporary files and the list of workspaces there`

const options = {
  web: { type: 'boolean' },
  workspace: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  data: { type: 'string' },
  help: { type: 'boolean' },
}

function parse() {
  try {
    return parseArgs({ options }).values
  } catch (thrown) {
    return fail(`${thrown.message.split(/\.\s|\n/)[0].replace(/\.$/, '')}. Try -- --help.`, 2)
  }
}

/** Reads the script's own options; ends the process on a wrong one (2) or after --help (0). */
export function shellOptions() {
  const values = parse()
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  for (const name of ['workspace', 'data']) {
    if (values[name] === '') fail(`--${name} needs a path. Try -- --help.`, 2)
    if (values[name] !== undefined) values[name] = resolve(callersFolder(), values[name])
  }
  const paths = ['workspace', 'data'].flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]))
  return {
    wantsWeb: Boolean(values.web || values['no-open'] || values.port !== undefined),
    forWeb: [...paths, ...(values.port === undefined ? [] : ['--port', values.port]), ...(values['no-open'] ? ['--no-open'] : [])],
    forElectron: paths,
    data: values.data,
  }
}

/** Whether this session can show a window: Linux says so by a display, the other systems always can. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** What Electron is started with beyond our own options. Chromium's sandbox refuses to run for root. */
export function electronFlags() {
  if (process.getuid?.() !== 0) return []
  console.log('Running as root: the window runs without Chromium’s sandbox.')
  return ['--no-sandbox']
}
