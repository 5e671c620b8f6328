import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { review } from '../../src/checks/check.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { isChecked } from '../../src/model/relation.ts'
import { sentenceOf } from '../../src/report/tables.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { entry } from '../build.ts'

/**
 * The figures of ten real completion bulletins, 2017 to 2024, read by hand; numbers only. Three of their
 * percentages cannot be true, and a careful reader finds no other.
 */
const text = readFileSync(new URL('../fixtures/bulletins.csv', import.meta.url), 'utf8')
const board = review(loadDataSet(text, entry({ file: 'bulletins.csv' })))
const errors = board.findings.filter(({ severity }) => severity === 'error')

describe('ten real bulletins', () => {
  it('are read whole: 151 rows, 48 with all three figures', () => {
    expect(board.set.issues).toEqual([])
    expect(board.set.rows).toHaveLength(151)
    expect(board.subjects.flatMap(({ relations }) => relations.filter(isChecked))).toHaveLength(51)
  })

  test.each([
    ['南阳2020-04', '1078户 ÷ 8166户', '13.20%', '2.89%'],
    ['寿县2023-03', '736人 ÷ 4000人', '18.40%', '18.04%'],
    ['湘潭2019-10', '3项 ÷ 15项', '20%', '27%'],
  ])('%s: %s is %s, not %s', (project, sum, right, printed) => {
    const found = errors.filter((finding) => finding.row?.cells.project === project)
    expect(found.map(({ rule }) => rule)).toEqual(['completion-mismatch'])
    for (const finding of found)
      for (const words of [zh, en]) {
        expect(sentenceOf(finding, words)).toContain(`${sum} = ${right}`)
        expect(sentenceOf(finding, words)).toContain(printed)
      }
  })

  it('hold no other error', () => {
    expect(errors).toHaveLength(3)
  })

  it('round half up, but for two: 7 of 17 as 42 %, 37 of 180 as 20.5 %', () => {
    expect(board.rounding.usual).toBe('half-up')
    expect([board.rounding.explained, board.rounding.of]).toEqual([46, 48])
    expect(board.rounding.others.map(({ row }) => row.cells.completion)).toEqual(['42%', '20.5%'])
  })
})
