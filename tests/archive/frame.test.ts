import { describe, expect, it, test } from 'vitest'
import { frameOf, needsPlacing } from '../../src/archive/frame.ts'
import { headerOfPlaced, readHeader } from '../../src/load/header.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'

const PLAIN: Layout = {
  skip: 2,
  places: { project: 1, indicator: 0, actual: 2 },
  constants: {},
  extra: [{ name: '经办', at: 3 }],
}

describe('a layout', () => {
  test.each<[string, Partial<Layout>, boolean]>([
    ['that moves columns', {}, false],
    ['of a city’s own table', { wide: true }, true],
    ['that says something once', { constants: { region: '某市' } }, true],
    ['that says nothing of what has a column', { constants: { actual: '5', project: '修路' } }, false],
    ['that says blanks', { constants: { region: ' ' } }, false],
    ['without 指标', { places: { project: 1, actual: 2 } }, true],
    ['without 项目', { places: { indicator: 1, actual: 2 } }, true],
    ['with two columns in one place', { places: { ...PLAIN.places, unit: 2 } }, true],
    ['with one of its own in a place of the contract', { extra: [{ name: '另', at: 2 }] }, true],
  ])('%s', (_, more, wanted) => {
    expect(needsPlacing({ ...PLAIN, ...more })).toBe(wanted)
  })
})

describe('a frame', () => {
  it('tells where columns stand, and of those that are missing a place behind all', () => {
    const frame = frameOf(readHeader(['指标', '项目', '经办', 'actual'], []), true)
    expect(frame.width).toBe(4)
    expect([frame.places.project, frame.places.indicator, frame.places.actual, frame.places.region]).toEqual([
      1, 0, 3, 4,
    ])
    expect(frame.figures).toEqual([3, 4, 4, 4, 4, 4, 4, 4])
    expect(frame.title).toEqual(['指标', '项目', '经办', 'actual'])
  })

  it('names columns as the contract does, and tells others of such a name apart', () => {
    const header = headerOfPlaced(() => '他们的叫法', ['备注', '备注 (2)', 'NOTE', '经办'])
    const { title } = frameOf(header, false)
    expect(title.slice(0, COLUMNS.length)).toEqual(COLUMNS.map(([, name]) => name))
    expect(title.slice(COLUMNS.length)).toEqual(['备注 (2)', '备注 (2) (2)', 'NOTE (2)', '经办'])
  })
})
