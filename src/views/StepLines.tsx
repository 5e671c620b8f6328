import type { Row } from '../model/dataSet.ts'
import type { Relation } from '../model/relation.ts'
import { stepsOf } from '../report/arithmetic.ts'
import { useWords } from './context.ts'
import { Glossed } from './Glossed.tsx'

/** What follows from the figures of a row, a line each, with its verdict. */
export function StepLines({
  row,
  relations,
}: {
  readonly row: Row
  readonly relations: readonly Relation[]
}) {
  const words = useWords()
  return stepsOf(row, relations, words).map((step) => (
    <p key={step.sum} className={`step verdict-${step.verdict}`}>
      <Glossed text={step.sum} />{' '}
      <span aria-hidden="true">{step.verdict === 'implied' || step.verdict === 'computed' ? '⇒' : '·'}</span>{' '}
      <span className="result">
        <Glossed text={step.result} />
      </span>{' '}
      <span className="verdict">{words.verdict[step.verdict]}</span>
    </p>
  ))
}
