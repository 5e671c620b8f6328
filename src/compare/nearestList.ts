import type { DataSet } from '../model/dataSet.ts'
import { lastDay } from '../model/date.ts'
import { commonRegion, isWithin } from '../model/region.ts'
import { matchLists } from './matchLists.ts'

const DAY_MS = 86_400_000

/** A list to hold another against, and whether it is of the same region. */
export interface Nearest {
  readonly set: DataSet
  readonly isSameRegion: boolean
}

/**
 * Which of several lists says most beside the one shown: one of its own region before one of a region above or below,
 * and that before any other; of these the nearest in date, and of two equally near the one given first. One that has no
 * indicator in common comes last of all. Undefined where there are none.
 */
export function nearestList(base: DataSet, others: readonly DataSet[]): Nearest | undefined {
  const here = regionOf(base)
  const ranked = others
    .map((set) => ({ set, kin: kinship(here, regionOf(set)), days: daysBetween(base, set) }))
    .sort((a, b) => a.kin - b.kin || a.days - b.days)
  const found = ranked.find(({ set }) => matchLists(base, set).pairs.length > 0) ?? ranked[0]
  return found && { set: found.set, isSameRegion: found.kin === 0 }
}

const regionOf = ({ projects }: DataSet): string => commonRegion(projects.map(({ region }) => region))

/** 0 of one region, 1 of a region and a part of it, 2 of two; of a list without a region nothing is known. */
function kinship(one: string, other: string): number {
  if (one === '' || other === '') return 2
  if (one === other) return 0
  return isWithin(one, other) || isWithin(other, one) ? 1 : 2
}

/** Between the days that both run to; a list without a date is farther than any. */
function daysBetween(one: DataSet, other: DataSet): number {
  const [a, b] = [dayOf(one), dayOf(other)]
  return a === '' || b === '' ? Number.MAX_SAFE_INTEGER : Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS
}

const dayOf = ({ entry, rows }: DataSet): string =>
  lastDay(entry.asOf) ??
  rows.reduce((latest, { cells }) => {
    const day = lastDay(cells.as_of) ?? ''
    return day > latest ? day : latest
  }, '')
