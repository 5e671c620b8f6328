import { describe, expect, test } from 'vitest'
import { isYearEnd, stageOf, yearGone } from '../../src/model/date.ts'

describe('share of the year gone by', () => {
  test.each([
    ['2023-12-31', '2023', [365, 365]],
    ['2023-01-01', '2023', [1, 365]],
    ['2023-04', '2023', [120, 365]],
    ['2024-02', '2024', [60, 366]],
    ['2024-02-29', '2024', [60, 366]],
    ['2023-12-20', '2023', [354, 365]],
    ['2023', '2023', [365, 365]],
    ['2024-03', '2023', [365, 365]],
    ['2023-6-5', '', [156, 365]],
    // As spreadsheets save it, and as people write it.
    ['2023/12/20', '2023', [354, 365]],
    ['2023.6.5', '', [156, 365]],
    ['2023年6月5日', '', [156, 365]],
    ['2023年4月', '2023', [120, 365]],
    ['2023年', '2023', [365, 365]],
    ['2023年6月5', '', [156, 365]],
    ['2023年4月底', '2023', [120, 365]],
    ['2023年末', '2023', [365, 365]],
    ['2023年4月底5日', '2023', undefined],
    ['2023月6', '2023', undefined],
    ['2023/', '2023', undefined],
    ['2022-12-31', '2023', undefined],
    ['2023-02-29', '2023', undefined],
    ['2023-13', '2023', undefined],
    ['2023-00', '2023', undefined],
    ['2023-06-00', '2023', undefined],
    ['年底', '2023', undefined],
    ['', '2023', undefined],
  ] as const)('%s of %s', (asOf, year, wanted) => {
    expect(yearGone(asOf, year)).toEqual(wanted)
  })
})

describe("the year's end", () => {
  test.each([
    ['2023-12-20', '2023', true],
    ['2023-12', '2023', true],
    ['2023-11-30', '2023', false],
    ['2023-01', '2023', false],
    ['2023', '2023', true],
    ['2024-02', '2023', true],
    ['2024', '2023', true],
    // A date before the target year is not its end.
    ['2022-12-20', '2023', false],
    ['2022', '2023', false],
    ['2023-12-20', '', true],
    ['2023-11', '', false],
    ['2023年底', '2023', true],
    // Nothing says that it is.
    ['', '2023', false],
    ['年底', '2023', false],
  ] as const)('%s of %s: %s', (asOf, year, wanted) => {
    expect(isYearEnd(asOf, year)).toBe(wanted)
  })
})

test.each([
  ['2023-12-20', '2023', 'end'],
  ['2023-11', '2023', 'underway'],
  ['', '2023', 'unknown'],
  ['', '', 'unknown'],
  ['近日', '2023', 'unknown'],
] as const)('stage of %j in %j: %s', (asOf, year, wanted) => {
  expect(stageOf(asOf, year)).toBe(wanted)
})
