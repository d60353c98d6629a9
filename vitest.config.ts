import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{shared,core,web,cli,scripts,main,renderer}/**/*.test.{ts,tsx}'],
    // Both cores: by itself vitest leaves one to itself.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Waiting for what must come: long enough for a noisy machine, and no verdict on speed.
    expect: { poll: { timeout: 15_000 } },
    // The many processes that tests start from the sources keep what they compiled for the next one.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled-by-tests') },
    reporters: ['default'],
  },
})
