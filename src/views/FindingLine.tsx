import { useMemo } from 'react'
import { layoutNumberLine, NUMBER_LINE_HEIGHT, numberLineOption } from '../charts/numberLine.ts'
import { LIGHT, PAGE, type Tokens } from '../charts/tokens.ts'
import { isOpen, type Reasons } from '../checks/asked.ts'
import { inScale } from '../lib/format.ts'
import { isPoint } from '../lib/interval.ts'
import type { Comparison, Finding } from '../model/finding.ts'
import { isQuestion } from '../model/finding.ts'
import { comparisonTable } from '../report/findingTable.ts'
import { findingMark, reasonText, sentenceOf } from '../report/tables.ts'
import { checksWords } from '../text/checks.ts'
import type { Words } from '../text/zh.ts'
import { Acceptance } from './Acceptance.tsx'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useWords } from './context.ts'
import { Glossed } from './Glossed.tsx'
import { useWidth } from './useWidth.ts'

interface Props {
  /** Of one row, or one about the whole list; worst first. */
  readonly findings: readonly Finding[]
  readonly reasons: Reasons
}

/** All that was found of one figure, and below it what a reader accepted, or may: one question, one answer. */
export function FindingLines({ findings, reasons }: Props) {
  const questions = findings.filter(isQuestion)
  return (
    <>
      {findings.map((finding, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two findings of one rule may stand on one row
        <FindingLine key={nth} finding={finding} reasons={reasons} />
      ))}
      {questions.length > 0 && <Acceptance findings={questions} reasons={reasons} />}
    </>
  )
}

/** A finding: its word, its sentence, and a number line where two stretches can be held together. */
function FindingLine({ finding, reasons }: { readonly finding: Finding; readonly reasons: Reasons }) {
  const words = useWords()
  const look = isOpen(finding, reasons) ? 'question' : reasons.has(finding) ? 'answered' : ''
  return (
    <div className={`finding ${look}`.trimEnd()}>
      <p>
        <b className="mark">{findingMark(finding, { reasons }, words)}</b>{' '}
        <Glossed text={sentenceOf(finding, words)} />
      </p>
      {finding.comparison && (
        <NumberLine finding={finding} comparison={finding.comparison} reasons={reasons} />
      )}
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
          ? `${checksWords(words).allowedMark} ${brief(inScale(lo, 0, 2))}${comparison.unit === '%' ? '%' : ''}`
          : checksWords(words).allowedMark
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

/** Vermilion is for what is open. */
const quieted = (tokens: Tokens): Tokens => ({ ...tokens, vermilion: tokens.soft })
const asIs = (tokens: Tokens): Tokens => tokens

interface NumberLineProps {
  readonly finding: Finding
  readonly comparison: Comparison
  readonly reasons: Reasons
}

function NumberLine({ finding, comparison, reasons }: NumberLineProps) {
  const words = useWords()
  const [box, width] = useWidth()
  const labels = useMemo(() => labelsOf(finding, comparison, words), [finding, comparison, words])
  const inkOf = reasons.has(finding) ? quieted : asIs
  const option = useMemo(
    () =>
      width > 0
        ? numberLineOption(layoutNumberLine(comparison), labels, inkOf(PAGE), { left: 0, top: 0, width })
        : undefined,
    [comparison, labels, width, inkOf],
  )
  const title = checksWords(words).numberLine(finding.row?.cells.indicator ?? '')
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
        draw.numberLineDrawing(
          title,
          sentenceOf(finding, words) + reasonText(finding, { reasons }, words),
          comparison,
          labels,
          notes,
          inkOf(LIGHT),
        )
      }
    >
      <div ref={box} style={{ height: NUMBER_LINE_HEIGHT }}>
        {option && <Chart option={option} />}
      </div>
    </ChartFigure>
  )
}
