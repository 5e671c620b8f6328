import { createContext, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { STRIP } from '../charts/sheet.ts'
import type { Project } from '../model/dataSet.ts'
import { type Reviewed, wholeSheet } from '../state/derive.ts'
import {
  type DrawStrips,
  STRIP_WIDTHS,
  useCharting,
  useChartsNow,
  usePhone,
  usePrinting,
} from './charting.ts'
import { StillsContext } from './context.ts'

/** Both stand in the page, and the style sheet shows the one that fits: on paper the desktop's, from a phone too. */
export const STRIP_LAYOUTS = ['desktop', 'phone'] as const
type StripLayout = (typeof STRIP_LAYOUTS)[number]

/** Key of a project's strip among the drawings of the build. */
export const stripKey = (layout: StripLayout, project: string): string => `${layout}-${project}`

/** A project's strip as SVG, where ECharts has drawn that layout here. */
type Strips = (layout: StripLayout, project: string) => string | undefined

const NOT_YET: Strips = () => undefined
export const StripsContext = createContext<Strips>(NOT_YET)

/** So many strips are drawn at a time: a long list is drawn in steps that hold nothing up. */
const BATCH = 40

/** Draws the strips of a layout as they are asked for. */
function drawing(draw: DrawStrips, board: Reviewed, width: number): (project: string) => string | undefined {
  const { axis, lineOf } = wholeSheet(board)
  const lines = [...lineOf.values()]
  const place = new Map(lines.map(({ id }, i) => [id, i]))
  const batches = new Map<number, readonly string[]>()
  return (project) => {
    const at = place.get(project)
    if (at === undefined) return undefined
    const from = at - (at % BATCH)
    const batch = batches.get(from) ?? draw(lines.slice(from, from + BATCH), axis, width)
    batches.set(from, batch)
    return batch[at - from]
  }
}

/**
 * The strips that ECharts draws for the present width: when it is here, and anew when the width changes. Until then
 * the build's stretch to their boxes.
 * @param projects those shown
 * @returns the strips; where to look how wide they are; whether nothing can be drawn
 */
export function useStrips(board: Reviewed, projects: readonly Project[]) {
  const charting = useCharting()
  const stills = useContext(StillsContext)
  const isPhone = usePhone()
  const isPrinting = usePrinting()
  const [element, watch] = useState<Element | null>(null)
  const width = useStripWidth(element)
  const draw = charting.state === 'ready' ? charting.drawStrips : undefined
  const strips = useMemo((): Strips => {
    if (!draw || width === 0) return NOT_YET
    const screen = isPhone ? 'phone' : 'desktop'
    const onScreen = drawing(draw, board, width)
    const onPaper = drawing(draw, board, STRIP_WIDTHS.desktop)
    return (layout, project) => {
      if (layout === screen) return onScreen(project)
      return isPrinting && layout === 'desktop' ? onPaper(project) : undefined
    }
  }, [draw, board, width, isPhone, isPrinting])
  const settled = useDeferredValue(strips)
  const hasStills = projects.every(({ id }) => stripKey('desktop', id) in stills)
  useChartsNow(!hasStills)
  return {
    // Paper waits for nothing.
    strips: isPrinting ? strips : settled,
    watch,
    isMissing: !hasStills && charting.state === 'failed',
  }
}

/** Width in layout pixels of a box as high as a strip: marks stay round where the page is set in larger letters. */
function useStripWidth(element: Element | null): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.height === 0) return
      setWidth(Math.round((entry.contentRect.width * STRIP) / entry.contentRect.height))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width
}

/** The marks of a project, over its words. */
export function Strip({ project }: { readonly project: string }) {
  const stills = useContext(StillsContext)
  const strips = useContext(StripsContext)
  return STRIP_LAYOUTS.map((layout) => {
    const key = stripKey(layout, project)
    const drawn = strips(layout, project)
    return (
      <span
        key={layout}
        className={`strip ${layout}-only`}
        data-still={drawn === undefined && key in stills ? key : undefined}
        aria-hidden="true"
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: an SVG that ECharts drew of our own numbers
        dangerouslySetInnerHTML={{ __html: drawn ?? stills[key] ?? '' }}
      />
    )
  })
}
