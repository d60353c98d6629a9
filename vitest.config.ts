import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const testsIn = (folders: string) => [`tests/${folders}/**/*.test.{ts,tsx}`]

export default defineConfig({
  test: {
    // Both cores: by itself vitest leaves one to itself.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Waiting for what must come: long enough for a noisy machine, and no verdict on speed.
    expect: { poll: { timeout: 15_000 } },
    // The many processes that tests start from the sources keep what they compiled for the next one.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled-by-tests') },
    reporters: ['default'],
    projects: [
      // Nothing here keeps a state of its own between two calls: a file finds what the one before it imported.
      { extends: true, test: { name: 'core', include: testsIn('{shared,core,web,cli,scripts,main}'), isolate: false } },
      // The window keeps its state in stores: each file has its own.
      { extends: true, test: { name: 'window', include: testsIn('renderer') } },
    ],
  },
})
