import {
  type CSSProperties,
  type MouseEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CompletionAxis } from '../charts/axis.ts'
import {
  DESKTOP,
  layoutSheet,
  markAt,
  marksInOrder,
  PHONE,
  type SheetLine,
  type SheetMark,
  sheetOption,
} from '../charts/sheet.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { questionsIn } from '../checks/check.ts'
import type { Project } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { activeKeys } from '../model/filter.ts'
import { isQuestion } from '../model/finding.ts'
import { indicatorTable } from '../report/tables.ts'
import { evidence, lineLabel } from '../report/wording.ts'
import { nameIn, type Reviewed, sheetProjects, wholeList, wholeSheet } from '../state/derive.ts'
import { HOME, type Lang } from '../state/route.ts'
import { addressOf, go, narrow } from '../state/store.ts'
import { printed } from '../text/figures.ts'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { usePhone } from './charting.ts'
import { useBoardStore, usePlace, useReviewed, useRoute, useWords } from './context.ts'

/**
 * The year on one sheet: a line per project, every indicator a mark on one axis of completion. A filter hides
 * lines and keeps them, and the axis: what is left stays where it was, and a click costs little.
 */
export function Sheet({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const words = useWords()
  const { axis } = wholeSheet(board)
  const lines = sheetProjects(board, projects)
  const place = usePlace()
  const { filter, sort } = useRoute()
  const all = wholeList(board, filter.region, filter.asOf, sort)
  const shown = new Set(projects)
  return (
    <ChartFigure
      title={words.sheet.title}
      name={words.nav.overview}
      className="sheet"
      table={() =>
        indicatorTable(
          board,
          projects.flatMap((project) => project.rows),
          words,
        )
      }
      drawing={(draw, notes) =>
        draw.sheetDrawing(lines, axis, notes, LIGHT, words, `${place}${words.colon}${words.sheet.title}`)
      }
      legend={<Legend board={board} />}
    >
      <AxisHead axis={axis} />
      <SheetBody projects={projects}>
        {levelsOf(all).map((level) => (
          <Level
            key={level}
            level={level}
            projects={all.filter((project) => project.level === level)}
            shown={shown}
          />
        ))}
      </SheetBody>
    </ChartFigure>
  )
}

const levelsOf = (projects: readonly Project[]): string[] => [
  ...new Set(projects.map((project) => project.level)),
]
const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`
const at = (fraction: number): CSSProperties => ({ left: percent(fraction) })

const AxisHead = memo(function AxisHead({ axis }: { readonly axis: CompletionAxis }) {
  const words = useWords()
  return (
    <div className="axis-head" aria-hidden="true">
      <div className="axis-ticks">
        <span className="aside" style={at(axis.start / 2)}>
          {words.sheet.aside}
        </span>
        <b style={at(axis.target)}>{words.sheet.target}</b>
        {axis.ticks
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
})

interface LevelProps {
  readonly level: string
  /** All that it has, in the order asked for. */
  readonly projects: readonly Project[]
  /** Those that a filter left, of all levels. */
  readonly shown: ReadonlySet<Project>
}

function Level({ level, projects, shown }: LevelProps) {
  const words = useWords()
  const store = useBoardStore()
  const { filter, lang } = useRoute()
  const count = projects.filter((project) => shown.has(project)).length
  return (
    <section className={count === 1 ? 'level single' : 'level'} aria-label={level} hidden={count === 0}>
      <h3>
        <button
          type="button"
          aria-pressed={filter.level === level}
          onClick={() => narrow(store, { level: filter.level === level ? '' : level })}
        >
          {level}
        </button>
        <small>{words.sheet.pieces(count)}</small>
      </h3>
      <ol>
        {projects.map((project) => (
          <li key={project.id} hidden={!shown.has(project)}>
            <Line project={project} lang={lang} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A project's words: no filter changes them. */
const Line = memo(function Line({ project, lang }: { readonly project: Project; readonly lang: Lang }) {
  const board = useReviewed()
  const words = useWords()
  const { axis, lineOf } = wholeSheet(board)
  const line = lineOf.get(project.id)
  const label = line && lineLabel(line, axis.target, project.rows, words)
  const questions = questionsIn(board, project.rows)
  return (
    <a
      className="line"
      id={`project-${project.id}`}
      data-project={project.id}
      href={addressOf({ ...HOME, lang }, { view: 'project', project: project.id })}
    >
      <span className="no">{project.no}</span>
      <span className="name">{nameIn(board.set, project)}</span>
      <span className="plot">
        <span className="band" />
        {label && (
          <span className={label.onMark ? 'label' : 'label silent'} style={at(label.at)}>
            {label.figure !== '' && <b>{label.figure}</b>}
            {label.words !== '' && <i>{label.words}</i>}
          </span>
        )}
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
  )
})

interface Found {
  readonly line: SheetLine
  readonly mark: SheetMark
}

/** Where the compressed part of the axis lies: every line shades it behind its words. */
const bandStyle = (axis: CompletionAxis): CSSProperties => {
  const from = axis.compressed ?? axis.end
  return { '--band': percent(from), '--band-width': percent(axis.end - from) } as CSSProperties
}

/**
 * The lines, and over them the marks. Both layouts of the marks stand in the page, and the style sheet shows the
 * one that fits; only that one comes alive. A mark answers to a pointer near it, whoever drew it.
 */
function SheetBody({ projects, children }: { readonly projects: readonly Project[]; children: ReactNode }) {
  const board = useReviewed()
  const { filter, sort } = useRoute()
  const store = useBoardStore()
  const isPhone = usePhone()
  const { axis } = wholeSheet(board)
  const band = useMemo(() => bandStyle(axis), [axis])
  const lines = sheetProjects(board, projects)
  const metrics = isPhone ? PHONE : DESKTOP
  const model = useMemo(() => layoutSheet(lines, metrics, axis), [lines, metrics, axis])
  const option = useMemo(() => sheetOption(model, PAGE), [model])
  const [hovered, setHovered] = useState<Found | undefined>()
  // A filter may have taken the mark away, or moved it, since the pointer came.
  const pointed = hovered && marksInOrder(model).find(({ mark }) => mark.row === hovered.mark.row)
  const plot = useRef<HTMLDivElement>(null)
  const stale = activeKeys(filter).length > 0 || sort !== 'printed'
  const find = (e: MouseEvent): Found | undefined => {
    const box = plot.current
      ?.querySelector(isPhone ? '.phone-only' : '.desktop-only')
      ?.getBoundingClientRect()
    if (!box || box.width === 0) return undefined
    const scale = model.height / box.height
    return markAt(model, (e.clientX - box.left) / box.width, (e.clientY - box.top) * scale, box.width * scale)
  }
  // A line's own address knows of no filter, so that a filter does not touch every link; a step in this window
  // keeps it. A click with a key held is the link's alone: another tab, another window.
  const open = (e: MouseEvent<HTMLElement>) => {
    if (e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return
    const link = (e.target as Element).closest<HTMLElement>('.line')
    const byPointer = e.detail > 0
    const found = byPointer ? find(e) : undefined
    const project = found?.line.id ?? link?.dataset.project
    if (project === undefined) return
    e.preventDefault()
    go(store, { view: 'project', project, line: found?.mark.row.line })
  }
  const hover = (e: PointerEvent) => {
    if (e.pointerType === 'touch') return
    const found = find(e)
    if (found?.mark !== hovered?.mark) setHovered(found)
  }
  return (
    <div
      className="sheet-body"
      style={band}
      ref={plot}
      onClickCapture={open}
      onPointerMove={hover}
      onPointerLeave={() => setHovered(undefined)}
    >
      {children}
      <div className="plot-over desktop-only">
        <Chart
          option={isPhone ? undefined : option}
          height={model.height}
          still="sheet-desktop"
          stale={stale}
          live={!isPhone}
          onPaper={() => {
            const onDesk = layoutSheet(lines, DESKTOP, axis)
            return { option: sheetOption(onDesk, PAGE), height: onDesk.height }
          }}
        />
      </div>
      <div className="plot-over phone-only">
        <Chart
          option={isPhone ? option : undefined}
          height={model.height}
          still="sheet-phone"
          stale={stale}
          live={isPhone}
        />
      </div>
      {pointed && (
        <div className="plot-over">
          <Tip {...pointed} height={model.height} />
        </div>
      )}
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
  const board = useReviewed()
  const asked = (board.findingsOf.get(mark.row) ?? []).filter(isQuestion)
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
      {asked.map(({ rule }) => (
        <em key={rule}>{words.rules[rule].title}</em>
      ))}
    </div>
  )
}

const Legend = memo(function Legend({ board }: { readonly board: Reviewed }) {
  const { axis, kinds } = wholeSheet(board)
  const l = useWords().sheet.legend
  return (
    <ul className="legend">
      {kinds.has('met') && <li className="key-met">{l.met}</li>}
      {kinds.has('missed') && <li className="key-missed">{l.missed}</li>}
      {kinds.has('rate') && <li className="key-rate">{l.rate}</li>}
      {kinds.has('silent') && <li className="key-silent">{l.silent}</li>}
      <li className="key-question">{l.question}</li>
      {axis.compressed !== undefined && <li className="key-compressed">{l.compressed}</li>}
    </ul>
  )
})
