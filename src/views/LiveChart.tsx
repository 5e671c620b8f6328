import type { ECharts, EChartsCoreOption } from 'echarts/core'
import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useEffect, useRef } from 'react'
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
  const observer = useRef<ResizeObserver>(undefined)
  useEffect(() => () => observer.current?.disconnect(), [])
  const ready = (chart: ECharts) => {
    observer.current = keepSize(chart)
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
      autoResize={false}
    />
  )
}

/**
 * Keeps a chart as large as its box, within the frame in which the box changes. (The binding's own way waits
 * 60 ms, and takes a change that comes soon after the start for the start itself.) The view box lets the
 * drawing follow where no script runs: on paper.
 */
function keepSize(chart: ECharts): ResizeObserver {
  const box = chart.getDom()
  const fitBox = () => {
    if (chart.isDisposed() || box.clientWidth === 0) return
    const [width, height] = [box.clientWidth, box.clientHeight]
    if (width !== chart.getWidth() || height !== chart.getHeight()) chart.resize({ width, height })
    const svg = box.querySelector('svg')
    svg?.setAttribute('viewBox', `0 0 ${width} ${height}`)
    svg?.setAttribute('preserveAspectRatio', 'none')
  }
  const observer = new ResizeObserver(fitBox)
  observer.observe(box)
  fitBox()
  return observer
}
