import { type ComponentProps, type ReactNode, useMemo } from 'react'
import { layoutParts, partsOption } from '../charts/parts.ts'
import type { Mark } from '../charts/rings.ts'
import { layoutSheet } from '../charts/sheet.ts'
import { sheetOption } from '../charts/sheetShapes.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { completionsIn, type Parts, partsOf, type Region, regionAt } from '../compare/regions.ts'
import type { Row } from '../model/dataSet.ts'
import { placeName, regionName } from '../model/region.ts'
import { actualText } from '../report/bullets.ts'
import { completionText } from '../report/completion.ts'
import {
  completionDrawing,
  lackingSentences,
  partsChart,
  partsDrawing,
  partsKeys,
  partsSentence,
  partsTable,
  RANKS,
  ranksAxis,
  wholeName,
} from '../report/parts.ts'
import { indicatorOf } from '../state/derive.ts'
import { rangeLike } from '../text/figures.ts'
import { Asked } from './Asked.tsx'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useAddress, useReviewed, useRoute, useWords } from './context.ts'
import { FindingLines } from './FindingLine.tsx'
import { useRegionWords } from './regionContext.ts'

interface Props {
  readonly region: Region
  readonly row: Row
}

/** One indicator: the parts' figures beside the whole's, then how far each came to its own target. */
export function PartsFigures({ region, row }: Props) {
  const board = useReviewed()
  const parts = useMemo(() => partsOf(board, region, row), [board, region, row])
  return (
    <>
      <Ranked region={region} row={row} parts={parts} />
      <Completions row={row} parts={parts} />
    </>
  )
}

function Ranked({ region, row, parts }: Props & { readonly parts: Parts }) {
  const board = useReviewed()
  const words = useWords()
  const own = useRegionWords()
  const partAddress = usePartAddress(region)
  const chart = useMemo(() => partsChart(board, parts), [board, parts])
  const model = useMemo(() => layoutParts(chart), [chart])
  const option = useMemo(() => partsOption(model, PAGE), [model])
  const { whole, finding, ranked, figure, sum } = parts
  const title = (sum ? own.rankedTitle : own.besideTitle)(row.cells.indicator)
  const about = [...(finding ? [] : [partsSentence(parts, words, own)]), ...lackingSentences(parts, own)]
  return (
    <>
      {finding && <FindingLines findings={[finding]} reasons={parts.reasons} />}
      {about.map((text) => (
        <p key={text} className="quiet about">
          {text}
        </p>
      ))}
      {ranked.length > 0 && (
        <ChartFigure
          title={title}
          name={`${row.cells.indicator}_${words.nav.regions}`}
          className="ranks"
          table={() => partsTable(board, parts, words, own)}
          drawing={(_draw, notes) => partsDrawing(title, board, parts, notes, LIGHT, words, own)}
          legend={
            <ul className="legend">
              {partsKeys(board, parts, own, words).map(({ kind, text }) => (
                <li key={kind} className={`key-${kind}`}>
                  {text}
                </li>
              ))}
            </ul>
          }
        >
          <DrawnOver isSummed={sum !== undefined} option={option} height={model.height}>
            {whole?.figures.actual && (
              <li className="whole">
                <Line name={wholeName(parts, own)} figure={actualText(whole)} asked={chart.whole?.asked} />
              </li>
            )}
            {sum && figure && (
              <li className="sum">
                <Line name={own.sum(ranked.length)} figure={rangeLike(figure, sum)} />
              </li>
            )}
            {sum && (
              <li className="head" aria-hidden="true">
                {own.ranked}
              </li>
            )}
            {ranked.map((part) => (
              <li key={part.region}>
                <Line
                  name={regionName(part.region)}
                  figure={actualText(part.row)}
                  asked={part.asked}
                  href={partAddress(part.row)}
                />
              </li>
            ))}
          </DrawnOver>
        </ChartFigure>
      )}
    </>
  )
}

interface DrawnOverProps {
  readonly isSummed?: boolean
  readonly option: ComponentProps<typeof Chart>['option']
  readonly height: number
  readonly children: ReactNode
}

/** Lines with their figures, and the drawing laid over them. */
function DrawnOver({ isSummed = false, option, height, children }: DrawnOverProps) {
  return (
    <div className="ranks-body">
      <ol className={isSummed ? 'rows summed' : 'rows'}>{children}</ol>
      <div className="ranks-over">
        <Chart option={option} height={height} />
      </div>
    </div>
  )
}

interface LineProps {
  readonly name: string
  readonly figure: string
  readonly asked?: Mark | undefined
  readonly isImplied?: boolean
  readonly href?: string
}

function Line({ name, figure, asked, isImplied = false, href }: LineProps) {
  const cells = (
    <>
      <span className="name">{name}</span>
      <span className="plot" />
      <b>{isImplied ? <i>{figure}</i> : figure}</b>
      <Asked questions={asked === 'question' ? 1 : 0} answered={asked === 'answered' ? 1 : 0} />
    </>
  )
  return href === undefined ? (
    <span className="cells">{cells}</span>
  ) : (
    <a className="cells" href={href}>
      {cells}
    </a>
  )
}

/** To the same indicator of a part: its own parts where it has such, else its arithmetic. */
function usePartAddress(region: Region): (row: Row) => string {
  const board = useReviewed()
  const address = useAddress()
  const { filter } = useRoute()
  return (row) => {
    const { region: path } = row.cells
    const isDivided = (regionAt(region, path)?.children.length ?? 0) > 0
    return address({
      view: isDivided ? 'regions' : 'project',
      project: board.projectOf.get(row)?.id ?? '',
      line: row.line,
      filter: { ...filter, region: path },
    })
  }
}

function Completions({ row, parts }: { readonly row: Row; readonly parts: Parts }) {
  const board = useReviewed()
  const words = useWords()
  const own = useRegionWords()
  const ranks = useMemo(() => completionsIn(board, parts), [board, parts])
  const lines = useMemo(
    () =>
      ranks.map(({ region, row }) => ({
        id: region,
        name: regionName(region),
        level: '',
        indicators: [indicatorOf(board, row)],
      })),
    [board, ranks],
  )
  const axis = useMemo(() => ranksAxis(ranks), [ranks])
  const model = useMemo(() => layoutSheet(lines, RANKS, axis), [lines, axis])
  const option = useMemo(() => sheetOption(model, PAGE), [model])
  // One completion by itself is told on the project's page.
  if (ranks.length < 2) return null
  const title = own.completionsTitle(row.cells.indicator)
  const without = [...parts.ranked, ...parts.lacking]
    .filter(({ region, row }) => row && !ranks.some((rank) => rank.region === region))
    .map(({ region }) => regionName(region))
  return (
    <ChartFigure
      title={title}
      name={`${row.cells.indicator}_${words.chart.completion}`}
      className="ranks"
      table={() => partsTable(board, parts, words, own)}
      drawing={(_draw, notes) => completionDrawing(title, lines, ranks, notes, LIGHT, words)}
    >
      {without.length > 0 && <p className="quiet about">{own.noCompletion(without.join(own.listJoin))}</p>}
      <div className="ranks-head" aria-hidden="true">
        <span className="plot">
          <b style={at(axis.target)}>{words.sheet.target}</b>
          {axis.ticks
            .filter(({ percent }) => percent !== 100)
            .map((tick) => (
              <span key={tick.percent} style={at(tick.at)}>
                {tick.percent}%
              </span>
            ))}
        </span>
      </div>
      <DrawnOver option={option} height={model.height}>
        {ranks.map((rank, i) => (
          <li key={rank.region} className={rank.row === parts.whole ? 'whole' : undefined}>
            <Line
              name={rank.row === parts.whole ? placeName(rank.region) : regionName(rank.region)}
              figure={completionText(rank.row, rank.completion, words)}
              asked={lines[i]?.indicators[0]?.asked}
              isImplied={rank.completion.source !== 'printed'}
            />
          </li>
        ))}
      </DrawnOver>
    </ChartFigure>
  )
}

const at = (fraction: number) => ({ left: `${(fraction * 100).toFixed(3)}%` })
