import type { EChartsCoreOption } from 'echarts'
import type { CompletionAxis } from './axis.ts'
import { drawnAtOnce } from './shapes.ts'
import { type SheetLine, type SheetMark, sheetShapes } from './sheet.ts'
import type { Tokens } from './tokens.ts'

/**
 * The page shows each line's marks in a strip of the line's own, which comes and goes with it: a filter draws nothing
 * anew. All strips are one drawing, one upon the other, that charts/echarts.ts takes apart.
 */

/** Height of a strip in layout pixels; the style sheet uses the same. */
export const STRIP = 24

/** One item of the series for each line, so that the drawing tells which strip a mark is of. */
export const stripsOption = (
  lines: readonly SheetLine[],
  axis: CompletionAxis,
  tokens: Tokens,
): EChartsCoreOption =>
  drawnAtOnce(
    'strips',
    ({ dataIndex }, api) => {
      const width = api.getWidth()
      const mine = lines.slice(dataIndex, dataIndex + 1).map((line) => ({ ...line, y: STRIP / 2 }))
      // Rules reach a little further, so that they meet those of the next line.
      const half = STRIP / 2 + 1
      const model = { axis, lines: mine, height: STRIP, half, spans: [[-1, STRIP + 1] as const] }
      return { type: 'group', children: sheetShapes(model, tokens, (x, y) => [x * width, y]) }
    },
    lines.length,
  )

/** A mark answers to a pointer this near to its middle, in layout pixels. */
const REACH = 10

/**
 * The mark of a line nearest to a place, if one is within reach.
 * @param x fraction of the strip's width
 * @param y layout pixels from the strip's middle
 * @param width of the strip, in layout pixels
 */
export function markAt({ marks }: SheetLine, x: number, y: number, width: number): SheetMark | undefined {
  const far = (mark: SheetMark) => Math.hypot((mark.x - x) * width, y)
  const near = marks.filter((mark) => far(mark) <= REACH)
  return near.reduce<SheetMark | undefined>(
    (best, mark) => (best && far(best) <= far(mark) ? best : mark),
    undefined,
  )
}
