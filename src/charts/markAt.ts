import type { SheetLine, SheetMark } from './sheet.ts'
import { spreadOf } from './spread.ts'

/** A mark answers to a pointer this near to its middle, in layout pixels. */
const REACH = 10

/** Nearer than this two marks are one to the eye. */
const ONE_PLACE = 3

/** A mark found by a place, and where it is drawn. */
export interface FoundMark {
  readonly mark: SheetMark
  /** Layout pixels below the strip's middle. */
  readonly dy: number
  /** Others that are drawn where it is. */
  readonly others: readonly SheetMark[]
}

/**
 * The mark of a line nearest to a place, if one is within reach.
 * @param x fraction of the strip's width
 * @param y layout pixels from the strip's middle
 * @param width of the strip, in layout pixels
 */
export function markAt(line: SheetLine, x: number, y: number, width: number): FoundMark | undefined {
  const spreads = spreadOf(line)
  const dyOf = (i: number) => spreads[i]?.dy ?? 0
  const far = (i: number) => Math.hypot(((line.marks[i]?.x ?? 0) - x) * width, y - dyOf(i))
  const near = line.marks.map((_, i) => i).filter((i) => far(i) <= REACH)
  const best = near.reduce<number | undefined>(
    (before, i) => (before !== undefined && far(before) <= far(i) ? before : i),
    undefined,
  )
  const mark = line.marks[best ?? -1]
  if (best === undefined || !mark) return undefined
  const isThere = (i: number) =>
    i !== best && dyOf(i) === dyOf(best) && Math.abs(((line.marks[i]?.x ?? 0) - mark.x) * width) < ONE_PLACE
  return { mark, dy: dyOf(best), others: line.marks.filter((_, i) => isThere(i)) }
}
