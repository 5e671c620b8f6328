import { describe, expect, it, test } from 'vitest'
import type { Frame } from '../../src/charts/sheet.ts'
import {
  layoutTally,
  TALLY_HEAD,
  TALLY_LINE,
  type TallyGroup,
  type TallyModel,
  unitAt,
} from '../../src/charts/tally.ts'
import { styleOf, tallyOption } from '../../src/charts/tallyMarks.ts'
import { DARK, LIGHT, PRINT } from '../../src/charts/tokens.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { STATUSES, type Status, standWell } from '../../src/model/status.ts'
import { tallyGroups, visibleProjects } from '../../src/state/derive.ts'
import { type Shape, seriesOf, shapesOf } from '../drawn.ts'
import { board } from '../shipped.ts'

const group = (
  key: string,
  kind: TallyGroup['kind'],
  counts: Partial<Record<Status, number>>,
): TallyGroup => {
  const full = {
    missed: 0,
    doubtful: 0,
    behind: 0,
    slow: 0,
    onPace: 0,
    reached: 0,
    claimed: 0,
    unknown: 0,
    ...counts,
  }
  return { key, kind, counts: full, total: Object.values(full).reduce((sum, n) => sum + n, 0) }
}

/** A drawing as high as its layout, a hundred pixels to a column. */
const drawn = (model: TallyModel, frame?: Frame): readonly Shape[] =>
  shapesOf(seriesOf(tallyOption(model, LIGHT, frame), 'projects'), {
    getWidth: () => model.columns * 100,
    getHeight: () => model.height,
  }).flat()

describe('the layout', () => {
  const groups = [
    group('省定', 'level', { reached: 2, unknown: 1, missed: 1 }),
    group('市定', 'level', { claimed: 1 }),
    group('教育', 'domain', { doubtful: 1, reached: 4 }),
  ]
  const model = layoutTally(groups)

  it('begins with what stands well: reached, then on pace', () => {
    const { units } = layoutTally([group('省定', 'level', { slow: 1, onPace: 1, reached: 1, missed: 1 })])
    expect(units.map(({ status }) => status)).toEqual(['reached', 'onPace', 'missed', 'slow'])
    expect(groups.map(({ counts }) => standWell({ ...counts, onPace: 3 }))).toEqual([5, 3, 7])
  })

  it('gives every project of a group a square', () => {
    for (const one of groups) {
      const own = model.units.filter((unit) => unit.group === one)
      expect(own).toHaveLength(one.total)
      expect(own.map(({ index }) => index)).toEqual(own.map((_, i) => i))
      for (const status of STATUSES)
        expect(own.filter((unit) => unit.status === status)).toHaveLength(one.counts[status])
    }
  })

  it('puts the reached first, then the rest worst first', () => {
    expect(model.units.filter(({ group: { key } }) => key === '省定').map(({ status }) => status)).toEqual([
      'reached',
      'reached',
      'missed',
      'unknown',
    ])
  })

  it('puts a heading before each kind, and a line for each group', () => {
    const y = (key: string) => model.units.find((unit) => unit.group.key === key)?.y
    expect(y('省定')).toBe(TALLY_HEAD + TALLY_LINE / 2)
    expect(y('市定')).toBe(TALLY_HEAD + TALLY_LINE * 1.5)
    expect(y('教育')).toBe(2 * TALLY_HEAD + TALLY_LINE * 2.5)
    expect(model.height).toBe(2 * TALLY_HEAD + 3 * TALLY_LINE)
  })

  it('has room for twelve, and draws closer where there are more', () => {
    expect(model.columns).toBe(12)
    const long = layoutTally([group('市定', 'level', { reached: 30 })])
    expect(long.columns).toBe(30)
    const size = (columns: typeof long) => 2 * (drawn(columns)[0]?.shape?.half ?? Number.NaN)
    expect(size(model)).toBe(9)
    expect(size(long)).toBeCloseTo(3.6, 12)
  })
})

describe('the option', () => {
  const model = layoutTally([group('省定', 'level', { missed: 1, reached: 1 })])

  it('draws each square in the middle of its column; what was missed stands on its corner', () => {
    const told = drawn(model).map(({ shape, style }) => [shape?.centers, shape?.corners?.[0], style?.fill])
    expect(told).toEqual([
      [[[150, 38]], [0, -1], LIGHT.ink],
      [[[50, 38]], [-1, -1], LIGHT.achieved],
    ])
  })

  it('keeps to its frame inside a larger drawing', () => {
    const frame = { left: 240, top: 13, right: 360, bottom: 12 }
    const places = drawn(model, frame).flatMap(({ shape }) => shape?.centers ?? [])
    expect(places.map(([x]) => x)).toEqual([240 + 1.5 * 50, 240 + 0.5 * 50])
    expect(places.map(([, y]) => y)).toEqual([13 + 38 / 2, 13 + 38 / 2])
  })

  test.each([
    ['LIGHT', LIGHT],
    ['DARK', DARK],
    ['PRINT', PRINT],
  ])('in %s no two statuses look alike, and only doubt is vermilion', (_, tokens) => {
    const styles = STATUSES.map((status) => JSON.stringify(styleOf(status, tokens)))
    expect(new Set(styles).size).toBe(STATUSES.length)
    expect(STATUSES.filter((_status, i) => styles[i]?.includes(tokens.vermilion))).toEqual(['doubtful'])
  })
})

describe('the square at a place', () => {
  const groups = [group('省定', 'level', { missed: 1, reached: 1 }), group('市定', 'level', { claimed: 1 })]
  const model = layoutTally(groups)
  const told = (column: number, y: number) => {
    const unit = unitAt(model, column / model.columns, y)
    return unit && [unit.group.key, unit.status]
  }

  it('is the one whose column and line it lies in', () => {
    expect(told(0.1, 38)).toEqual(['省定', 'reached'])
    expect(told(0.9, 38 + 6)).toEqual(['省定', 'reached'])
    expect(told(1.01, 38)).toEqual(['省定', 'missed'])
    expect(told(0.5, 38 + TALLY_LINE)).toEqual(['市定', 'claimed'])
  })

  it('is none beside them', () => {
    expect([told(2.1, 38), told(1.5, 38 + TALLY_LINE), told(-0.1, 38), told(0.5, 38 - 6.5)]).toEqual(
      Array(4).fill(undefined),
    )
  })
})

it('Nanyang: all units add up, by level and by field', () => {
  const groups = tallyGroups(board, visibleProjects(board, NO_FILTER, 'printed'))
  const { units } = layoutTally(groups)
  const count = (kind: TallyGroup['kind'], status?: Status) =>
    units.filter((unit) => unit.group.kind === kind && (status === undefined || unit.status === status))
      .length
  expect([count('level'), count('domain')]).toEqual([22, 22])
  for (const kind of ['level', 'domain'] as const)
    expect(STATUSES.map((status) => count(kind, status))).toEqual([0, 0, 0, 0, 0, 14, 1, 7])
  expect(groups.filter(({ kind }) => kind === 'level').map(({ key, total }) => [key, total])).toEqual([
    ['省定', 10],
    ['市定', 12],
  ])
})

describe('groups too large for squares', () => {
  const groups = [
    group('甲市', 'region', { reached: 300, missed: 100 }),
    group('乙市', 'region', { reached: 50, claimed: 50, unknown: 100 }),
    group('丙市', 'region', {}),
  ]
  const model = layoutTally(groups)
  const lengths = (key: string) =>
    model.bars.filter((bar) => bar.group.key === key).map(({ status, from, to }) => [status, from, to])

  it('are bars: stretches as long as there are projects, on one scale, reached first', () => {
    expect(model.units).toEqual([])
    expect(lengths('甲市')).toEqual([
      ['reached', 0, 0.75],
      ['missed', 0.75, 1],
    ])
    expect(lengths('乙市')).toEqual([
      ['reached', 0, 0.125],
      ['claimed', 0.125, 0.25],
      ['unknown', 0.25, 0.5],
    ])
    expect(lengths('丙市')).toEqual([])
  })

  it('begin with the first line that squares cannot fill', () => {
    const of = (n: number) => layoutTally([group('甲市', 'region', { reached: n })])
    expect([of(150).units.length, of(150).bars.length]).toEqual([150, 0])
    expect([of(151).units.length, of(151).bars.length]).toEqual([0, 1])
  })

  it('are drawn in the look of their status, and answer a pointer', () => {
    const rects = drawn(model).filter(({ type }) => type === 'rect')
    expect(rects).toHaveLength(5)
    const [first, second] = model.bars
    expect(rects[0]?.style).toEqual(styleOf('reached', LIGHT))
    const shape = rects[1]?.shape as { x: number; width: number }
    expect([shape.x, shape.width]).toEqual([0.75 * model.columns * 100, 0.25 * model.columns * 100])
    expect(unitAt(model, 0.5, first?.y ?? 0)).toBe(first)
    expect(unitAt(model, 0.75, first?.y ?? 0)).toBe(second)
    expect(unitAt(model, 0.5, (first?.y ?? 0) + TALLY_LINE / 2)).toBeUndefined()
  })
})
