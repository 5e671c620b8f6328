import type { SheetLine } from './sheet.ts'

/**
 * Marks of one line that would lie upon one another are told apart: rings drawn closer where that is enough, else the
 * marks above and below the line's middle.
 */

export interface Spot {
  /** Pixels along the line. */
  readonly x: number
  readonly questioned: boolean
  /** Whether it stands apart from the axis, where rings are smaller. */
  readonly isAside: boolean
}

export interface Spread {
  /** Pixels below the line's middle. */
  readonly dy: number
  /** Radius of the ring around it, if it has one. */
  readonly ring: number
}

/** Half of a mark's size. */
const MARK = 4.5
/** What the reviewer's brush circles: wider around a completion than around what stands apart. */
const RING = 8.5
const RING_ASIDE = 7
/** Beside another mark. */
const RING_TIGHT = 6
/** Where marks stand that share a place: two, or three where two are not enough. */
const TWO = [-1, 1]
const THREE = [-1, 0, 1]
const THREE_APART = 7.5

/** Where each mark goes, in the order given. */
export function spread(spots: readonly Spot[]): readonly Spread[] {
  const wide = ({ questioned, isAside }: Spot) => (questioned ? (isAside ? RING_ASIDE : RING) : MARK)
  const tight = ({ questioned }: Spot) => (questioned ? RING_TIGHT : MARK)
  const found = new Map<Spot, Spread>()
  for (const near of clusters(
    [...spots].sort((a, b) => a.x - b.x),
    wide,
  )) {
    if (near.length === 1) for (const spot of near) found.set(spot, { dy: 0, ring: wide(spot) })
    else for (const close of clusters(near, tight)) place(close, tight, found)
  }
  return spots.map((spot) => found.get(spot) ?? { dy: 0, ring: wide(spot) })
}

/** Marks that touch, one after the other. */
function clusters(inOrder: readonly Spot[], radius: (spot: Spot) => number): Spot[][] {
  const groups: Spot[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const spot of inOrder) {
    const last = groups.at(-1)
    if (last && spot.x - radius(spot) < reach) last.push(spot)
    else groups.push([spot])
    reach = Math.max(reach, spot.x + radius(spot))
  }
  return groups
}

function place(close: readonly Spot[], radius: (spot: Spot) => number, found: Map<Spot, Spread>): void {
  if (close.length === 1) {
    for (const spot of close) found.set(spot, { dy: 0, ring: radius(spot) })
    return
  }
  const apart = Math.max(...close.map(radius))
  const two = lanes(close, radius, TWO.length)
  const [rows, step, lane] = two.fits
    ? [TWO, apart, two.lane]
    : [THREE, THREE_APART, lanes(close, radius, THREE.length).lane]
  close.forEach((spot, i) => {
    found.set(spot, { dy: (rows[lane[i] ?? 0] ?? 0) * step, ring: radius(spot) })
  })
}

/** Each mark in the first row that is free; where none is, in each row in turn. */
function lanes(inOrder: readonly Spot[], radius: (spot: Spot) => number, rows: number) {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY)
  let fits = true
  const lane = inOrder.map((spot, i) => {
    const from = spot.x - radius(spot)
    const free = ends.findIndex((end) => end <= from)
    if (free < 0) fits = false
    const row = free < 0 ? i % rows : free
    ends[row] = spot.x + radius(spot)
    return row
  })
  return { lane, fits }
}

/**
 * So wide a plot is taken to be, in pixels, about a phone's: a mark has its place above or below the middle in every
 * drawing, and none moves when another width comes.
 */
const WIDTH = 360

/** Where the marks of a line go, in their order. */
export const spreadOf = ({ marks }: Pick<SheetLine, 'marks'>): readonly Spread[] =>
  spread(
    marks.map(({ x, asked, completion }) => ({
      x: x * WIDTH,
      questioned: asked !== undefined,
      isAside: !completion,
    })),
  )
