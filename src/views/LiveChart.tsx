import type { ECharts, EChartsCoreOption } from 'echarts/core'
import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
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
  const box = useRef<HTMLDivElement>(null)
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
  const live = useRef<ECharts>(undefined)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(() => live.current && fitBox(live.current))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  // The binding has just handed over the option, to be drawn lazily: size and option then cost one drawing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new option is what it is for
  useLayoutEffect(() => {
    if (live.current) fitBox(live.current, true)
  }, [option])
  const ready = (chart: ECharts) => {
    live.current = chart
    fitBox(chart)
    onReady()
  }
  return (
    <div ref={box} style={FILL}>
      <ReactEChartsCore
        echarts={echarts}
        option={option}
        notMerge
        lazyUpdate
        autoResize={false}
        opts={OPTIONS}
        style={FILL}
        onEvents={events.current}
        onChartReady={ready}
      />
    </div>
  )
}

/**
 * Makes a chart as large as its box, within the frame in which the box changes. (The binding's own way waits
 * 60 ms, and takes a change that comes soon after the start for the start itself.) The view box lets the
 * drawing follow where no script runs: on paper.
 */
function fitBox(chart: ECharts, redraw = false): void {
  if (chart.isDisposed()) return
  const box = chart.getDom()
  const [width, height] = [box.clientWidth, box.clientHeight]
  if (width === 0 || height === 0) return
  if (redraw || width !== chart.getWidth() || height !== chart.getHeight()) chart.resize({ width, height })
  const svg = box.querySelector('svg')
  svg?.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg?.setAttribute('preserveAspectRatio', 'none')
}
