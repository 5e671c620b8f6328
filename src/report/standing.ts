import { progressOf } from '../checks/pace.ts'
import { reachOf } from '../checks/reach.ts'
import { percentText } from '../lib/format.ts'
import { HUNDRED, multiply, type Rational } from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import { INDICATOR, type Row } from '../model/dataSet.ts'
import { percentGone } from '../model/date.ts'
import type { Relation } from '../model/relation.ts'
import { PACE_FROM } from '../model/status.ts'

import type { Words } from '../text/zh.ts'
import { printedTarget } from './bullets.ts'
import { isExactEnough, saidCompletion } from './completion.ts'

/** How an indicator stands against the calendar, with the thresholds that say so; '' where there is no course. */
export function paceWords(row: Row, relations: readonly Relation[], words: Words): string {
  const progress = progressOf(row, relations)
  if (!progress) return ''
  const { pace, completion, gone, ofDue } = progress
  const percent = (value: Rational, places = 1) => `${percentText(value, places)}%`
  const threshold = (part: Rational) => percent(multiply(part, HUNDRED), 0)
  return words.pace.sentence({
    gone: percent(percentGone(gone)),
    completion: goneOnFrom(row, completion, words),
    ofDue: percent(ofDue),
    pace: words.status[pace],
    normal: threshold(PACE_FROM.onPace),
    slow: threshold(PACE_FROM.slow),
  })
}

/** What a sentence computes on from: the printed completion, or beside it the one that the figures give. */
function goneOnFrom(row: Row, completion: Completion, words: Words): string {
  const { figure } = saidCompletion(row, { ...completion, source: 'figures' }, words)
  const text = row.figures.completion?.text
  if (text === undefined) return figure
  return isExactEnough(row, completion) ? text : words.pace.byFigures(figure, text)
}

/**
 * Where one indicator has a target at several levels: which of them was reached. '' for any other.
 * @param among rows of the same project
 */
export function levelsWords(row: Row, among: readonly Row[], words: Words): string {
  const same = among.filter((one) => INDICATOR.every((keyOf) => keyOf(one) === keyOf(row)))
  if (new Set(same.map(({ cells }) => cells.level)).size < 2) return ''
  const told = same.map((one) => {
    const reach = reachOf(one)
    return words.project.level(
      one.cells.level,
      printedTarget(one),
      reach === undefined ? words.status.unknown : words.project[reach],
    )
  })
  return told.join(words.semicolon)
}
