import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { board } from './src/build/plugin.ts'

export default defineConfig({
  // Relative addresses: the built folder may stand anywhere on a web server.
  base: './',
  plugins: [react(), board()],
  build: {
    target: ['chrome109', 'firefox115', 'safari16'],
    modulePreload: { polyfill: false },
    // What the build puts into the page is measured by its own budget.
    chunkSizeWarningLimit: 1000,
    // All that the first page needs is one chunk, which lazy ones may import from; only its start stays apart.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'board', tags: ['$initial'], test: /^(?!.*\/src\/main\.tsx)/ }] },
      },
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'node_modules/**'],
  },
})
