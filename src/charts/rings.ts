import type { Tokens } from './tokens.ts'

/** What the reviewer's brush leaves at a figure: a question, or one whose answer a reader accepted. */
export type Mark = 'question' | 'answered'
export const MARKS: readonly Mark[] = ['answered', 'question']

/** A closed ring in vermilion; a thin and broken one in ink: told apart without colour too. */
export const ringStyle = (mark: Mark, { vermilion, soft }: Tokens): object =>
  mark === 'question'
    ? { fill: 'none', stroke: vermilion, lineWidth: 1.8 }
    : { fill: 'none', stroke: soft, lineWidth: 1.3, lineDash: [3, 2.5] }
