import { STANDS_WELL, STATUSES, type Status } from '../model/status.ts'

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
