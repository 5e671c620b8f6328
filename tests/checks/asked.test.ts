import { describe, expect, it, test } from 'vitest'
import { countAsked, itemsOf, kindOf, NO_REASONS } from '../../src/checks/asked.ts'
import { type Cells, reviewOf } from '../build.ts'

const MISREAD: Cells = { 完成值: '1078', 单位: '户', 目标值: '8166', 完成率: '0.96%' }
const FINE: Cells = { 指标: '乙', 完成值: '3', 单位: '个', 目标值: '2', 完成率: '150%' }
const BELOW: Cells = { 指标: '丙', 完成率: '96%' }
const UNREAD: Cells = { 指标: '丁', 完成值: '若干' }
const OUTPUT: Cells = { 指标: '戊', 完成值: '4', 单位: '条', 声明: '全部打通' }

describe('what is to be asked', () => {
  test.each<[string, Cells[], Partial<ReturnType<typeof countAsked>>]>([
    ['nothing', [FINE], { open: 0, errors: 0, ofList: 0, answered: 0, unread: 0, notes: 0 }],
    ['one misread figure breaks two rules', [MISREAD], { open: 1, errors: 1, notes: 0 }],
    ['a warning is a question, no error', [BELOW], { open: 1, errors: 0 }],
    ['each row for itself', [MISREAD, BELOW, FINE], { open: 2, errors: 1 }],
    ['a cell that we could not read is none', [UNREAD], { open: 0, errors: 0, unread: 1, notes: 0 }],
    ['and goes along with one', [{ ...MISREAD, 占比: '若干' }], { open: 1, errors: 1, unread: 1 }],
    ['what is worth knowing is none', [OUTPUT], { open: 0, notes: 1 }],
  ])('%s', (_, rows, wanted) => {
    expect(countAsked(reviewOf(rows).findings)).toMatchObject(wanted)
  })

  it('and of the whole list, each statement for itself', () => {
    const { findings } = reviewOf([MISREAD], { projects: { 省定: 2, 市定: 3 }, claim: '全部完成' })
    expect(countAsked(findings)).toEqual({ open: 4, errors: 2, ofList: 3, answered: 0, unread: 0, notes: 0 })
  })
})

describe('items', () => {
  const { findings, set } = reviewOf([OUTPUT, UNREAD, BELOW, MISREAD], { projects: { 市定: 3 } })
  const items = itemsOf(findings)

  it('hold all that was found of a row, the worst first', () => {
    expect(items.map(({ row, findings }) => [row?.line, findings.map(({ rule }) => rule)])).toEqual([
      [5, ['completion-mismatch', 'below-target']],
      [4, ['below-target']],
      [undefined, ['project-count']],
      [3, ['unreadable']],
      [2, ['claim-unsupported']],
    ])
  })

  it('stand by what is to be asked, what was not read, what is worth knowing', () => {
    expect(items.map((item) => kindOf(item, NO_REASONS))).toEqual([
      'question',
      'question',
      'question',
      'unread',
      'info',
    ])
  })

  it('lose no finding, and have none twice', () => {
    const all = items.flatMap((item) => item.findings)
    expect(all).toHaveLength(findings.length)
    expect(new Set(all)).toEqual(new Set(findings))
    expect(items.filter(({ row }) => row)).toHaveLength(set.rows.length)
  })
})
