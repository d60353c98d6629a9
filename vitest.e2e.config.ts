import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    setupFiles: ['tests/e2e/at-failure.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two files at a time were tried: keys then wait for each other's frames, and little time is won on two cores.
    fileParallelism: false,
    // One process and one Chromium for all files. Each has its own shell, workspace and windows; of ours they share builders alone.
    isolate: false,
    // Waiting for what must come: long enough for a noisy machine, and no verdict on speed.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
})
