import type { EChartsCoreOption } from 'echarts'
import { STATUSES, type Status } from '../model/status.ts'
import type { Frame } from './sheet.ts'
import type { Tokens } from './tokens.ts'

export interface TallyGroup {
  readonly key: string
  readonly kind: 'level' | 'domain'
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

export interface TallyModel {
  readonly units: readonly TallyUnit[]
  readonly columns: number
  readonly height: number
}

/** Most squares that a line can hold apart; a longer one is drawn closer. */
const COMFORTABLE = 12

/** One square per project, worst status first; levels above fields, a heading before each. */
export function layoutTally(groups: readonly TallyGroup[]): TallyModel {
  let y = 0
  let kind: TallyGroup['kind'] | undefined
  const units = groups.flatMap((group) => {
    if (group.kind !== kind) {
      kind = group.kind
      y += TALLY_HEAD
    }
    const middle = y + TALLY_LINE / 2
    y += TALLY_LINE
    const line = ORDER.flatMap((status) => Array.from({ length: group.counts[status] }, () => status))
    return line.map((status, index): TallyUnit => ({ group, status, index, y: middle }))
  })
  const columns = Math.max(COMFORTABLE, ...groups.map(({ total }) => total))
  return { units, columns, height: y }
}

/** Reached first, so that the lengths of what was achieved compare along one edge. */
const ORDER: readonly Status[] = ['reached', ...STATUSES.filter((status) => status !== 'reached')]

export function tallyOption(
  model: TallyModel,
  tokens: Tokens,
  frame: Frame = { left: 0, top: 0, right: 0, bottom: 0 },
): EChartsCoreOption {
  const size = Math.min(9, 108 / model.columns)
  return {
    animation: false,
    grid: { ...frame, containLabel: false },
    xAxis: { type: 'value', min: 0, max: model.columns, show: false },
    yAxis: { type: 'value', min: 0, max: Math.max(model.height, 1), inverse: true, show: false },
    series: [
      {
        id: 'projects',
        type: 'scatter',
        cursor: 'pointer',
        // ECharts would lift the colour, and cannot lift a CSS variable.
        emphasis: { disabled: true },
        data: model.units.map((unit) => ({
          name: unit.group.key,
          value: [unit.index + 0.5, unit.y],
          symbol: unit.status === 'missed' ? 'diamond' : 'rect',
          symbolSize: size,
          itemStyle: { opacity: 1, ...styleOf(unit.status, tokens) },
        })),
      },
    ],
  }
}

/** Filled, outlined, dotted: told apart without colour too. */
export function styleOf(status: Status, tokens: Tokens): object {
  switch (status) {
    case 'reached':
      return { color: tokens.achieved, borderColor: tokens.achieved, borderWidth: 1 }
    case 'missed':
      return { color: tokens.ink, borderColor: tokens.ink, borderWidth: 1 }
    case 'doubtful':
      return { color: tokens.paper, borderColor: tokens.vermilion, borderWidth: 2 }
    case 'claimed':
      return { color: tokens.paper, borderColor: tokens.achieved, borderWidth: 1.5, borderType: [2, 2] }
    case 'unknown':
      return { color: tokens.paper, borderColor: tokens.rule, borderWidth: 1.2 }
  }
}
