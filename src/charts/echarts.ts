import { CustomChart } from 'echarts/charts'
import { dispose, type EChartsCoreOption, getInstanceByDom, graphic, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { CompletionAxis } from './axis.ts'
import { PATHS } from './shapes.ts'
import { type SheetLine, STRIP } from './sheet.ts'
import { stripsOption } from './strips.ts'
import { PAGE } from './tokens.ts'

/** Only the parts in use: the one place where ECharts is put together. */
use([CustomChart, SVGRenderer])
for (const [name, buildPath] of Object.entries(PATHS)) {
  // The shape's fields come with each shape: there is no default worth having.
  graphic.registerShape(name, graphic.extendShape({ buildPath: buildPath as never }))
}

/** What echarts-for-react asks of it: the whole of it would bring its axes and maps along. */
export const echarts = { init, getInstanceByDom, dispose }

/**
 * A drawing for the page that follows its box (words and rows are HTML, so only marks stretch), without what
 * nobody reads.
 */
export const drawStill = (option: EChartsCoreOption, width: number, height: number): string =>
  drawSvg(option, width, height)
    .replace(/<svg width="\d+" height="\d+"/, FOLLOWING)
    .replace(/ (?:xmlns|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/ class="zr\d+-cls-\d+"|<style[\s\S]*?<\/style>\s*/g, '')

const FOLLOWING = '<svg width="100%" height="100%" preserveAspectRatio="none"'

/** An SVG for each line's strip (charts/strips.ts), in their order, that follows its box as a still does. */
export function drawStrips(lines: readonly SheetLine[], axis: CompletionAxis, width: number): string[] {
  const svg = render(stripsOption(lines, axis, PAGE), width, STRIP)
  const strips = lines.map(() => '')
  for (const [path, line] of svg.matchAll(/<path [^>]*ecmeta_data_index="(\d+)"[^>]*><\/path>/g))
    strips[Number(line)] += withoutNotes(path).replace(/ class="[^"]*"/, '')
  return strips.map((paths) => `${FOLLOWING} viewBox="0 0 ${width} ${STRIP}">${paths}</svg>`)
}

/**
 * Draws an option to an SVG string without a page, on the server for the first picture and in the browser
 * for exports.
 */
export const drawSvg = (option: EChartsCoreOption, width: number, height: number): string =>
  withoutNotes(render(option, width, height))

/** Without notes for a client that we do not use, whose strokes would take the pointer from what lies below. */
const withoutNotes = (svg: string): string => svg.replace(/ (?:ecmeta_\w+|pointer-events)="[^"]*"/g, '')

/** The instance is disposed of: one left over keeps Node from ending. */
function render(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
