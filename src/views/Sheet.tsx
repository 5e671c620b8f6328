import { type CSSProperties, useCallback, useMemo, useState } from 'react'
import type { CompletionAxis } from '../charts/axis.ts'
import {
  DESKTOP,
  layoutSheet,
  marksInOrder,
  PHONE,
  type SheetLine,
  type SheetMark,
  type SheetMetrics,
  type SheetModel,
  SYMBOL_SERIES,
  sheetOption,
} from '../charts/sheet.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { questionsIn } from '../checks/check.ts'
import type { Project } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { activeKeys } from '../model/filter.ts'
import { indicatorTable } from '../report/tables.ts'
import { evidence, lineLabel } from '../report/wording.ts'
import { sheetProjects } from '../state/derive.ts'
import { go, narrow } from '../state/store.ts'
import { printed } from '../text/figures.ts'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { PHONE_QUERY, useMedia } from './charting.ts'
import { useAddress, useBoardStore, usePlace, useReviewed, useRoute, useWords } from './context.ts'
import type { ChartPoint } from './LiveChart.tsx'

/** The year on one sheet: a line per project, every indicator a mark on one axis of completion. */
export function Sheet({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const words = useWords()
  const lines = sheetProjects(board, projects)
  const desktop = useMemo(() => layoutSheet(lines, DESKTOP), [lines])
  const rows = projects.flatMap((project) => project.rows)
  const place = usePlace()
  return (
    <ChartFigure
      title={words.sheet.title}
      name={words.nav.overview}
      className="sheet"
      table={() => indicatorTable(board, rows, words)}
      drawing={(draw, notes) =>
        draw.sheetDrawing(lines, notes, LIGHT, words, `${place}${words.colon}${words.sheet.title}`)
      }
      legend={<Legend model={desktop} />}
    >
      <AxisHead model={desktop} />
      <div className="sheet-body">
        {levelsOf(projects).map((level) => (
          <Level
            key={level}
            level={level}
            projects={projects.filter((project) => project.level === level)}
            model={desktop}
          />
        ))}
        <Marks projects={projects} />
      </div>
    </ChartFigure>
  )
}

const levelsOf = (projects: readonly Project[]): string[] => [
  ...new Set(projects.map((project) => project.level)),
]
const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`
const at = (fraction: number): CSSProperties => ({ left: percent(fraction) })

function AxisHead({ model }: { readonly model: SheetModel }) {
  const words = useWords()
  return (
    <div className="axis-head" aria-hidden="true">
      <div className="axis-ticks">
        <b style={at(model.axis.target)}>{words.sheet.target}</b>
        {model.axis.ticks
          .filter((tick) => tick.percent !== 100)
          .map((tick) => (
            <span key={tick.percent} style={at(tick.at)}>
              {tick.percent}%
            </span>
          ))}
      </div>
      <span className="evidence">{words.sheet.evidence}</span>
      <span className="ask">{words.sheet.ask}</span>
    </div>
  )
}

interface LevelProps {
  readonly level: string
  readonly projects: readonly Project[]
  readonly model: SheetModel
}

function Level({ level, projects, model }: LevelProps) {
  const words = useWords()
  const store = useBoardStore()
  const { filter } = useRoute()
  return (
    <section className={projects.length === 1 ? 'level single' : 'level'} aria-label={level}>
      <h3>
        <button
          type="button"
          aria-pressed={filter.level === level}
          onClick={() => narrow(store, { level: filter.level === level ? '' : level })}
        >
          {level}
        </button>
        <small>{words.sheet.pieces(projects.length)}</small>
      </h3>
      <ol>
        {projects.map((project) => (
          <Line
            key={project.id}
            project={project}
            line={model.lines.find((line) => line.id === project.id)}
            axis={model.axis}
          />
        ))}
      </ol>
    </section>
  )
}

interface LineProps {
  readonly project: Project
  readonly line: SheetLine | undefined
  readonly axis: CompletionAxis
}

function Line({ project, line, axis }: LineProps) {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  if (!line) return null
  const questions = questionsIn(board, project.rows)
  const label = lineLabel(line, axis.target, project.rows, words)
  return (
    <li>
      <a
        className="line"
        id={`project-${project.id}`}
        href={address({ view: 'project', project: project.id })}
      >
        <span className="no">{project.no}</span>
        <span className="name">{project.name}</span>
        <span className="plot">
          {axis.compressed !== undefined && (
            <span
              className="band"
              style={{ left: percent(axis.compressed), width: percent(axis.end - axis.compressed) }}
            />
          )}
          <span className={label.onMark ? 'label' : 'label silent'} style={at(label.at)}>
            {label.figure !== '' && <b>{label.figure}</b>}
            {label.words !== '' && <i>{label.words}</i>}
          </span>
        </span>
        <span className="evidence">{evidence(project.rows, words)}</span>
        <span className="ask">
          {questions > 0 && (
            <>
              <span aria-hidden="true">{words.sheet.asked(questions)}</span>
              <span className="visually-hidden">{words.sheet.askedLong(questions)}</span>
            </>
          )}
        </span>
      </a>
    </li>
  )
}

/** Both layouts stand in the page, and the style sheet shows the one that fits; only that one comes alive. */
function Marks({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const route = useRoute()
  const isPhone = useMedia(PHONE_QUERY)
  const lines = sheetProjects(board, projects)
  const isFirst = activeKeys(route.filter).length === 0 && route.sort === 'printed'
  return (
    <>
      <Plot metrics={DESKTOP} lines={lines} still={isFirst ? 'sheet-desktop' : undefined} shown={!isPhone} />
      <Plot metrics={PHONE} lines={lines} still={isFirst ? 'sheet-phone' : undefined} shown={isPhone} />
    </>
  )
}

interface PlotProps {
  readonly metrics: SheetMetrics
  readonly lines: ReturnType<typeof sheetProjects>
  readonly still: string | undefined
  readonly shown: boolean
}

function Plot({ metrics, lines, still, shown }: PlotProps) {
  const store = useBoardStore()
  const model = useMemo(() => layoutSheet(lines, metrics), [lines, metrics])
  const option = useMemo(() => sheetOption(model, PAGE), [model])
  const marks = useMemo(() => marksInOrder(model), [model])
  const [hovered, setHovered] = useState<{ line: SheetLine; mark: SheetMark } | undefined>()
  const find = useCallback(
    (point: ChartPoint | undefined) => (point?.series === SYMBOL_SERIES ? marks[point.item] : undefined),
    [marks],
  )
  const pick = (point: ChartPoint) => {
    const found = find(point)
    if (found) go(store, { view: 'project', project: found.line.id, line: found.mark.row.line })
  }
  return (
    <div className={metrics === PHONE ? 'plot-over phone-only' : 'plot-over desktop-only'}>
      <Chart
        option={option}
        still={still}
        live={shown}
        onHover={(point) => setHovered(find(point))}
        onPick={pick}
      />
      {hovered && <Tip {...hovered} height={model.height} />}
    </div>
  )
}

/** What a mark says when the pointer is on it; the same words stand on the project's page. */
function Tip({
  line,
  mark,
  height,
}: {
  readonly line: SheetLine
  readonly mark: SheetMark
  readonly height: number
}) {
  const words = useWords()
  const { cells, figures } = mark.row
  const side = mark.x > 0.6 ? 'tip left' : 'tip'
  const stated = [figures.completion?.text, figures.excess && `${words.chart.excess} ${figures.excess.text}`]
    .filter(Boolean)
    .join(' · ')
  return (
    <div className={side} style={{ left: percent(mark.x), top: percent(line.y / height) }}>
      <b>{cells.indicator}</b>
      {figures.actual && <span>{printed(figures.actual, isPercent(figures.actual) ? '%' : cells.unit)}</span>}
      <span>{stated === '' ? words.project.noPercent : stated}</span>
      {mark.questioned && <em>{words.sheet.askedLong(1)}</em>}
    </div>
  )
}

function Legend({ model }: { readonly model: SheetModel }) {
  const words = useWords()
  const l = words.sheet.legend
  const kinds = new Set(model.lines.flatMap((line) => line.marks.map((mark) => mark.kind)))
  return (
    <ul className="legend">
      {kinds.has('met') && <li className="key-met">{l.met}</li>}
      {kinds.has('missed') && <li className="key-missed">{l.missed}</li>}
      {kinds.has('rate') && <li className="key-rate">{l.rate}</li>}
      {kinds.has('silent') && <li className="key-silent">{l.silent}</li>}
      <li className="key-question">{l.question}</li>
      {model.axis.compressed !== undefined && <li className="key-compressed">{l.compressed}</li>}
    </ul>
  )
}
