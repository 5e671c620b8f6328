import { CustomChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** Only the parts in use: the one place where ECharts is put together. */
echarts.use([CustomChart, ScatterChart, GridComponent, SVGRenderer])

export { echarts }

/**
 * Draws an option to an SVG string without a page, on the server for the first picture and in the browser
 * for exports. The instance is disposed of: one left over keeps Node from ending.
 */
export function drawSvg(option: echarts.EChartsCoreOption, width: number, height: number): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
