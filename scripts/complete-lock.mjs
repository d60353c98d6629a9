// Adds to package-lock.json the platform packages that the registry at hand does not mirror.
//
// `npm ci` refuses a lock file in which an optional dependency is missing, even one for another
// operating system. A mirror that holds only some platforms' packages therefore breaks the lock file
// for everyone. The entries written here carry the exact version their parent asks for and no
// integrity; npm skips them by os and cpu where they do not belong and fetches them where they do.
// Run after every `npm install`: node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const lockFile = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockFile, 'utf8'))

/** Reads os, cpu and libc off the end of a platform package's name, as in "…-linux-arm64-musl". */
function platformOf(name) {
  const found = /-(android|darwin|linux|win32|freebsd|openharmony)-(arm64|arm|x64|ia32|riscv64|ppc64|s390x)(?:-([a-z]+))?/.exec(name)
  if (!found) return null
  const [, os, cpu, abi] = found
  return {
    os: [os],
    cpu: [cpu],
    ...(os === 'linux' && abi ? { libc: [abi.startsWith('gnu') ? 'glibc' : 'musl'] } : {}),
  }
}

const added = []
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const present = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => lock.packages[place])
    if (present || !/^\d/.test(version)) continue
    const platform = platformOf(name)
    if (!platform) continue
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platform }
    added.push(`${name}@${version}`)
  }
}
const { '': root, ...others } = lock.packages
lock.packages = { '': root, ...Object.fromEntries(Object.entries(others).toSorted(([a], [b]) => a.localeCompare(b, 'en'))) }
if (added.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `added ${added.join(', ')}` : 'package-lock.json is complete')
