import { type CSSProperties, useMemo } from 'react'
import {
  layoutSlope,
  mostMarks,
  SLOPE_DESKTOP,
  SLOPE_PHONE,
  type SlopeModel,
  slopeBlocks,
  slopeLineHeight,
  slopeOption,
} from '../charts/slope.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import type { ComparedLine } from '../compare/compareLists.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import {
  type CompareTexts,
  comparedTable,
  type DrawnLine,
  drawnLines,
  otherNameOf,
  saidOf,
} from '../report/compared.ts'
import { legendOf, slopeDrawing } from '../report/slopeDrawing.ts'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { usePhone } from './charting.ts'

interface Props {
  readonly lines: readonly ComparedLine[]
  /** Of the lists compared with, in their order. */
  readonly titles: readonly string[]
  /** What the exports say that they are made of. */
  readonly entry: CatalogueEntry
  readonly texts: CompareTexts
}

/** Then and now of every indicator on one axis of completion. */
export function CompareSlope({ lines, titles, entry, texts }: Props) {
  const { slope } = texts.compare
  const drawn = useMemo(() => drawnLines(lines), [lines])
  const metrics = usePhone() ? SLOPE_PHONE : SLOPE_DESKTOP
  const model = useMemo(() => layoutSlope(drawn, metrics), [drawn, metrics])
  const blocks = useMemo(
    () =>
      slopeBlocks(model, BLOCK).map((block) => ({ height: block.height, option: slopeOption(block, PAGE) })),
    [model],
  )
  const height = slopeLineHeight(mostMarks(drawn), metrics)
  const left = lines.length - drawn.length
  return (
    <ChartFigure
      title={slope.title}
      name={slope.short}
      className="slope"
      entry={entry}
      table={() => comparedTable(lines, titles, texts)}
      drawing={
        drawn.length === 0 ? undefined : (_, notes) => slopeDrawing(slope.title, drawn, notes, LIGHT, texts)
      }
      legend={drawn.length > 0 && <Legend drawn={drawn} model={model} texts={texts} />}
    >
      {drawn.length === 0 ? (
        <p className="quiet">{slope.none}</p>
      ) : (
        <>
          <Axis model={model} target={slope.target} />
          <div className="slope-body">
            {blocks.map((block, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: of one picture, in its order
              <div key={i} className="slope-block">
                {i > 0 && <Axis model={model} target={slope.target} isAgain />}
                <div className="slope-lines">
                  <ol start={i * BLOCK + 1}>
                    {drawn.slice(i * BLOCK, (i + 1) * BLOCK).map((one) => (
                      <Line key={one.line.row.line} one={one} height={height} texts={texts} />
                    ))}
                  </ol>
                  <div className="slope-over">
                    <Chart option={block.option} height={block.height} />
                  </div>
                </div>
              </div>
            ))}
          </div>
          {left > 0 && <p className="quiet slope-left">{slope.left(String(left))}</p>}
        </>
      )}
    </ChartFigure>
  )
}

/** Lines that paper keeps together, under an axis of their own. */
const BLOCK = 6

/** Pixels of a rem: on paper it is smaller, and the chart's box with it. */
const ROOT = 16
const at = (fraction: number): CSSProperties => ({ left: `${(fraction * 100).toFixed(3)}%` })

interface AxisProps {
  readonly model: SlopeModel
  readonly target: string
  /** Repeated on paper, where the block may begin a page. */
  readonly isAgain?: boolean
}

function Axis({ model, target, isAgain = false }: AxisProps) {
  return (
    <div className={isAgain ? 'slope-axis paper-only' : 'slope-axis'} aria-hidden="true">
      <b style={at(model.target)}>{target}</b>
      {model.ticks
        .filter(({ percent }) => percent !== 100)
        .map((tick) => (
          <span key={tick.percent} style={at(tick.at)}>
            {tick.percent}%
          </span>
        ))}
    </div>
  )
}

function Line({
  one,
  height,
  texts,
}: {
  readonly one: DrawnLine
  readonly height: number
  readonly texts: CompareTexts
}) {
  const { row, pairs } = one.line
  const other = pairs.map(otherNameOf).find((text) => text !== '')
  return (
    <li style={{ height: `${height / ROOT}rem` }}>
      <span className="slope-name">
        <b>{row.cells.indicator}</b>
        <small>{other === undefined ? row.cells.project : texts.compare.otherName(other)}</small>
      </span>
      <span className="slope-said">
        {saidOf(one, texts).map(({ text, isImplied, lead }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dates of one line, in their order
          <span key={i}>
            {lead}
            {isImplied ? <i>{text}</i> : text}
          </span>
        ))}
      </span>
    </li>
  )
}

function Legend({
  drawn,
  model,
  texts,
}: {
  readonly drawn: readonly DrawnLine[]
  readonly model: SlopeModel
  readonly texts: CompareTexts
}) {
  return (
    <ul className="slope-legend">
      {legendOf(drawn, model, texts).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
