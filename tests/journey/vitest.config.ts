import { defineConfig } from 'vitest/config'

/** A short journey through the built site in `dist/`, in Firefox and WebKit: `npx vite build` first. */
export default defineConfig({
  test: {
    include: ['tests/journey/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/journey/globalSetup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
