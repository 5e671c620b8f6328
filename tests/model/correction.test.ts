import { describe, expect, it, test } from 'vitest'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import {
  type Correction,
  cellOf,
  columnsOf,
  extraColumn,
  headingOf,
  withCorrection,
  withoutCorrection,
} from '../../src/model/correction.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import { entry } from '../build.ts'

const one = (more: Partial<Correction> = {}): Correction => ({
  line: 2,
  column: 'actual',
  from: '3',
  to: '4',
  at: '2026-11-21T08:00:00.000Z',
  ...more,
})

describe('a list of corrections', () => {
  it('has at most one of a cell, and keeps what was printed', () => {
    const first = withCorrection([], one())
    const again = one({ from: '4', to: '5', at: '2026-11-21T09:00:00.000Z' })
    expect(withCorrection(first, again)).toEqual([{ ...again, from: '3' }])
  })

  it('has one of each cell', () => {
    const list = [one({ line: 3 }), one({ column: 'target' }), one()].reduce(withCorrection, [])
    expect(list).toHaveLength(3)
    expect(withoutCorrection(list, 2, 'target')).toEqual([one({ line: 3 }), one()])
    expect(withoutCorrection(list, 4, 'target')).toEqual(list)
  })

  test.each(['3', ' 3\n'])('put back to what was printed (%j), a cell is not corrected', (to) => {
    expect(withCorrection([one()], one({ from: '4', to }))).toEqual([])
    expect(withCorrection([], one({ to }))).toEqual([])
  })

  it('has no blanks around what a cell should say', () => {
    expect(withCorrection([], one({ to: ' 4 ' }))).toEqual([one()])
  })
})

describe('columns', () => {
  const [row] = loadDataSet('项目,指标,完成值,actual ,备考\n甲,乙,3,4,丙', entry()).rows

  it('of the contract and of the file are told apart, whatever they are called', () => {
    expect(headingOf('as_of')).toBe('截至')
    expect(headingOf(extraColumn('as_of'))).toBe('as_of')
    expect(headingOf(extraColumn('extra:x'))).toBe('extra:x')
  })

  it('are listed in the contract’s order, the file’s own behind', () => {
    const columns = columnsOf(['备考', '又'])
    expect(columns.slice(0, 3)).toEqual(['region', 'year', 'as_of'])
    expect(columns.slice(COLUMNS.length)).toEqual(['extra:备考', 'extra:又'])
  })

  it('give a row’s cells, blank where the file has no such column', () => {
    const cells = (['actual', extraColumn('备考'), extraColumn('toString'), 'note'] as const).map(
      (column) => row && cellOf(row, column),
    )
    expect(cells).toEqual(['3', '丙', '', ''])
  })
})
