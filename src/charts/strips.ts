import type { EChartsCoreOption } from 'echarts'
import type { CompletionAxis } from './axis.ts'
import { drawnAtOnce } from './shapes.ts'
import { type SheetLine, STRIP } from './sheet.ts'
import { sheetShapes } from './sheetShapes.ts'
import type { Tokens } from './tokens.ts'

/**
 * The page shows each line's marks in a strip of the line's own, which comes and goes with it: a filter draws nothing
 * anew. All strips are one drawing, one upon the other, that charts/echarts.ts takes apart.
 */

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
