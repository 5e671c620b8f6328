import { groupBy } from '../lib/groupBy.ts'
import type { Project } from './dataSet.ts'
import { byDay, lastDay, yearOf } from './date.ts'
import { isWithin, regionsAbove } from './region.ts'

/** What a project is over the dates of a year; its rows agree in the same (`COURSE`). */
const SAME: readonly ((project: Project) => string)[] = [
  ({ region }) => region,
  ({ year, asOf }) => yearOf({ year, as_of: asOf }),
  ({ level }) => level,
  ({ name }) => name,
]

/** Without what a later date of the same year tells again; a project whose date cannot be read stays. */
export function latestOf(projects: readonly Project[]): readonly Project[] {
  const kept = new Set(
    groupBy(projects, ...SAME).flatMap((dates) => {
      const last = dates.reduce((late, { asOf }) => max(late, lastDay(asOf) ?? ''), '')
      return dates.filter(({ asOf }) => (lastDay(asOf) ?? last) === last)
    }),
  )
  return kept.size === projects.length ? projects : projects.filter((project) => kept.has(project))
}

const max = (a: string, b: string): string => (a > b ? a : b)

/** A project at all the dates of its year, the earliest first; those whose date cannot be read are left out. */
export const datesOf = (projects: readonly Project[], project: Project): readonly Project[] =>
  projects
    .filter((one) => SAME.every((keyOf) => keyOf(one) === keyOf(project)))
    .flatMap((one) => {
      const day = lastDay(one.asOf)
      return day === undefined ? [] : [{ one, day }]
    })
    .sort(byDay)
    .map(({ one }) => one)

/** Without the lists of parts of a region that has a list of its own: nothing is told twice. */
export function withoutParts(projects: readonly Project[]): readonly Project[] {
  const regions = new Set(projects.map(({ region }) => region))
  const parts = new Set([...regions].filter((path) => regionsAbove(path).some((above) => regions.has(above))))
  return parts.size === 0 ? projects : projects.filter(({ region }) => !parts.has(region))
}

/**
 * The list that a region gave at a date: the region's own, else those of the regions below it that have one.
 * @param region '' for the widest that there are
 * @param asOf as it stands in the file; '' for each project's latest
 */
export function listOf(projects: readonly Project[], region = '', asOf = ''): readonly Project[] {
  const isMeant = (one: Project) => isWithin(one.region, region) && (asOf === '' || one.asOf === asOf)
  const meant = region === '' && asOf === '' ? projects : projects.filter(isMeant)
  return withoutParts(latestOf(meant))
}
