import { defineConfig } from 'vitest/config'
import { PATIENCE } from './patience.ts'

/** Drives the built site in `dist/` in a real Chromium: `npx vite build` first. */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/browser/globalSetup.ts'],
    // One browser, two pages side by side: alone, a page leaves half of two cores waiting.
    maxWorkers: 2,
    isolate: false,
    // Minutes, and a minute for what a test waits for: a busy machine is slow, and only what hangs runs into these.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: PATIENCE, interval: 30 } },
  },
})
