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
import { type CompletionAxis, DUE_ROOM, ticksBeside } from '../charts/axis.ts'
import { LIGHT } from '../charts/tokens.ts'
import { askedIn } from '../checks/check.ts'
import { percentText } from '../lib/format.ts'
import { type Rational, toNumber } from '../lib/rational.ts'
import type { Project } from '../model/dataSet.ts'
import { percentGone } from '../model/date.ts'
import { evidence, lineLabel } from '../report/wording.ts'
import {
  nameIn,
  type Reviewed,
  sheetProjects,
  visibleProjects,
  whenIn,
  wholeList,
  wholeSheet,
} from '../state/derive.ts'
import { HOME, type Lang } from '../state/route.ts'
import { addressOf, go, toggle } from '../state/store.ts'
import { Asked } from './Asked.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useBoardStore, usePlace, useReviewed, useRoute, useSettledRoute, useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { Glossed } from './Glossed.tsx'
import { later } from './later.ts'
import type { Place, TipPlace } from './pointing.ts'
import { Strip, StripsContext, useStrips } from './Strip.tsx'

const SheetTip = fetched(later.sheetTip)

/**
 * The year on one sheet: a line per project, every indicator a mark on one axis of completion. A filter hides
 * lines and keeps them, and the axis: what is left stays where it was, and a click costs little.
 */
export function Sheet({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const words = useWords()
  const { axis } = wholeSheet(board)
  const lines = sheetProjects(board, projects)
  const { filter, sort } = useSettledRoute()
  const { day } = whenIn(wholeList(board, filter.region, filter.asOf, sort))
  const due = day && percentGone(day.gone)
  const place = usePlace()
  return (
    <ChartFigure
      title={words.sheet.title}
      name={words.nav.overview}
      className={isOwned(board) ? 'sheet owned' : 'sheet'}
      table={() =>
        later.tables().then(({ indicatorTable }) =>
          indicatorTable(
            board,
            projects.flatMap((project) => project.rows),
            words,
          ),
        )
      }
      drawing={(draw, notes) =>
        draw.sheetDrawing(lines, axis, notes, LIGHT, words, `${place}${words.colon}${words.sheet.title}`)
      }
      legend={<Legend board={board} isUnderway={day !== undefined} />}
    >
      <AxisHead axis={axis} due={due} isOwned={isOwned(board)} />
      <SheetBody projects={projects}>
        <Lines />
      </SheetBody>
    </ChartFigure>
  )
}

/** Whether the list names who answers for any of it. */
const isOwned = ({ set }: Reviewed): boolean => set.projects.some(({ owner }) => owner !== '')

const levelsOf = (projects: readonly Project[]): string[] => [
  ...new Set(projects.map((project) => project.level)),
]
const percent = (fraction: number) => `${(fraction * 100).toFixed(3)}%`
const at = (fraction: number): CSSProperties => ({ left: percent(fraction) })

interface AxisHeadProps {
  readonly axis: CompletionAxis
  /** Percent of the year gone by, where all lines stand at one day before its end. */
  readonly due: Rational | undefined
  readonly isOwned: boolean
}

const AxisHead = memo(function AxisHead({ axis, due, isOwned }: AxisHeadProps) {
  const words = useWords()
  const dueAt = due && axis.at(toNumber(due))
  return (
    <div className="axis-head" aria-hidden="true">
      <div className="axis-ticks">
        <span className="aside">{words.sheet.aside}</span>
        <b className={axis.target === axis.start ? 'first' : undefined} style={at(axis.target)}>
          {words.sheet.target}
        </b>
        {due && dueAt !== undefined && (
          <span className={axis.target - dueAt < DUE_ROOM ? 'due before' : 'due'} style={at(dueAt)}>
            {words.pace.due(`${percentText(due, 0)}%`)}
          </span>
        )}
        {ticksBeside(axis, dueAt).map((tick) => (
          <span
            key={tick.percent}
            className={tick.at === axis.start ? 'first' : undefined}
            style={at(tick.at)}
          >
            {tick.percent}%
          </span>
        ))}
      </div>
      {isOwned && <span className="owner">{words.filters.columns.owner}</span>}
      <span className="evidence">{words.sheet.evidence}</span>
      <span className="ask">{words.sheet.ask}</span>
    </div>
  )
})

/** All that a click on a filter waits for: lines come and go in its own frame. */
function Lines() {
  const board = useReviewed()
  const { filter, sort, lang } = useRoute()
  const all = wholeList(board, filter.region, filter.asOf, sort)
  const shown = new Set(visibleProjects(board, filter, sort))
  return levelsOf(all).map((level) => (
    <Level
      key={level}
      level={level}
      projects={all.filter((project) => project.level === level)}
      shown={shown}
      isChosen={filter.level === level}
      lang={lang}
      isLowest={sort === 'lowest'}
    />
  ))
}

interface LevelProps {
  readonly level: string
  /** All that it has, in the order asked for. */
  readonly projects: readonly Project[]
  /** Those that a filter left, of all levels. */
  readonly shown: ReadonlySet<Project>
  readonly isChosen: boolean
  readonly lang: Lang
  readonly isLowest: boolean
}

function Level({ level, projects, shown, isChosen, lang, isLowest }: LevelProps) {
  const words = useWords()
  const store = useBoardStore()
  const count = projects.filter((project) => shown.has(project)).length
  return (
    <section className={count === 1 ? 'level single' : 'level'} aria-label={level} hidden={count === 0}>
      <h3>
        <button type="button" aria-pressed={isChosen} onClick={() => toggle(store, 'level', level)}>
          <Glossed text={level} />
        </button>
        <small>{words.sheet.pieces(count)}</small>
      </h3>
      <ol>
        {projects.map((project) => (
          <li key={project.id} hidden={!shown.has(project)}>
            <Line project={project} lang={lang} isLowest={isLowest} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface LineProps {
  readonly project: Project
  readonly lang: Lang
  /** Whether lines are sorted from the lowest completion, which they then tell. */
  readonly isLowest: boolean
}

/** A project's words: no filter changes them. */
const Line = memo(function Line({ project, lang, isLowest }: LineProps) {
  const board = useReviewed()
  const words = useWords()
  const { axis, lineOf } = wholeSheet(board)
  const line = lineOf.get(project.id)
  const label = line && lineLabel(line, axis.target, project.rows, words, isLowest)
  return (
    <a
      className="line"
      id={`project-${project.id}`}
      data-project={project.id}
      href={addressOf({ ...HOME, lang }, { view: 'project', project: project.id })}
    >
      <span className="no">{project.no}</span>
      <span className="name">{nameIn(board.set, project)}</span>
      {isOwned(board) && <span className="owner">{project.owner}</span>}
      <span className="plot">
        <Strip project={project.id} />
        {label && (
          <span className={label.onMark ? 'label' : 'label silent'} style={at(label.at)}>
            {label.figure !== '' && <b>{label.figure}</b>}
            {label.words !== '' && <i>{label.words}</i>}
          </span>
        )}
      </span>
      <span className="evidence">{evidence(project.rows, words)}</span>
      <Asked {...askedIn(board, project.rows)} />
    </a>
  )
})

type Pointing = typeof import('./pointing.ts')

/** What finds marks and cut words at a place comes when a pointer or a key does, which waits for it. */
let pointing: Pointing | undefined

async function loadPointing(): Promise<Pointing | undefined> {
  pointing ??= await later.pointing().catch(() => undefined)
  return pointing
}

/** Of an event that may be answered later, when its `currentTarget` is gone. */
const placeOf = ({ target, currentTarget, clientX, clientY }: MouseEvent): Place => ({
  target,
  currentTarget,
  clientX,
  clientY,
})

/** What the pointer is on, and what was shown when it came: a filter moves the lines away from under it. */
interface Pointed extends TipPlace {
  readonly among: readonly Project[]
}

/** Where the compressed part of the axis lies: every line shades it behind its words. */
const bandStyle = (axis: CompletionAxis): CSSProperties => {
  const from = axis.compressed ?? axis.end
  const width = axis.end - from
  // Where a background stands is told as a share of the room that it leaves.
  return {
    '--band': percent(width),
    '--band-at': percent(width < 1 ? from / (1 - width) : 0),
  } as CSSProperties
}

/** The lines. A mark answers to a pointer near it, whoever drew it. */
function SheetBody({ projects, children }: { readonly projects: readonly Project[]; children: ReactNode }) {
  const board = useReviewed()
  const words = useWords()
  const store = useBoardStore()
  const { axis, lineOf } = wholeSheet(board)
  const band = useMemo(() => bandStyle(axis), [axis])
  const { strips, watch, isMissing } = useStrips(board, projects)
  const [pointed, setPointed] = useState<Pointed | undefined>()
  const show = (found: TipPlace | undefined) => setPointed(found && { ...found, among: projects })
  // A line's own address knows of no filter, so that a filter does not touch every link; a step in this window
  // keeps it. A click with a key held is the link's alone: another tab, another window.
  const open = (e: MouseEvent<HTMLElement>) => {
    if (e.button !== 0 || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return
    const project = (e.target as Element).closest<HTMLElement>('.line')?.dataset.project
    if (project === undefined) return
    e.preventDefault()
    const place = placeOf(e)
    const step = (by?: Pointing) =>
      go(store, { view: 'project', project, line: by?.markUnder(place, lineOf)?.on.mark.row.line })
    const byPointer = e.detail > 0
    if (byPointer && !pointing) void loadPointing().then(step)
    else step(byPointer ? pointing : undefined)
  }
  const resting = useRef<Place>(undefined)
  const hover = (e: PointerEvent) => {
    if (e.pointerType === 'touch') return
    const place = placeOf(e)
    resting.current = place
    if (pointing) point(pointing, place)
    else void loadPointing().then((loaded) => loaded && resting.current === place && point(loaded, place))
  }
  const leave = () => {
    resting.current = undefined
    setPointed(undefined)
  }
  const point = (pointing: Pointing, place: Place) => {
    const found = pointing.markUnder(place, lineOf) ?? pointing.cutUnder(place.target, place.currentTarget)
    const isSame = pointing.idOf(found) === pointing.idOf(pointed) && (!pointed || pointed.among === projects)
    if (!isSame) show(found)
  }
  // A finger tells what is cut as long as it rests there; a key, on whichever line it stands.
  const tell = async (how: 'cutUnder' | 'cutIn', target: Element, sheet: Element) =>
    show((await loadPointing())?.[how](target, sheet))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it answers to bubbles from its links
    <div
      className="sheet-body"
      style={band}
      onClickCapture={open}
      onPointerMove={hover}
      onPointerLeave={leave}
      onPointerEnter={loadPointing}
      onPointerDown={(e) =>
        e.pointerType === 'touch' && tell('cutUnder', e.target as Element, e.currentTarget)
      }
      onFocus={(e) => e.target.matches(':focus-visible') && tell('cutIn', e.target, e.currentTarget)}
      onBlur={() => setPointed(undefined)}
    >
      <span className="strip-width" ref={watch} />
      {isMissing && <p className="chart-failed">{words.chart.failed}</p>}
      <StripsContext value={strips}>{children}</StripsContext>
      {pointed?.among === projects && <SheetTip place={pointed} />}
    </div>
  )
}

interface LegendProps {
  readonly board: Reviewed
  readonly isUnderway: boolean
}

const Legend = memo(function Legend({ board, isUnderway }: LegendProps) {
  const { axis, kinds } = wholeSheet(board)
  const words = useWords()
  const l = words.sheet.legend
  return (
    <ul className="legend">
      {kinds.has('met') && <li className="key-met">{l.met}</li>}
      {kinds.has('missed') && <li className="key-missed">{l.missed}</li>}
      {kinds.has('rate') && <li className="key-rate">{l.rate}</li>}
      {kinds.has('silent') && <li className="key-silent">{l.silent}</li>}
      <li className="key-question">{l.question}</li>
      {board.reasons.size > 0 && <li className="key-answered">{words.asked.ring}</li>}
      {isUnderway && <li className="key-due">{words.pace.legend}</li>}
      {axis.compressed !== undefined && <li className="key-compressed">{l.compressed}</li>}
    </ul>
  )
})
