import type { MouseEvent } from 'react'
import { type FoundMark, markAt } from '../charts/markAt.ts'
import { type SheetLine, STRIP } from '../charts/sheet.ts'

/** Where a pointer was. */
export type Place = Pick<MouseEvent, 'target' | 'currentTarget' | 'clientX' | 'clientY'>

/** What a tip is about, and where. */
export interface TipPlace {
  /** A mark, or words that are cut. */
  readonly on: FoundMark | string
  /** Pixels from the sheet's corner. */
  readonly left: number
  readonly top: number
}

/** What a tip is about: the same mark is found anew at every move. */
export const idOf = (place: TipPlace | undefined) =>
  typeof place?.on === 'object' ? place.on.mark : place && `${place.on}${place.top}`

/** Words of a line that may be cut for want of room. */
const CUT = '.name, .owner, .label, .evidence'

const isCut = (box: Element): boolean =>
  [box, ...box.children].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth > 0)

const wordsOf = (box: Element): string =>
  [...(box.childElementCount > 0 ? box.children : [box])].map(({ textContent }) => textContent).join(' ')

/** Cut words at a place, whole. */
export function cutUnder(target: EventTarget, sheet: Element): TipPlace | undefined {
  const box = (target as Element).closest(CUT)
  return box && isCut(box) ? wholeAt(box, wordsOf(box), sheet) : undefined
}

/** All cut words of a line, whole. */
export function cutIn(line: Element, sheet: Element): TipPlace | undefined {
  const [first, ...others] = [...line.querySelectorAll(CUT)].filter(isCut)
  return first && wholeAt(first, [first, ...others].map(wordsOf).join('\n'), sheet)
}

function wholeAt(box: Element, on: string, sheet: Element): TipPlace {
  const [at, corner] = [box.getBoundingClientRect(), sheet.getBoundingClientRect()]
  return { on, left: at.left - corner.left, top: at.bottom - corner.top }
}

/** The mark under a pointer, whoever drew it. @param place in the box that holds the lines */
export function markUnder(
  place: Place,
  lineOf: ReadonlyMap<string, SheetLine>,
): (TipPlace & { readonly on: FoundMark }) | undefined {
  const link = (place.target as Element).closest<HTMLElement>('.line')
  const line = lineOf.get(link?.dataset.project ?? '')
  const box = link?.querySelector('.plot')?.getBoundingClientRect()
  if (!line || !box || box.width === 0) return undefined
  const scale = STRIP / box.height
  const middle = box.top + box.height / 2
  const on = markAt(
    line,
    (place.clientX - box.left) / box.width,
    (place.clientY - middle) * scale,
    box.width * scale,
  )
  const corner = place.currentTarget.getBoundingClientRect()
  const top = middle + (on?.dy ?? 0) / scale - corner.top
  return on && { on, left: box.left + on.mark.x * box.width - corner.left, top }
}
