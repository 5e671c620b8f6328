import type { ECharts, EChartsCoreOption } from 'echarts/core'
import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useRef } from 'react'
import { echarts } from '../charts/echarts.ts'

/** A mark under the pointer: which series, which item; undefined when it leaves. */
export interface ChartPoint {
  readonly series: number
  readonly item: number
}

export interface LiveChartProps {
  readonly option: EChartsCoreOption
  readonly onReady: () => void
  readonly onHover: (point: ChartPoint | undefined) => void
  readonly onPick: (point: ChartPoint) => void
}

interface ChartEvent {
  readonly seriesIndex: number
  readonly dataIndex: number
}

const OPTIONS = { renderer: 'svg' } as const
const FILL = { width: '100%', height: '100%' }

/** The one place where ECharts meets React. */
export function LiveChart({ option, onReady, onHover, onPick }: LiveChartProps) {
  // The binding compares handlers by identity and would rebuild the chart for new ones.
  const latest = useRef({ onHover, onPick })
  latest.current = { onHover, onPick }
  const events = useRef({
    mouseover: ({ seriesIndex, dataIndex }: ChartEvent) =>
      latest.current.onHover({ series: seriesIndex, item: dataIndex }),
    mouseout: () => latest.current.onHover(undefined),
    click: ({ seriesIndex, dataIndex }: ChartEvent) =>
      latest.current.onPick({ series: seriesIndex, item: dataIndex }),
  })
  const ready = (chart: ECharts) => {
    // With a view box the drawing follows its box where no script runs: on paper.
    const stretch = () => {
      const svg = chart.getDom()?.querySelector('svg')
      svg?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`)
      svg?.setAttribute('preserveAspectRatio', 'none')
    }
    chart.on('finished', stretch)
    stretch()
    onReady()
  }
  return (
    <ReactEChartsCore
      echarts={echarts}
      option={option}
      notMerge
      lazyUpdate={false}
      opts={OPTIONS}
      style={FILL}
      onEvents={events.current}
      onChartReady={ready}
    />
  )
}
