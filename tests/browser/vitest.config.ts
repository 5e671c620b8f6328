import { defineConfig } from 'vitest/config'

/** Drives the built site in `dist/` in a real Chromium: `npx vite build` first. */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/browser/globalSetup.ts'],
    // One browser on two cores: files side by side would only wait for each other.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 10_000, interval: 30 } },
  },
})
