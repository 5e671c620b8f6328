import { useMemo } from 'react'
import { COURSE_HEIGHT, courseOption } from '../charts/course.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { type Course, courseLine } from '../compare/course.ts'
import type { Finding } from '../model/finding.ts'
import {
  courseChart,
  courseDrawing,
  courseKeys,
  courseTable,
  datedSentence,
  questionsOf,
  withoutWords,
} from '../report/course.ts'
import { findingMark } from '../report/tables.ts'
import { courseWords } from '../text/course.ts'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useReviewed, useTexts, useWords } from './context.ts'
import { useWidth } from './useWidth.ts'

/** An indicator at the dates of a year: its course against 序时进度 and target, and what is asked of other dates. */
export function CourseFigure({ course: { rows, own } }: { readonly course: Course }) {
  const board = useReviewed()
  const words = useWords()
  const texts = useTexts(courseWords)
  const [box, width] = useWidth()
  const line = useMemo(() => courseLine(board, rows), [board, rows])
  const chart = useMemo(() => courseChart(line, own, words, texts), [line, own, words, texts])
  const option = useMemo(
    () => (width > 0 ? courseOption(chart, PAGE, { left: 0, top: 0, width }) : undefined),
    [chart, width],
  )
  const indicator = rows[0]?.cells.indicator ?? ''
  const title = texts[line.kind](indicator)
  const keys = courseKeys(line, texts, words)
  const without = withoutWords(line, texts)
  const asked = questionsOf(board, rows)
  const sayings = [
    ...asked.map((finding) => ({
      text: datedSentence(finding, board, words),
      isQuestion: !board.reasons.has(finding),
    })),
    ...(without === '' ? [] : [{ text: without, isQuestion: false }]),
  ]
  return (
    <ChartFigure
      title={title}
      name={indicator}
      heading="hidden"
      className="course"
      compact
      table={() => courseTable(board, rows, words, texts)}
      drawing={(_draw, notes) => courseDrawing(title, chart, keys, sayings, notes, LIGHT)}
    >
      <div ref={box} style={{ height: COURSE_HEIGHT }}>
        {option && <Chart option={option} />}
      </div>
      <ul className="legend">
        {keys.map(({ kind, text }) => (
          <li key={kind} className={`key-${kind}`}>
            {text}
          </li>
        ))}
      </ul>
      {/* The picture's own words, for those who do not see it. */}
      <ol className="visually-hidden">
        {chart.marks.map(({ label }, i) => (
          <li key={line.points[i]?.row.line}>{`${line.points[i]?.row.cells.as_of} ${label}`}</li>
        ))}
      </ol>
      {without !== '' && <p className="quiet">{without}</p>}
      <Elsewhere findings={asked.filter(({ row }) => row !== own)} />
    </ChartFigure>
  )
}

/** What is asked of the other dates; each can be accepted on its own date's page. */
function Elsewhere({ findings }: { readonly findings: readonly Finding[] }) {
  const board = useReviewed()
  const words = useWords()
  return findings.map((finding) => (
    <p
      key={`${finding.row?.line}-${finding.rule}`}
      className={board.reasons.has(finding) ? 'finding' : 'finding question'}
    >
      <b className="mark">{findingMark(finding, board, words)}</b> {datedSentence(finding, board, words)}
    </p>
  ))
}
