import type { EChartsCoreOption } from 'echarts/core'
import { hydrate } from 'echarts/ssr/client/index'
import { useContext, useEffect, useRef, useState } from 'react'
import { useCharting, useChartsNow } from './charting.ts'
import { StillsContext, useWords } from './context.ts'
import type { ChartPoint } from './LiveChart.tsx'

interface Props {
  readonly option: EChartsCoreOption
  /** Key of a drawing made at build time that shows the same, if there is one. */
  readonly still?: string | undefined
  /** False for a variant that the present screen does not show: its still is kept, nothing else. */
  readonly live?: boolean
  readonly onHover?: (point: ChartPoint | undefined) => void
  readonly onPick?: (point: ChartPoint) => void
}

const nothing = () => {}

/** The marks of a chart: the still drawn at build time until ECharts is here, then the live one. */
export function Chart({ option, still, live = true, onHover = nothing, onPick = nothing }: Props) {
  const stills = useContext(StillsContext)
  const words = useWords()
  const charting = useCharting()
  const [isReady, setReady] = useState(false)
  const html = still === undefined ? undefined : stills[still]
  useChartsNow(live && html === undefined)
  return (
    <div className="marks" aria-hidden="true">
      {html !== undefined && !(isReady && live) && (
        <Still name={still ?? ''} html={html} onHover={onHover} onPick={onPick} />
      )}
      {live && charting.state === 'ready' && (
        <div className="live">
          <charting.Live option={option} onReady={() => setReady(true)} onHover={onHover} onPick={onPick} />
        </div>
      )}
      {html === undefined && charting.state === 'failed' && (
        <p className="chart-failed">{words.chart.failed}</p>
      )}
    </div>
  )
}

interface StillProps {
  readonly name: string
  readonly html: string
  readonly onHover: (point: ChartPoint | undefined) => void
  readonly onPick: (point: ChartPoint) => void
}

/** A drawing made at build time; ECharts' light client carries its hover and click. */
function Still({ name, html, onHover, onPick }: StillProps) {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef({ onHover, onPick })
  latest.current = { onHover, onPick }
  useEffect(() => {
    if (!box.current) return
    const point = (e: { seriesIndex?: number; dataIndex?: number }) =>
      e.seriesIndex === undefined || e.dataIndex === undefined
        ? undefined
        : { series: e.seriesIndex, item: e.dataIndex }
    hydrate(box.current, {
      on: {
        mouseover: (e) => latest.current.onHover(point(e)),
        mouseout: () => latest.current.onHover(undefined),
        click: (e) => {
          const at = point(e)
          if (at) latest.current.onPick(at)
        },
      },
    })
  }, [])
  return (
    <div
      className="still"
      data-still={name}
      ref={box}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG that our own build drew, taken over from the page as it is
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
