import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { TARGET } from './src/build/floor/target.ts'
import { board } from './src/build/plugin.ts'

const TESTS = ['tests/**/*.test.{ts,tsx}']
/** These have configurations of their own. */
const IN_BROWSERS = ['tests/browser/**', 'tests/journey/**']

/** Test files that replace modules, globals, clocks or the database of their process. */
const alone = readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.tsx?$/.test(path) && !/^tests\/(?:browser|journey)\//.test(path))
  .filter((path) => /^tests\/(kept|state)\//.test(path) || changesItsProcess(path))

function changesItsProcess(path: string): boolean {
  return /\bvi\b|fake-indexeddb|kept\/build/.test(readFileSync(join(import.meta.dirname, path), 'utf8'))
}

/** Where the long property tests are: started last, one of them would run on alone while the other processes rest. */
const LONG = /\/tests\/(?:archive|longCells|checks\/ladder|load\/parse|views\/agree)/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(LONG.test(moduleId))
    return [...(await super.sort(files))].sort((a, b) => isLong(b) - isLong(a))
  }
}

export default defineConfig({
  // Relative addresses: the built folder may stand anywhere on a web server.
  base: './',
  plugins: [react(), board()],
  build: {
    target: TARGET,
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
    maxWorkers: availableParallelism(),
    // Minutes: a busy machine is slow, and only what hangs runs into this.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongFirst },
    // Half of the time went into a process for each file: only those have one that change what others would meet.
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: TESTS,
          exclude: [...IN_BROWSERS, ...alone],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, sequence: { groupOrder: 1 } } },
    ],
  },
})
