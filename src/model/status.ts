import { ratio } from '../lib/rational.ts'

/**
 * How a project stands, worst first: 未达 an indicator is below its target at the year's end; 存疑 an error in
 * one; 滞后, 偏慢, 正常 below the target before the year's end, by the slowest of its completions; 达到 every
 * indicator that shows a target or completion reached it; 只有说法 a claim without target or percentage;
 * 无从判断 outputs only, or rates that are not yet due.
 */
export const STATUSES = [
  'missed',
  'doubtful',
  'behind',
  'slow',
  'onPace',
  'reached',
  'claimed',
  'unknown',
] as const
export type Status = (typeof STATUSES)[number]

/** To which day the figures of a group run. */
export interface When {
  /** Indicators that nothing dates: whether they are of the year's end is not known. */
  readonly undated: number
  /** Whether any run to a day before the year's end. */
  readonly isUnderway: boolean
  /** Where all of them run to the same day before it: the date as printed, days gone by and days in the year. */
  readonly day: { readonly asOf: string; readonly gone: readonly [number, number] } | undefined
}

/** How a group of projects stands. */
export interface Counts {
  readonly when: When
  readonly projects: number
  /** Projects of the list that they are of. */
  readonly of: number
  readonly indicators: number
  readonly counts: Readonly<Record<Status, number>>
  readonly checked: number
  readonly held: number
  readonly asked: Asked
}

/** What is to be asked of a group of projects, or of a whole list: rows and findings about the list, each counted once. */
export interface Asked {
  readonly open: number
  /** Those of them whose figures cannot all be true. */
  readonly errors: number
  /** Those of them that are about the whole list. */
  readonly ofList: number
  /** Those that a reader accepted, each with a reason. */
  readonly answered: number
  /** Rows and headers with a cell that we could not read: no questions. */
  readonly unread: number
  /** Rows, and findings about the list, that are only worth knowing. */
  readonly notes: number
}

/** How a completion stands against the calendar, worst first: 滞后, 偏慢, 正常. */
export const PACES = ['behind', 'slow', 'onPace'] as const satisfies readonly Status[]
export type Pace = (typeof PACES)[number]

/** As well as can be asked at a date: reached, or on pace before the year's end. */
export const STANDS_WELL: readonly Status[] = ['reached', 'onPace']

/** How many of a group stand so. */
export const standWell = (counts: Counts['counts']): number =>
  STANDS_WELL.reduce((sum, status) => sum + counts[status], 0)

/** From which part of the share of the year gone by (序时进度) on a completion is on pace, and from which it is slow. */
export const PACE_FROM = { onPace: ratio(95n, 100n), slow: ratio(60n, 100n) } as const
