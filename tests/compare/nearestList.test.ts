import { expect, test } from 'vitest'
import { nearestList } from '../../src/compare/nearestList.ts'
import type { DataSet } from '../../src/model/dataSet.ts'
import { type Cells, dataSet } from '../build.ts'
import { BULLETINS, nanyang, shippedSet } from '../shipped.ts'

const SHIPPED = [nanyang, ...BULLETINS.map(shippedSet)]

test.each([
  ['nanyang-2023.csv', 'nanyang-2020-04.csv', true],
  ['nanyang-2020-04.csv', 'nanyang-2023.csv', true],
  ['henan-2021-q1.csv', 'henan-2021.csv', true],
  ['henan-2021.csv', 'henan-2021-q1.csv', true],
  ['henan-2022.csv', 'henan-2021.csv', true],
  ['henan-2024-q3.csv', 'henan-2022.csv', true],
])('%s is held against %s', (file, wanted, isSameRegion) => {
  const base = SHIPPED.find(({ entry }) => entry.file === file) as DataSet
  const found = nearestList(
    base,
    SHIPPED.filter((set) => set !== base),
  )
  expect([found?.set.entry.file, found?.isSameRegion]).toEqual([wanted, isSameRegion])
})

const list = (region: string, asOf: string, cells: Cells = {}): DataSet =>
  dataSet([{ 地区: region, 截至: asOf, 指标: '改造小区', 完成值: '5', 单位: '个', ...cells }], { asOf })
const base = list('甲市', '2023-12')
const chosen = (...others: readonly DataSet[]) => {
  const found = nearestList(base, others)
  return found && [others.indexOf(found.set), found.isSameRegion]
}

test('its own region first, then one above or below, then any other', () => {
  const [same, part, other] = [list('甲市', '2019'), list('甲市/丙县', '2022-12'), list('乙市', '2023-12')]
  expect(chosen(other, part, same)).toEqual([2, true])
  expect(chosen(other, part)).toEqual([1, false])
  expect(chosen(other)).toEqual([0, false])
})

test('of one region the nearest in date, before or after, the first of two equally near; without a date last', () => {
  expect(chosen(list('甲市', '2022-12'), list('甲市', '2024-06'), list('甲市', '2021'))).toEqual([1, true])
  expect(chosen(list('甲市', '2023-09'), list('甲市', '2023-09'))).toEqual([0, true])
  expect(chosen(list('甲市', ''), list('甲市', '2015'))).toEqual([1, true])
})

test('one with nothing in common comes after all that have something', () => {
  const unlike = list('甲市', '2023-11', { 指标: '培训医师', 单位: '人次' })
  expect(chosen(unlike, list('乙市', '2020'))).toEqual([1, false])
  expect(chosen(unlike)).toEqual([0, true])
})

test('there may be none', () => {
  expect(chosen()).toBeUndefined()
})
