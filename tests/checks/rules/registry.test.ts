import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RULES } from '../../../src/checks/rules/registry.ts'
import { bySeverity } from '../../../src/model/finding.ts'

/** Not rules of their own. */
const SHARED = ['mismatch.ts', 'registry.ts']

it('lists every rule of the folder once, under the name of its file', () => {
  const ids = RULES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const files = ids.map((id) => `${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.ts`)
  const there = readdirSync(new URL('../../../src/checks/rules/', import.meta.url))
  expect([...files, ...SHARED].sort()).toEqual(there.filter((name) => name.endsWith('.ts')).sort())
})

it('every rule has a table of cases', () => {
  const there = readdirSync(new URL('../../../src/checks/rules/', import.meta.url)).filter(
    (name) => name !== 'mismatch.ts',
  )
  const tested = readdirSync(new URL('.', import.meta.url)).map((name) => name.replace('.test.ts', '.ts'))
  expect(there.filter((name) => !tested.includes(name))).toEqual([])
})

it('has the severities of the list of checks, crossing the target first', () => {
  expect(RULES.map(({ id, severity }) => `${severity} ${id}`).sort()).toEqual([
    'error claim-contradicted',
    'error completion-mismatch',
    'error crosses-target',
    'error excess-mismatch',
    'error growth-mismatch',
    'error no-whole-target',
    'error parts-do-not-sum',
    'error points-not-percent',
    'error share-mismatch',
    'error unit-differs',
    'error unreadable',
    'info claim-unsupported',
    'info other-rounding',
    'info target-too-easy',
    'info too-coarse',
    'warning below-target',
    'warning capped-at-100',
    'warning duplicate-row',
    'warning falls-back',
    'warning mixed-rounding',
    'warning odd-implied-target',
    'warning percent-or-points',
    'warning project-count',
    'warning share-over-100',
    'warning started-not-finished',
    'warning target-moved',
  ])
  expect(RULES[0]?.id).toBe('crosses-target')
  const severities = RULES.map(({ severity }) => severity)
  expect(severities).toEqual([...severities].sort(bySeverity))
})
