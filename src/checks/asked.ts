import type { Row } from '../model/dataSet.ts'
import { type Finding, isError, isQuestion } from '../model/finding.ts'
import type { Asked } from '../model/status.ts'

/**
 * One thing to look at: a row with all that was found in it, or something about the whole list. One misread figure
 * may break several rules; it is still one figure to ask about.
 */
export interface Item {
  readonly row: Row | undefined
  /** Worst first; at least one. */
  readonly findings: readonly Finding[]
}

/** What a reader gave as the reason for accepting a finding; those not in it are open. */
export type Reasons = ReadonlyMap<Finding, string>

export const NO_REASONS: Reasons = new Map()

/** A question that nobody has accepted. */
export const isOpen = (finding: Finding, reasons: Reasons): boolean =>
  isQuestion(finding) && !reasons.has(finding)

/**
 * Where an item stands: to be asked about; asked about, and each answer accepted with a reason; not read by us; or
 * worth knowing.
 */
export type ItemKind = 'question' | 'answered' | 'unread' | 'info'

export function kindOf({ findings }: Pick<Item, 'findings'>, reasons: Reasons): ItemKind {
  if (findings.some((finding) => isOpen(finding, reasons))) return 'question'
  if (findings.some(isQuestion)) return 'answered'
  return findings.some(isUnread) ? 'unread' : 'info'
}

export const isUnread = ({ rule }: Pick<Finding, 'rule'>): boolean => rule === 'unreadable'

const rankOf = (finding: Finding): number => (isQuestion(finding) ? 0 : isUnread(finding) ? 1 : 2)

/** Questions first, then what we could not read. @param findings in the order of the registry */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => rankOf(a) - rankOf(b))

/** Findings by what they are about, worst first. @param findings in the order of the registry */
export function itemsOf(findings: readonly Finding[]): Item[] {
  const ofRow = new Map<Row, Finding[]>()
  const items: Item[] = []
  for (const finding of worstFirst(findings)) {
    const { row } = finding
    const known = row && ofRow.get(row)
    if (known) {
      known.push(finding)
      continue
    }
    const own = [finding]
    if (row) ofRow.set(row, own)
    items.push({ row, findings: own })
  }
  return items
}

/**
 * What is to be asked, counted once: whatever says a number of questions takes it from here (a large data set from
 * archive/answer.ts, which counts the same in its columns).
 */
export function countAsked(findings: readonly Finding[], reasons: Reasons = NO_REASONS): Asked {
  const items = itemsOf(findings)
  const isOfKind = (kind: ItemKind) => (item: Item) => kindOf(item, reasons) === kind
  const open = items.filter(isOfKind('question'))
  const isOpenError = (finding: Finding) => isError(finding) && isOpen(finding, reasons)
  return {
    open: open.length,
    errors: open.filter((item) => item.findings.some(isOpenError)).length,
    ofList: open.filter(({ row }) => row === undefined).length,
    answered: items.filter(isOfKind('answered')).length,
    unread: items.filter((item) => item.findings.some(isUnread)).length,
    notes: items.filter(isOfKind('info')).length,
  }
}
