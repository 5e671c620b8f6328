import { CustomChart } from 'echarts/charts'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { PATHS } from './shapes.ts'

/** Only the parts in use: the one place where ECharts is put together. */
echarts.use([CustomChart, SVGRenderer])
for (const [name, buildPath] of Object.entries(PATHS)) {
  const { registerShape, extendShape } = echarts.graphic
  // The shape's fields come with each shape: there is no default worth having.
  registerShape(name, extendShape({ buildPath: buildPath as never }))
}

export { echarts }

/**
 * A drawing for the page that follows its box (words and rows are HTML, so only marks stretch), without what
 * nobody reads.
 */
export const drawStill = (option: echarts.EChartsCoreOption, width: number, height: number): string =>
  drawSvg(option, width, height)
    .replace(/<svg width="\d+" height="\d+"/, '<svg width="100%" height="100%" preserveAspectRatio="none"')
    .replace(/ (?:xmlns|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '')

/**
 * Draws an option to an SVG string without a page, on the server for the first picture and in the browser
 * for exports. The instance is disposed of: one left over keeps Node from ending.
 */
export function drawSvg(option: echarts.EChartsCoreOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    // Without its notes for a client that we do not use, whose strokes would take the pointer from what lies below.
    return chart.renderToSVGString().replace(/ (?:ecmeta_\w+|pointer-events)="[^"]*"/g, '')
  } finally {
    chart.dispose()
  }
}
