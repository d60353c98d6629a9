// Where a worker's entry is, from the sources and from the build.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The entry of that name: beside this file in the sources; in the build beside it or above the folder of shared chunks. */
export function workerFile(name: 'core-worker' | 'safety-worker'): URL {
  // A packaged program reads its archive on the main thread only; what threads load lies beside it.
  const here = import.meta.url.replace('/app.asar/', '/app.asar.unpacked/')
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((place) => new URL(place, here))
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw new Error(`the ${name} is not part of this build`)
  return found
}
