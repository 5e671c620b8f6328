import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { BULLET_HEIGHT, bulletOption } from '../charts/bullet.ts'
import { PAGE } from '../charts/tokens.ts'
import { worstFirst } from '../checks/asked.ts'
import { askedOf } from '../checks/check.ts'
import type { Course } from '../compare/course.ts'
import type { Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { bulletOf, questionedIn, statedOf } from '../report/bullets.ts'
import { levelsWords, paceWords } from '../report/standing.ts'
import { printed } from '../text/figures.ts'
import { Chart } from './Chart.tsx'
import { useReviewed, useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { FindingLines } from './FindingLine.tsx'
import { Glossed } from './Glossed.tsx'
import { later } from './later.ts'
import { StepLines } from './StepLines.tsx'
import { useWidth } from './useWidth.ts'

const CourseFigure = fetched(later.course)

/** One indicator: its bullet, what was printed, what follows, what is questioned, where it was printed. */
interface Props {
  readonly row: Row
  /** Whether the address names this one. */
  readonly isMeant: boolean
  /** Scale of the project's bullets. */
  readonly reach: number
  /** The same at other dates of the year, where it was told then. */
  readonly course?: Course
}

export function Indicator({ row, isMeant, reach, course }: Props) {
  const board = useReviewed()
  const words = useWords()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isMeant) box.current?.focus()
  }, [isMeant])
  return (
    <section
      className="indicator"
      id={`line-${row.line}`}
      ref={box}
      tabIndex={-1}
      aria-label={row.cells.indicator}
    >
      <div className="what">
        <h3>{row.cells.indicator}</h3>
        <small>
          <Glossed text={row.cells.level} />
          {row.cells.level !== '' && row.cells.basis !== '' && ' · '}
          <Glossed text={row.cells.basis} />
        </small>
      </div>
      <div className="figures">
        {course ? <CourseFigure course={course} /> : <Bar row={row} reach={reach} />}
        <Steps row={row} />
        <FindingLines findings={worstFirst(board.findingsOf.get(row) ?? [])} reasons={board.reasons} />
        <p className="source">
          {row.cells.source === ''
            ? words.project.noSource
            : words.project.source + words.colon + row.cells.source}
          {row.cells.note !== '' && ` · ${words.project.note}${words.colon}${row.cells.note}`}
        </p>
      </div>
      <Stated
        row={row}
        isQuestioned={questionedIn(board, row) === 'stated'}
        isAnswered={askedOf(board, row) === 'answered'}
      />
    </section>
  )
}

function Bar({ row, reach }: { readonly row: Row; readonly reach: number }) {
  const board = useReviewed()
  const words = useWords()
  const [box, width] = useWidth()
  const bullet = useMemo(() => bulletOf(board, row, words), [board, row, words])
  const option = useMemo(
    () =>
      bullet && width > 0 ? bulletOption([bullet], PAGE, [{ left: 0, width, top: 0 }], reach) : undefined,
    [bullet, width, reach],
  )
  const { actual } = row.figures
  if (!bullet)
    return actual ? (
      <p className="bare">
        <Glossed text={printed(actual, isPercent(actual) ? '%' : row.cells.unit)} />
      </p>
    ) : null
  return (
    <div className="bullet" ref={box} style={{ height: BULLET_HEIGHT }}>
      {/* The bar's own words, for those who do not see it. */}
      <p className="visually-hidden">
        {bullet.actualLabel}
        {words.comma}
        {bullet.targetLabel}
      </p>
      {option && <Chart option={option} />}
    </div>
  )
}

function Steps({ row }: { readonly row: Row }): ReactNode {
  const board = useReviewed()
  const words = useWords()
  const relations = board.subjectOf.get(row)?.relations ?? []
  const among = board.projectOf.get(row)?.rows ?? []
  const standing = [levelsWords(row, among, words), paceWords(row, relations, words)]
    .filter((text) => text !== '')
    .map((text) => (
      <p key={text} className="step">
        {text}
      </p>
    ))
  const claim =
    row.cells.claim === '' ? null : <p className="step">{words.project.claimOnly(row.cells.claim)}</p>
  if (relations.length === 0) {
    return (
      <>
        {claim}
        {(row.figures.actual || !claim) && !isRate(row) && <p className="step quiet">{words.project.solo}</p>}
      </>
    )
  }
  return (
    <>
      {claim}
      <StepLines row={row} relations={relations} />
      {standing}
    </>
  )
}

const isRate = (row: Row) => row.figures.actual !== undefined && isPercent(row.figures.actual)

interface StatedProps {
  readonly row: Row
  readonly isQuestioned: boolean
  /** Whether all that was asked is accepted. */
  readonly isAnswered: boolean
}

/** The printed percentage, large; vermilion if it is this figure that is questioned. */
function Stated({ row, isQuestioned, isAnswered }: StatedProps) {
  const words = useWords()
  const { completion, excess, share, growth, actual } = row.figures
  const rate =
    !completion && !excess && !share && !growth && actual && isPercent(actual) ? printed(actual, '%') : ''
  const text = statedOf(row) || rate
  const label = completion
    ? words.project.printedCompletion
    : excess
      ? words.project.printedExcess
      : share
        ? words.project.printedShare(row.cells.basis)
        : growth
          ? words.project.printedGrowth
          : rate
            ? words.project.printedRate
            : words.project.noPercent
  return (
    <p className={isQuestioned ? 'stated question' : 'stated'}>
      {text !== '' && <b>{text}</b>}
      <small>{label}</small>
      {isAnswered && <small className="answered">{words.asked.done}</small>}
    </p>
  )
}
