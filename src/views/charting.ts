import { type ComponentType, useEffect, useSyncExternalStore } from 'react'
import type { LiveChartProps } from './LiveChart.tsx'

/** Where ECharts stands. It is fetched once, when the page has nothing better to do or a chart must change. */
type Charting =
  | { readonly state: 'waiting' | 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly Live: ComponentType<LiveChartProps> }

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
    ({ LiveChart }) => change({ state: 'ready', Live: LiveChart }),
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

/** Fetches ECharts at once where a chart has to be drawn that nothing stands in for. */
export function useChartsNow(now: boolean): void {
  useEffect(() => {
    if (now) loadCharts()
  }, [now])
}

/** Whether a media query holds; false on the server. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
}

export const PHONE_QUERY = 'screen and (max-width: 899px)'
