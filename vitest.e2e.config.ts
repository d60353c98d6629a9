import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two files at a time: each has a shell, a workspace and a browser of its own.
    maxWorkers: 2,
    // Waiting for what must come: long enough for a noisy machine, and no verdict on speed.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
})
