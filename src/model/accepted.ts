import { FIGURE_COLUMNS, type Row } from './dataSet.ts'
import type { Finding, RuleId } from './finding.ts'

/** Findings that a reader accepts: the finding's key → the reason. None is ever taken off a list for it. */
export type Accepted = Readonly<Record<string, string>>

/** The list with more findings accepted, all for one reason; a blank one takes that back. */
export function withReason(accepted: Accepted, keys: readonly string[], reason: string): Accepted {
  const others = Object.entries(accepted).filter(([key]) => !keys.includes(key))
  const added = reason.trim() === '' ? [] : keys.map((key) => [key, reason.trim()] as const)
  return Object.fromEntries([...others, ...added])
}

/** Rules that look at other rows too, or at one cell of many: their facts are part of what was accepted. */
const AROUND: ReadonlySet<RuleId> = new Set<RuleId>([
  'parts-do-not-sum',
  'falls-back',
  'target-moved',
  'unreadable',
])
const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value)

/** A figure as it was printed, a row by its date and figures; what was worked out of them is left out. */
function inShort(name: string, value: unknown): unknown {
  if (name === 'sum' || name === 'amount' || name === 'stands' || name === 'line') return undefined
  if (typeof value !== 'object' || value === null) return asText(name, value)
  if ('ulp' in value && 'text' in value) return value.text
  if ('cells' in value) {
    const { cells } = value as Row
    return [cells.as_of, ...FIGURE_COLUMNS.map((key) => cells[key])].join(' ').trim()
  }
  return value
}

/**
 * What a finding is about, in one line that stays the same from visit to visit and on the command line: the
 * rule, the row's identity, and its figures as printed. Another figure in the cell is another finding.
 */
export function findingKey({ rule, row, facts }: Finding): string {
  // Whatever a finding about the whole list says is in its facts.
  if (!row) return `${rule} ${JSON.stringify(facts, asText)}`
  const { region, year, as_of, level, project, indicator, unit, claim } = row.cells
  const figures = FIGURE_COLUMNS.map((key) => row.cells[key])
  const others = AROUND.has(rule) ? [JSON.stringify(facts, inShort)] : []
  return [rule, region, year, as_of, level, project, indicator, ...figures, unit, claim, ...others]
    .map((text) => text.replace(/[|\\]/g, '\\$&'))
    .join('|')
}

/** Why a finding was accepted. Most often nothing was, and a long list has many findings to make keys of. */
export function reasonsIn(accepted: Accepted): (finding: Finding) => string | undefined {
  const isAny = Object.keys(accepted).length > 0
  return (finding) => (isAny ? accepted[findingKey(finding)] : undefined)
}
