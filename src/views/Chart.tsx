import type { EChartsCoreOption } from 'echarts/core'
import { useContext, useState } from 'react'
import { useCharting, useChartsNow } from './charting.ts'
import { StillsContext, useWords } from './context.ts'

interface Props {
  readonly option: EChartsCoreOption | undefined
  /** Height that the option was laid out for, in layout pixels, where its box follows it. */
  readonly height?: number
  /** Key of a drawing made at build time, if there is one. */
  readonly still?: string
  /** Whether that drawing shows something else by now. */
  readonly stale?: boolean
}

/** The marks of a chart: the still drawn at build time until ECharts is here, then the live one. */
export function Chart({ option, height, still, stale = false }: Props) {
  const stills = useContext(StillsContext)
  const words = useWords()
  const charting = useCharting()
  const [isReady, setReady] = useState(false)
  const drawn = still === undefined ? undefined : stills[still]
  const isMissing = drawn === undefined || stale
  useChartsNow(isMissing)
  return (
    <div className="marks" aria-hidden="true">
      {drawn !== undefined && !isReady && (
        // Hidden while a filter is in force rather than taken out: to read it in again would cost the next click.
        <div
          className="still"
          data-still={still}
          hidden={stale}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG that our own build drew, taken over from the page as it is
          dangerouslySetInnerHTML={{ __html: drawn }}
        />
      )}
      {option && charting.state === 'ready' && (
        <div className="live">
          <charting.Live option={option} height={height} onReady={() => setReady(true)} />
        </div>
      )}
      {isMissing && charting.state === 'failed' && <p className="chart-failed">{words.chart.failed}</p>}
    </div>
  )
}
