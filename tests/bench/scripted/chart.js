import { BarChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { AXIS_MAX } from '../content.mjs'

echarts.use([BarChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer])

export { echarts }

/** Height of a project's line in pixels. */
export const LINE = 26

/** A line per project: a bar to its highest completion, a dot per completion, the target as a rule. */
export const chartOption = (projects) => ({
  // Its bars would grow for a second: the page is spared that work.
  animation: false,
  tooltip: {},
  grid: { left: 140, right: 56, top: 24, bottom: 6 },
  xAxis: { type: 'value', min: 0, max: AXIS_MAX, position: 'top', axisLabel: { formatter: '{value}%' } },
  yAxis: {
    type: 'category',
    inverse: true,
    data: projects.map((project) => project.name),
    axisTick: { show: false },
    axisLabel: { width: 128, overflow: 'truncate' },
  },
  series: [
    {
      type: 'bar',
      barWidth: 4,
      data: projects.map((project) => project.highest ?? 0),
      label: {
        show: true,
        position: 'right',
        formatter: ({ dataIndex }) => projects[dataIndex].label,
      },
      markLine: { silent: true, symbol: 'none', label: { show: false }, data: [{ xAxis: 100 }] },
    },
    {
      type: 'scatter',
      symbolSize: 9,
      data: projects.flatMap((project, line) => project.marks.map((percent) => [percent, line])),
    },
  ],
})
