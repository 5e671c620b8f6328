import { compare, HUNDRED, type Rational, toNumber } from '../lib/rational.ts'

/** Beyond this completion the axis is compressed, openly. */
export const COMPRESSED_FROM = 200

/** Where completions stand on the sheet, as fractions of its width. */
export interface CompletionAxis {
  /** Where it begins: what stands left of it has no place on it. */
  readonly start: number
  /** The target rule. */
  readonly target: number
  /** Start of the compressed part; undefined where nothing lies beyond 200 %. */
  readonly compressed: number | undefined
  /** End of the axis, behind which only labels stand. */
  readonly end: number
  readonly ticks: readonly { readonly percent: number; readonly at: number }[]
  /** Position of a completion in percent; clamped to the axis. */
  readonly at: (percent: number) => number
}

/** Marks without a place on the axis stand left of it, from this fraction on. */
const GUTTER = 0.19
const END = 0.84
const BAND = 0.1

/**
 * An axis for the completions given: it begins at the target where none lies below it, else at the next
 * lower step; up to 200 % it is even, beyond that the rest is squeezed into a band.
 * @param told percent
 * @param dues shares of the year gone by, which are shown beside them; percent
 */
export function completionAxis(told: readonly Rational[], dues: readonly Rational[] = []): CompletionAxis {
  const completions = [...told, ...dues]
  const values = completions.map(toNumber)
  const lowest = Math.min(100, ...values)
  const highest = Math.max(...values, 120)
  const start = completions.some((c) => compare(c, HUNDRED) < 0)
    ? Math.max(0, Math.floor(lowest / 20) * 20)
    : 100
  const beyond = highest > COMPRESSED_FROM
  const evenEnd = beyond ? COMPRESSED_FROM : Math.ceil(highest / 20) * 20
  const evenAt = beyond ? END - BAND : END
  const top = Math.ceil(highest / 20) * 20
  const at = (percent: number): number => {
    const clamped = Math.min(Math.max(percent, start), top)
    if (clamped <= evenEnd) return GUTTER + ((clamped - start) / (evenEnd - start)) * (evenAt - GUTTER)
    return evenAt + ((clamped - COMPRESSED_FROM) / (top - COMPRESSED_FROM)) * (END - evenAt)
  }
  return {
    start: GUTTER,
    target: at(100),
    compressed: beyond ? evenAt : undefined,
    end: END,
    ticks: ticks(start, evenEnd, beyond ? top : undefined).map((percent) => ({ percent, at: at(percent) })),
    at,
  }
}

function ticks(start: number, evenEnd: number, top: number | undefined): number[] {
  const step = [10, 20, 25, 50, 100].find((size) => (evenEnd - start) / size <= 6) ?? 100
  const even: number[] = []
  for (let percent = Math.ceil(start / step) * step; percent <= evenEnd; percent += step) even.push(percent)
  return top === undefined ? even : [...even, top]
}

/** A word at the share of the year gone by takes this part of the width on either side, on a phone too. */
export const DUE_ROOM = 0.13

/** Ticks of the axis that leave room for the word at the share of the year gone by; the target has its own word. */
export const ticksBeside = ({ ticks }: CompletionAxis, due: number | undefined): CompletionAxis['ticks'] =>
  ticks.filter(({ percent, at }) => percent !== 100 && (due === undefined || Math.abs(at - due) > DUE_ROOM))
