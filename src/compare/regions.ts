import type { Reasons } from '../checks/asked.ts'
import { answeredIn, askedOf, countStatuses, questionsIn, type Review } from '../checks/check.ts'
import { toldCompletion } from '../checks/reach.ts'
import { comparable, inUnitOf } from '../checks/relate.ts'
import { type Amount, amountOf, type Family, familiesIn, sumOf } from '../checks/rules/partsDoNotSum.ts'
import * as I from '../lib/interval.ts'
import { compare, type Rational } from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import type { Project, Row } from '../model/dataSet.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import { type FindingFor, isError } from '../model/finding.ts'
import { parentRegion, regionName } from '../model/region.ts'
import { type Status, standWell } from '../model/status.ts'

/** A region in the tree of a data set; one without a list of its own is there where a part of it has one. */
export interface Region {
  /** 南阳市/镇平县; '' for the root of all. */
  readonly path: string
  readonly name: string
  /** In order of first appearance. */
  readonly children: readonly Region[]
  /** Its own, at all dates. */
  readonly projects: readonly Project[]
}

interface Growing extends Region {
  readonly children: Growing[]
  readonly projects: Project[]
}

/** The regions of a data set, below a root that stands for all of them. */
export function regionTree(projects: readonly Project[]): Region {
  const known = new Map<string, Growing>()
  const grow = (path: string): Growing => {
    const found = known.get(path)
    if (found) return found
    const made: Growing = { path, name: regionName(path), children: [], projects: [] }
    known.set(path, made)
    if (path !== '') grow(parentRegion(path)).children.push(made)
    return made
  }
  const root = grow('')
  for (const project of projects) grow(project.region).projects.push(project)
  return root
}

/** The region of a path below another one; undefined where the data set has none. */
export function regionAt(root: Region, path: string): Region | undefined {
  if (root.path === path) return root
  const next = root.children.find((child) => path === child.path || path.startsWith(`${child.path}/`))
  return next && regionAt(next, path)
}

/** How a list of projects stands, in counts: never an average of percentages. */
export interface Standing {
  readonly total: number
  readonly counts: Readonly<Record<Status, number>>
  /** Rows that carry an error. */
  readonly errors: number
  /** Rows that carry an error or a warning that is open. */
  readonly questions: number
  /** Rows all of whose questions a reader accepted. */
  readonly answered: number
}

export function standingOf(review: Review, projects: readonly Project[]): Standing {
  const rows = projects.flatMap((project) => project.rows)
  const isWrong = (row: Row) => (review.findingsOf.get(row) ?? []).some(isError)
  return {
    total: projects.length,
    counts: countStatuses(review, projects),
    errors: rows.filter(isWrong).length,
    questions: questionsIn(review, rows),
    answered: answeredIn(review, rows),
  }
}

export interface RankedRegion {
  readonly region: Region
  readonly standing: Standing
}

/**
 * The parts of a region, by the share of their projects that reached their targets; of equal ones the one with
 * fewer missed, then with fewer questions, comes first. One without any project at that date comes last.
 * @param listed what of a region is counted: its list at some date, narrowed or not
 */
export function rankChildren(
  review: Review,
  { children }: Region,
  listed: (region: Region) => readonly Project[],
): RankedRegion[] {
  const ranked = children.map((region) => ({ region, standing: standingOf(review, listed(region)) }))
  return ranked.sort((a, b) => byStanding(a.standing, b.standing))
}

function byStanding(a: Standing, b: Standing): number {
  if (a.total === 0 || b.total === 0) return b.total - a.total
  // Held against one another by whole numbers: a/n < b/m where a·m < b·n.
  const share = (count: (of: Standing['counts']) => number) =>
    count(b.counts) * a.total - count(a.counts) * b.total
  return share(standWell) || -share(({ missed }) => missed) || a.questions * b.total - b.questions * a.total
}

/** A part's figure beside those of the others. */
export interface Part {
  readonly region: string
  readonly row: Row
  /** The printed actual in the unit of `Parts.figure`, taken at face value. */
  readonly value: Rational
  readonly asked: ReturnType<typeof askedOf>
}

/** A part without a figure that could stand beside the others. */
export interface Lacking {
  readonly region: string
  readonly row: Row | undefined
  readonly why: 'no-row' | 'no-figure' | 'unit'
}

/** One indicator of a region at one date, and of the parts that it is made of. */
export interface Parts {
  readonly region: string
  /** The region's own row, if it has one. */
  readonly whole: Row | undefined
  /** Its figure, like the parts' values. */
  readonly wholeValue: Rational | undefined
  /** In whose scale and unit the values are written: the whole's, else that of the first part. */
  readonly figure: Figure | undefined
  /** The most first. */
  readonly ranked: readonly Part[]
  readonly lacking: readonly Lacking[]
  /** All that the parts printed may add up to, in base units of `figure`; undefined for what makes no sum. */
  readonly sum: I.Interval | undefined
  /** How the sum lies to the whole, under any rounding; undefined where they cannot be held together. */
  readonly side: Family['side'] | undefined
  /** What `parts-do-not-sum` says of the whole. */
  readonly finding: FindingFor<'parts-do-not-sum'> | undefined
  /** Of the findings that a reader accepted. */
  readonly reasons: Reasons
}

/** The cells in which a whole and its parts agree. */
const SAME = ['year', 'as_of', 'project', 'indicator'] as const

/** @param like any row of the indicator: its level is preferred where a region has several. */
export function partsOf(review: Review, { path, children }: Region, like: Row): Parts {
  const rows = review.set.rows.filter((row) => SAME.every((key) => row.cells[key] === like.cells[key]))
  const rowIn = (region: string): Row | undefined => {
    const own = rows.filter(({ cells }) => cells.region === region)
    return own.find(({ cells }) => cells.level === like.cells.level) ?? own[0]
  }
  const whole = rowIn(path)
  const found = children.map((child) => ({ region: child.path, row: rowIn(child.path) }))
  const figure = whole?.figures.actual ?? found.find(({ row }) => row?.figures.actual)?.row?.figures.actual
  const parts = found.map(({ region, row }) => partIn(review, region, row, figure))
  const ranked = parts.filter((part) => 'value' in part).sort((a, b) => compare(b.value, a.value))
  const family = familiesIn(rows).find((one) => one.whole.row.cells.region === path)
  return {
    region: path,
    whole,
    wholeValue: whole?.figures.actual?.value,
    figure,
    ranked,
    lacking: parts.filter((part) => 'why' in part),
    sum: sumIn(whole, ranked),
    side: family?.side,
    finding: family && (review.findingsOf.get(family.whole.row) ?? []).find(isSum),
    reasons: review.reasons,
  }
}

const isSum = (finding: { readonly rule: string }): finding is FindingFor<'parts-do-not-sum'> =>
  finding.rule === 'parts-do-not-sum'

function partIn(
  review: Review,
  region: string,
  row: Row | undefined,
  figure: Figure | undefined,
): Part | Lacking {
  const actual = row?.figures.actual
  if (!row || !actual || !figure) return { region, row, why: row ? 'no-figure' : 'no-row' }
  if (isPercent(actual) !== isPercent(figure) || !comparable(figure, actual))
    return { region, row, why: 'unit' }
  const value = inUnitOf(figure, actual, I.point(actual.value)).lo
  return { region, row, value, asked: askedOf(review, row) }
}

/** Printed counts only: a percentage is added by what it is of, which the bars do not show. */
function sumIn(whole: Row | undefined, ranked: readonly Part[]): I.Interval | undefined {
  const count = (row: Row): Amount | undefined => {
    const amount = amountOf(row)
    return amount?.percent ? undefined : amount
  }
  const amounts = ranked.flatMap(({ row }) => count(row) ?? [])
  const pattern = whole ? count(whole) : amounts[0]
  const isSure = pattern && amounts.length === ranked.length && amounts.length > 1
  return isSure ? sumOf(pattern, amounts, 'half-up') : undefined
}

/** A region's completion of its own target. */
export interface RankedCompletion {
  readonly region: string
  readonly row: Row
  readonly completion: Completion
}

/** The whole and its parts by their completion of their own targets, the highest first; rates have none. */
export function completionsIn(review: Review, { whole, ranked, lacking }: Parts): RankedCompletion[] {
  const rows = [whole, ...ranked.map(({ row }) => row), ...lacking.map(({ row }) => row)]
  return rows
    .flatMap((row) => {
      const completion = row && toldCompletion(row, review.subjectOf.get(row)?.relations ?? [])
      return completion ? [{ region: row.cells.region, row, completion }] : []
    })
    .sort((a, b) => compare(b.completion.value, a.completion.value))
}
