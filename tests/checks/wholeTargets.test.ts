import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { wholesIn, wholeTargets } from '../../src/checks/wholeTargets.ts'
import * as I from '../../src/lib/interval.ts'
import { product, scale } from '../../src/lib/interval.ts'
import { whole } from '../../src/lib/rational.ts'
import { standsFor } from '../../src/model/reading.ts'
import { between, type Cells, figure, row } from '../build.ts'

const told = (text: string) => {
  const found = wholesIn(between(text))
  return found.kind === 'some' ? `${found.first}–${found.last}` : found.kind
}

describe('whole numbers in a range', () => {
  test.each([
    ['(2, 3)', 'none'],
    ['[2, 3)', '2–2'],
    ['(2, 3]', '3–3'],
    ['[2, 3]', '2–3'],
    ['(2.1, 2.9)', 'none'],
    ['[2.9, 3.1]', '3–3'],
    ['(2.5, 3.5)', '3–3'],
    ['[0, 0]', '0–0'],
    // Longer than one, there is always a whole number inside.
    ['(2, 3.01)', 'cannot-tell'],
    ['[1.9, 3]', 'cannot-tell'],
  ])('%s: %s', (range, wanted) => {
    expect(told(range)).toBe(wanted)
  })

  it('a range longer than one holds one, always', () => {
    const sample = fc.tuple(
      fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
      fc.bigInt({ min: 1n, max: 999n }),
      fc.integer({ min: 1, max: 10 ** 6 }),
    )
    fc.assert(
      fc.property(sample, ([n, d, more]) => {
        const lo = { n, d }
        const range = I.open(lo, { n: n + d + BigInt(more), d })
        const first = n / d + (n >= 0n ? 1n : 0n)
        expect(I.contains(range, whole(first)) || I.contains(range, whole(first + 1n))).toBe(true)
        expect(wholesIn(range).kind).toBe('cannot-tell')
      }),
    )
  })
})

const targets = (cells: Cells) => {
  const found = wholeTargets(row({ 单位: '所', ...cells }))
  return found && (found.kind === 'some' ? `${found.first}–${found.last}` : found.kind)
}

test.each<[string, Cells, string | undefined]>([
  ['32 at 100.0%', { 完成值: '32', 完成率: '100.0%' }, '32–32'],
  ['3 at 27%', { 完成值: '3', 完成率: '27%' }, '11–11'],
  ['3 at 145%', { 完成值: '3', 完成率: '145%' }, 'none'],
  ['6365 at 191.9%', { 完成值: '6365', 完成率: '191.9%' }, 'cannot-tell'],
  ['1.3 of what is counted: no count', { 完成值: '1.3', 单位: '倍', 完成率: '100.0%' }, undefined],
  ['a count in 万, whole in base units', { 完成值: '0.0003', 单位: '万人', 完成率: '145%' }, 'cannot-tell'],
  ['a printed target', { 完成值: '3', 目标值: '11', 完成率: '27%' }, undefined],
  ['a measure', { 完成值: '3', 单位: '公里', 完成率: '27%' }, undefined],
  ['a blank unit', { 完成值: '3', 单位: '', 完成率: '27%' }, undefined],
  ['a rate', { 完成值: '3', 单位: '%', 完成率: '27%' }, undefined],
  ['about', { 完成值: '约3', 完成率: '27%' }, undefined],
  ['no completion', { 完成值: '3' }, undefined],
  ['a completion of zero', { 完成值: '0', 完成率: '0%' }, undefined],
])('%s', (_, cells, wanted) => {
  expect(targets(cells)).toBe(wanted)
})

/**
 * The test's published cases: a mean of n whole numbers, printed to two decimals, must be a whole sum ÷ n.
 * 5.19 of 28 is Brown & Heathers' own; 5.27 of 43 the manual's of the R package scrutiny.
 */
test.each([
  ['5.19', 28, false],
  ['5.18', 28, true],
  ['5.21', 28, true],
  ['5.27', 43, false],
  ['5.26', 43, true],
  ['5.28', 43, true],
  // 1/8 lies exactly between two printed hundredths: half-up prints the upper.
  ['0.13', 8, true],
  ['0.12', 8, false],
])('GRIM: a mean of %s over %i is possible: %s', (mean, n, possible) => {
  const sum = product(scale(standsFor(figure(mean), 'result'), whole(n)), I.point(whole(1)))
  expect(wholesIn(sum).kind).toBe(possible ? 'some' : 'none')
})
