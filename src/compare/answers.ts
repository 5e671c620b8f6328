import type { Row } from '../model/dataSet.ts'

/** What a reader said of two indicators, by `answerKey`: that they are one, or that they are not. */
export type Answers = Readonly<Record<string, 'same' | 'not'>>
/** Answers to keep; `undefined` takes one back. */
export type AnswerChange = Readonly<Record<string, 'same' | 'not' | undefined>>

/**
 * The key of two indicators' answer: the region, level, project and indicator of each as printed. Whichever list
 * is shown first, and whatever their dates: what was said of the lists of two years holds for the next.
 */
export const answerKey = (a: Row, b: Row): string => JSON.stringify([nameOf(a), nameOf(b)].sort())

/** What an answer knows an indicator by. */
export const nameOf = ({ cells: { region, level, project, indicator } }: Row): string =>
  JSON.stringify([region, level, project, indicator])

/** Both names in an answer's key; twice the same where both lists write it alike. */
export const namesIn = (key: string): readonly [string, string] => {
  const [a = '', b = ''] = JSON.parse(key) as string[]
  return [a, b]
}

/**
 * What to keep when a reader says that two indicators are one: what either was said to be one with in these lists
 * before is taken back.
 */
export function sayingSame(
  answers: Answers,
  a: Row,
  b: Row,
  lists: readonly [readonly Row[], readonly Row[]],
): AnswerChange {
  const [ofA, ofB] = lists
  const before = [...ofB.map((other) => answerKey(a, other)), ...ofA.map((other) => answerKey(other, b))]
  const taken = before.filter((key) => answers[key] === 'same').map((key) => [key, undefined])
  return { ...Object.fromEntries(taken), [answerKey(a, b)]: 'same' }
}
