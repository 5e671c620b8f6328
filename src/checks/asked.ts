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

/** Where an item stands: to be asked about, not read by us, or worth knowing. */
export type ItemKind = 'question' | 'unread' | 'info'

export const kindOf = ({ findings }: Item): ItemKind =>
  findings.some(isQuestion) ? 'question' : findings.some(isUnread) ? 'unread' : 'info'

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
export function countAsked(findings: readonly Finding[]): Asked {
  const items = itemsOf(findings)
  const questions = items.filter((item) => kindOf(item) === 'question')
  return {
    open: questions.length,
    errors: questions.filter((item) => item.findings.some(isError)).length,
    ofList: questions.filter(({ row }) => row === undefined).length,
    unread: items.filter((item) => item.findings.some(isUnread)).length,
    notes: items.filter((item) => kindOf(item) === 'info').length,
  }
}
