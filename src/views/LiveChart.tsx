import type { ECharts, EChartsCoreOption } from 'echarts/core'
import ReactEChartsCore from 'echarts-for-react/esm/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { drawStrips, echarts } from '../charts/echarts.ts'
import { tallyOption } from '../charts/tallyMarks.ts'

/** What the first page draws with ECharts, and need not have before. */
export { drawStrips, tallyOption }

export interface LiveChartProps {
  readonly option: EChartsCoreOption
  /** Height that the option was laid out for, in layout pixels; the chart's box grows and shrinks with it. */
  readonly height: number | undefined
  readonly onReady: () => void
}

interface Box {
  readonly width: number
  readonly height: number
  /** What the box was laid out for when it was so large. */
  readonly laidOut: number | undefined
}

const OPTIONS = { renderer: 'svg' } as const
const FILL = { width: '100%', height: '100%' }

/** The one place where ECharts meets React. */
export function LiveChart({ option, height, onReady }: LiveChartProps) {
  const element = useRef<HTMLDivElement>(null)
  const live = useRef<ECharts>(undefined)
  const box = useRef<Box>(undefined)
  const laidOut = useRef(height)
  laidOut.current = height
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      box.current = { width, height, laidOut: laidOut.current }
      if (live.current) fitTo(live.current, width, height)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  // The binding has just handed over the option, to be drawn lazily: size and option then cost one drawing. The
  // size is worked out, because to measure it now would lay the page out once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new option is what it is for
  useLayoutEffect(() => {
    if (live.current && box.current)
      fitTo(live.current, box.current.width, heightOf(box.current, height), true)
  }, [option])
  const ready = (chart: ECharts) => {
    live.current = chart
    const { clientWidth, clientHeight } = chart.getDom()
    const { width, height } = box.current ?? { width: clientWidth, height: clientHeight }
    fitTo(chart, width, height)
    onReady()
  }
  return (
    <div ref={element} style={FILL}>
      <ReactEChartsCore
        echarts={echarts}
        option={option}
        lazyUpdate
        autoResize={false}
        opts={OPTIONS}
        style={FILL}
        onChartReady={ready}
      />
    </div>
  )
}

/** How high a box becomes with another layout: rows keep their height, in pixels of this screen. */
const heightOf = (box: Box, laidOut: number | undefined): number =>
  laidOut === undefined || !box.laidOut ? box.height : (box.height / box.laidOut) * laidOut

/**
 * Makes a chart as large as its box, within the frame in which the box changes. (The binding's own way waits
 * 60 ms, and takes a change that comes soon after the start for the start itself.) The view box lets the
 * drawing follow where no script runs: on paper.
 */
function fitTo(chart: ECharts, width: number, height: number, redraw = false): void {
  if (chart.isDisposed() || width === 0 || height === 0) return
  if (redraw || width !== chart.getWidth() || height !== chart.getHeight()) chart.resize({ width, height })
  const svg = chart.getDom().querySelector('svg')
  svg?.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg?.setAttribute('preserveAspectRatio', 'none')
  // Drawn now rather than in a frame of its own: the page is then laid out once for rows and marks.
  chart.getZr().flush()
}
