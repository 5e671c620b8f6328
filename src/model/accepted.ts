import { FIGURE_COLUMNS } from './dataSet.ts'
import type { Finding } from './finding.ts'

/** Findings that a reader accepts: the finding's key → the reason. None is ever taken off a list for it. */
export type Accepted = Readonly<Record<string, string>>

/**
 * What a finding is about, in one line that stays the same from visit to visit and on the command line: the
 * rule, the row's identity, and its figures as printed. Another figure in the cell is another finding.
 */
export function findingKey({ rule, row, facts }: Finding): string {
  // Whatever a finding about the whole list says is in its facts.
  if (!row)
    return `${rule} ${JSON.stringify(facts, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}`
  const { region, year, as_of, level, project, indicator, unit, claim } = row.cells
  const figures = FIGURE_COLUMNS.map((key) => row.cells[key])
  return [rule, region, year, as_of, level, project, indicator, ...figures, unit, claim]
    .map((text) => text.replace(/[|\\]/g, '\\$&'))
    .join('|')
}
