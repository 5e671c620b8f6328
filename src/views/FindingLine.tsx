import { useMemo } from 'react'
import { layoutNumberLine, NUMBER_LINE_HEIGHT, numberLineOption } from '../charts/numberLine.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { inScale } from '../lib/format.ts'
import { isPoint } from '../lib/interval.ts'
import type { Comparison, Finding } from '../model/finding.ts'
import { isQuestion } from '../model/finding.ts'
import { comparisonTable, gravityOf, sentenceOf } from '../report/tables.ts'
import type { Words } from '../text/zh.ts'
import { Acceptance } from './Acceptance.tsx'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useWords } from './context.ts'
import { Glossed } from './Glossed.tsx'
import { useWidth } from './useWidth.ts'

/** A finding: its word, its sentence, and a number line where two stretches can be held together. */
export function FindingLine({ finding }: { readonly finding: Finding }) {
  const words = useWords()
  const asks = isQuestion(finding)
  return (
    <div className={asks ? 'finding question' : 'finding'}>
      <p>
        <b className="mark">
          {finding.severity === 'warning' ? words.sheet.asked(1) : gravityOf(finding, words)}
        </b>{' '}
        <Glossed text={sentenceOf(finding, words)} />
      </p>
      {finding.comparison && <NumberLine finding={finding} comparison={finding.comparison} />}
      {asks && <Acceptance finding={finding} />}
    </div>
  )
}

/** What the two stretches of a number line are, in words. */
function labelsOf(finding: Finding, comparison: Comparison, words: Words) {
  const stated = statedText(finding)
  const round = finding.rule === 'odd-implied-target' && !finding.facts.rate ? finding.facts.round : undefined
  const exponent = finding.row?.figures.actual?.exponent ?? 0
  const { lo } = comparison.allowed
  const allowed =
    finding.rule === 'share-over-100'
      ? words.project.limit
      : round
        ? words.project.ifTarget(inScale(round, exponent), `${inScale(lo, 0, 1)}%`)
        : isPoint(comparison.allowed)
          ? `${words.checks.allowedMark} ${brief(inScale(lo, 0, 2))}${comparison.unit === '%' ? '%' : ''}`
          : words.checks.allowedMark
  return { printed: words.project.printedRange(brief(stated)), allowed }
}

/** Beside a mark there is room for so much; the sentence has all of it. */
const LONGEST_LABEL = 20
const brief = (text: string): string =>
  text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text

/** The printed text whose stretch is shown. */
function statedText(finding: Finding): string {
  if (finding.rule === 'share-over-100') return `${finding.facts.figure.text.replace(/%$/, '')}%`
  const { facts } = finding
  return 'relation' in facts ? (facts.relation.stated?.text ?? '') : ''
}

function NumberLine({ finding, comparison }: { readonly finding: Finding; readonly comparison: Comparison }) {
  const words = useWords()
  const [box, width] = useWidth()
  const labels = useMemo(() => labelsOf(finding, comparison, words), [finding, comparison, words])
  const option = useMemo(
    () =>
      width > 0
        ? numberLineOption(layoutNumberLine(comparison), labels, PAGE, { left: 0, top: 0, width })
        : undefined,
    [comparison, labels, width],
  )
  const title = words.checks.numberLine(finding.row?.cells.indicator ?? '')
  const name = `${finding.row?.line ?? ''}_${words.rules[finding.rule].title}`
  return (
    <ChartFigure
      title={title}
      name={name}
      heading="hidden"
      className="number-line"
      compact
      table={() => comparisonTable(finding, words)}
      drawing={(draw, notes) =>
        draw.numberLineDrawing(title, sentenceOf(finding, words), comparison, labels, notes, LIGHT)
      }
    >
      <div ref={box} style={{ height: NUMBER_LINE_HEIGHT }}>
        {option && <Chart option={option} />}
      </div>
    </ChartFigure>
  )
}
