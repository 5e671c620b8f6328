import { percentText } from '../lib/format.ts'
import { compare } from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import type { Row } from '../model/dataSet.ts'
import type { Words } from '../text/zh.ts'

/** A completion in words: what was printed, or what stands in its place, named by a word before it. */
export interface SaidCompletion {
  /** '' before what was printed. */
  readonly lead: string
  readonly figure: string
}

/** The one way in which a completion is written: what it says is what is drawn, sorted and gone on from. */
export function saidCompletion(row: Row, { value, source }: Completion, words: Words): SaidCompletion {
  const figure = `${percentText(value, 1)}%`
  if (source !== 'printed') return { lead: words.project.computed, figure }
  return { lead: '', figure: row.figures.completion?.text ?? figure }
}

/** The same as one text: 2.89%, 计算 75.0%. */
export function completionText(row: Row, completion: Completion, words: Words): string {
  const { lead, figure } = saidCompletion(row, completion, words)
  return lead === '' ? figure : `${lead} ${figure}`
}

/** For a column beside that of the printed ones: what is drawn in their place; '' where the printed one is. */
export const workedOut = ({ value, source }: Completion): string =>
  source === 'printed' ? '' : `${percentText(value, 1)}%`

/** The printed completion that is not gone on from, said beside the one that is; '' where there is none such. */
export const setAside = ({ figures }: Row, source: Completion['source'] | undefined, words: Words): string =>
  source === 'figures' && figures.completion ? words.project.printedAs(figures.completion.text) : ''

/** Whether a sentence that goes on computing from a completion may give the printed one as what it started from. */
export function isExactEnough({ figures: { completion } }: Row, { value, source }: Completion): boolean {
  if (source !== 'printed' || !completion) return false
  return compare(completion.value, value) === 0 || percentText(completion.value, 1) === percentText(value, 1)
}
