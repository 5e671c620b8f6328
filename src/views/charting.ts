import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { drawStrips } from '../charts/echarts.ts'
import type { tallyOption } from '../charts/tallyMarks.ts'
import { useBoardStore } from './context.ts'
import type { LiveChartProps } from './LiveChart.tsx'

export type DrawStrips = typeof drawStrips

/** Where ECharts stands. It is fetched once, when the page has nothing better to do or a chart must change. */
type Charting =
  | { readonly state: 'waiting' | 'loading' | 'failed' }
  | {
      readonly state: 'ready'
      readonly Live: ComponentType<LiveChartProps>
      readonly drawStrips: DrawStrips
      readonly tallyOption: typeof tallyOption
    }

let charting: Charting = { state: 'waiting' }
const listeners = new Set<() => void>()

function change(next: Charting): void {
  charting = next
  for (const listener of listeners) listener()
}

export function loadCharts(): void {
  if (charting.state !== 'waiting' && charting.state !== 'failed') return
  change({ state: 'loading' })
  import('./LiveChart.tsx').then(
    ({ LiveChart, drawStrips, tallyOption }) =>
      change({ state: 'ready', Live: LiveChart, drawStrips, tallyOption }),
    () => change({ state: 'failed' }),
  )
}

const WAITING: Charting = { state: 'waiting' }
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useCharting = (): Charting =>
  useSyncExternalStore(
    subscribe,
    () => charting,
    () => WAITING,
  )

/** Fetches ECharts at once where a chart has to be drawn that nothing stands in for; says so where it cannot be had. */
export function useChartsNow(now: boolean): void {
  const store = useBoardStore()
  const { state } = useCharting()
  useEffect(() => {
    if (now) loadCharts()
  }, [now])
  useEffect(() => {
    if (now && state === 'failed') store.setState({ isPartMissing: true })
  }, [now, state, store])
}

/** Whether this screen is a phone's, as the style sheet draws the line; false on the server. */
export const usePhone = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = phone()
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => phone().matches,
    () => false,
  )

let phoneQuery: MediaQueryList | undefined
const phone = (): MediaQueryList => (phoneQuery ??= window.matchMedia('screen and (max-width: 899px)'))

/** Widths at which the first picture's strips are drawn, in pixels; they stretch to the boxes that they get. */
export const STRIP_WIDTHS = { desktop: 480, phone: 358 }

/** Whether the page is on its way to paper. What follows is in the page before the browser looks at it. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const tell = (e: Event) => flushSync(() => setPrinting(e.type === 'beforeprint'))
    window.addEventListener('beforeprint', tell)
    window.addEventListener('afterprint', tell)
    return () => {
      window.removeEventListener('beforeprint', tell)
      window.removeEventListener('afterprint', tell)
    }
  }, [])
  return isPrinting
}
