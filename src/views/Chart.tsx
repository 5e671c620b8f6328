import type { EChartsCoreOption } from 'echarts/core'
import { useContext, useState } from 'react'
import { type DrawStill, STILL_WIDTH, useCharting, useChartsNow, usePrinting } from './charting.ts'
import { StillsContext, useWords } from './context.ts'

interface Props {
  readonly option: EChartsCoreOption | undefined
  /** Height that the option was laid out for, in layout pixels, where its box follows it. */
  readonly height?: number
  /** Key of a drawing made at build time, if there is one. */
  readonly still?: string
  /** Whether that drawing shows something else by now. */
  readonly stale?: boolean
  /** False for a variant that the present screen does not show: its still is kept, nothing else. */
  readonly live?: boolean
  /** What paper needs where the live chart is not here and the still is stale. */
  readonly onPaper?: () => Drawn
}

interface Drawn {
  readonly option: EChartsCoreOption
  readonly height: number
}

/** The marks of a chart: the still drawn at build time until ECharts is here, then the live one. */
export function Chart({ option, height, still, stale = false, live = true, onPaper }: Props) {
  const stills = useContext(StillsContext)
  const words = useWords()
  const charting = useCharting()
  const [isReady, setReady] = useState(false)
  const isPrinting = usePrinting()
  const isDrawn = isReady && live
  const drawn = still === undefined ? undefined : stills[still]
  const paper =
    isPrinting && !isDrawn && stale && onPaper && charting.state === 'ready'
      ? drawnBy(charting.drawStill, onPaper())
      : undefined
  const html = paper ?? drawn
  const isMissing = html === undefined || stale
  useChartsNow(live && isMissing)
  return (
    <div className="marks" aria-hidden="true">
      {html !== undefined && !isDrawn && (
        // Hidden while a filter is in force rather than taken out: to read it in again would cost the next click.
        <div
          className="still"
          data-still={still}
          hidden={stale && paper === undefined}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG that our own build drew, taken over from the page as it is
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
      {live && option && charting.state === 'ready' && (
        <div className="live">
          <charting.Live option={option} height={height} onReady={() => setReady(true)} />
        </div>
      )}
      {isMissing && charting.state === 'failed' && <p className="chart-failed">{words.chart.failed}</p>}
    </div>
  )
}

const drawnBy = (draw: DrawStill, { option, height }: Drawn): string => draw(option, STILL_WIDTH, height)
