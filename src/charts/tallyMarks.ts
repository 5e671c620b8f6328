import type { EChartsCoreOption } from 'echarts'
import { STATUSES, type Status } from '../model/status.ts'
import { DIAMOND, drawnAtOnce, isDrawn, type Point, polygons, SQUARE } from './shapes.ts'
import { FILL, type Frame } from './sheet.ts'
import type { TallyModel } from './tally.ts'
import type { Tokens } from './tokens.ts'

/** The marks of a tally. Stands apart from its layout: it comes with ECharts. */
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
