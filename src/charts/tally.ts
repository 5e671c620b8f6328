import type { EChartsCoreOption } from 'echarts'
import { STANDS_WELL, STATUSES, type Status } from '../model/status.ts'
import { DIAMOND, drawnAtOnce, isDrawn, type Point, polygons, SQUARE } from './shapes.ts'
import { FILL, type Frame } from './sheet.ts'
import type { Tokens } from './tokens.ts'

export interface TallyGroup {
  readonly key: string
  readonly kind: 'region' | 'level' | 'domain'
  readonly counts: Readonly<Record<Status, number>>
  readonly total: number
}

/** Height of a group's line, in layout pixels. */
export const TALLY_LINE = 24
/** Where the second kind of group begins. */
export const TALLY_HEAD = 26

export interface TallyUnit {
  readonly group: TallyGroup
  readonly status: Status
  /** Position in its line, from 0. */
  readonly index: number
  readonly y: number
}

/** Projects of one status in a line too long for squares: a stretch as long as they are many. */
export interface TallyBar {
  readonly group: TallyGroup
  readonly status: Status
  /** Fractions of the width. */
  readonly from: number
  readonly to: number
  readonly y: number
}

export interface TallyModel {
  readonly units: readonly TallyUnit[]
  /** In place of the units, where squares could not be told apart. */
  readonly bars: readonly TallyBar[]
  readonly columns: number
  readonly height: number
}

/** Most squares that a line can hold apart; a longer one is drawn closer. */
const COMFORTABLE = 12
/** Most squares in one line that can still be told apart; longer lines are bars. */
const MOST_UNITS = 150

/** One square per project, worst status first; levels above fields, a heading before each. Long lines are bars. */
export function layoutTally(groups: readonly TallyGroup[]): TallyModel {
  let y = 0
  let kind: TallyGroup['kind'] | undefined
  const lines = groups.map((group) => {
    if (group.kind !== kind) {
      kind = group.kind
      y += TALLY_HEAD
    }
    const middle = y + TALLY_LINE / 2
    y += TALLY_LINE
    return { group, y: middle }
  })
  const longest = Math.max(0, ...groups.map(({ total }) => total))
  const isLong = longest > MOST_UNITS
  return {
    units: isLong ? [] : lines.flatMap((line) => unitsOf(line.group, line.y)),
    bars: isLong ? lines.flatMap((line) => barsOf(line.group, line.y, longest)) : [],
    columns: Math.max(COMFORTABLE, longest),
    height: y,
  }
}

const unitsOf = (group: TallyGroup, y: number): TallyUnit[] =>
  ORDER.flatMap((status) => Array.from({ length: group.counts[status] }, () => status)).map(
    (status, index) => ({ group, status, index, y }),
  )

function barsOf(group: TallyGroup, y: number, longest: number): TallyBar[] {
  let from = 0
  return ORDER.filter((status) => group.counts[status] > 0).map((status) => {
    const start = from
    from += group.counts[status] / longest
    return { group, status, from: start, to: from, y }
  })
}

/** Reached, and on pace, first: the lengths of what was achieved compare along one edge. */
const ORDER: readonly Status[] = [
  ...STANDS_WELL,
  ...STATUSES.filter((status) => !STANDS_WELL.includes(status)),
]

export function tallyOption(model: TallyModel, tokens: Tokens, frame: Frame = FILL): EChartsCoreOption {
  return drawnAtOnce('projects', (_params, api) => {
    const column = (api.getWidth() - frame.left - frame.right) / model.columns
    const scale = (api.getHeight() - frame.top - frame.bottom) / Math.max(model.height, 1)
    const half = Math.min(9, 108 / model.columns) / 2
    const children = STATUSES.map((status) => {
      const places = model.units
        .filter((unit) => unit.status === status)
        .map(({ index, y }): Point => [frame.left + (index + 0.5) * column, frame.top + y * scale])
      // What was missed stands on its corner.
      return polygons(places, status === 'missed' ? DIAMOND : SQUARE, half, styleOf(status, tokens))
    })
    const width = api.getWidth() - frame.left - frame.right
    const bars = model.bars.map(({ status, from, to, y }) => ({
      type: 'rect' as const,
      shape: {
        x: frame.left + from * width,
        y: frame.top + y * scale - BAR / 2,
        width: Math.max(1, (to - from) * width),
        height: BAR,
      },
      style: styleOf(status, tokens),
    }))
    return { type: 'group', children: [...children.filter(isDrawn), ...bars] }
  })
}

/** Height of a bar, in pixels. */
const BAR = 9

/** Above and below it, in layout pixels: what is farther away belongs to the group's own button. */
const REACH = 6

/**
 * The square or stretch at a place, if there is one.
 * @param x fraction of the drawing's width
 * @param y layout pixels from the top
 */
export function unitAt(
  model: TallyModel,
  x: number,
  y: number,
): Pick<TallyUnit, 'group' | 'status'> | undefined {
  const isNear = (mark: { readonly y: number }) => Math.abs(mark.y - y) <= REACH
  return (
    model.units.find((unit) => unit.index === Math.floor(x * model.columns) && isNear(unit)) ??
    model.bars.find(({ from, to, y: middle }) => from <= x && x < to && isNear({ y: middle }))
  )
}

/** Filled, outlined, dotted: told apart without colour too. */
export function styleOf(status: Status, tokens: Tokens): object {
  switch (status) {
    case 'reached':
      return { fill: tokens.achieved, stroke: tokens.achieved, lineWidth: 1 }
    case 'missed':
      return { fill: tokens.ink, stroke: tokens.ink, lineWidth: 1 }
    case 'doubtful':
      return { fill: tokens.paper, stroke: tokens.vermilion, lineWidth: 2 }
    case 'behind':
      return { fill: tokens.paper, stroke: tokens.ink, lineWidth: 2 }
    case 'slow':
      return { fill: tokens.wash, stroke: tokens.ink, lineWidth: 1 }
    case 'onPace':
      return { fill: tokens.wash, stroke: tokens.achieved, lineWidth: 1.5 }
    case 'claimed':
      return { fill: tokens.paper, stroke: tokens.achieved, lineWidth: 1.5, lineDash: [2, 2] }
    case 'unknown':
      return { fill: tokens.paper, stroke: tokens.rule, lineWidth: 1.2 }
  }
}
