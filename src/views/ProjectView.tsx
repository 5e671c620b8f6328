import { Fragment, useEffect, useMemo } from 'react'
import { reachOf as barReachOf } from '../charts/bullet.ts'
import { LIGHT } from '../charts/tokens.ts'
import { askedIn, statusOf } from '../checks/check.ts'
import { type Reach, reachOf, showsTarget } from '../checks/reach.ts'
import { coursesOf } from '../compare/course.ts'
import type { Project } from '../model/dataSet.ts'
import { datesOf } from '../model/listing.ts'
import { bulletsOf } from '../report/bullets.ts'
import { indicatorTable } from '../report/tables.ts'
import { projectTitle } from '../report/wording.ts'
import { regionsIn, visibleProjects, wholeList } from '../state/derive.ts'
import { go } from '../state/store.ts'
import { courseWords } from '../text/course.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { useAddress, useBoardStore, useReviewed, useRoute, useTexts, useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { Indicator } from './Indicator.tsx'
import { later } from './later.ts'
import './styles/course.css'
import { Glossed } from './Glossed.tsx'

const Related = fetched(later.related)

/** 项目: the drill-down from region and level to the arithmetic behind one figure. */
export function ProjectView() {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  const route = useRoute()
  const project = board.set.projects.find(({ id }) => id === route.project)
  // The filter says which projects one leafs through; a project outside it is leafed among all.
  const visible = visibleProjects(board, route.filter, route.sort)
  const order = project && !visible.includes(project) ? listed(board, project) : visible
  const place = project ? order.indexOf(project) : -1
  useArrowKeys(order[place - 1], order[place + 1])
  if (!project) {
    return (
      <>
        <h1 tabIndex={-1}>{words.project.not}</h1>
        <p>
          <a href={address({ view: 'overview', project: '' })}>{words.project.back}</a>
        </p>
      </>
    )
  }
  const bullets = bulletsOf(board, project.rows, words)
  const reach = barReachOf(bullets.map(({ bullet }) => bullet))
  const title = `${projectTitle(project)}${words.colon}${words.project.indicatorsTitle}`
  return (
    <article className="project">
      <div className="trail">
        <Trail project={project} />
        <Neighbours before={order[place - 1]} after={order[place + 1]} />
      </div>
      <h1 tabIndex={-1}>{project.name}</h1>
      {project.owner !== '' && <Owner project={project} />}
      <Summary project={project} />
      <Dates project={project} />
      <ChartFigure
        title={words.project.indicatorsTitle}
        name={projectTitle(project)}
        heading="hidden"
        className="indicators"
        table={() => indicatorTable(board, project.rows, words)}
        drawing={
          bullets.length === 0
            ? undefined
            : (draw, notes) => draw.bulletDrawing(title, bullets, notes, LIGHT, words)
        }
      >
        <Indicators project={project} reach={reach} />
      </ChartFigure>
      <Related project={project} />
    </article>
  )
}

function Trail({ project }: { readonly project: Project }) {
  const words = useWords()
  const address = useAddress()
  const { filter } = useRoute()
  const isDivided = regionsIn(useReviewed().set).length > 1
  const home = { view: 'overview', project: '' } as const
  // A part's list is another list than the whole's.
  const wide = isDivided ? { region: project.region } : {}
  return (
    <nav aria-label={words.nav.overview}>
      <a href={address(home)}>{words.project.back}</a>
      {project.region !== '' &&
        (isDivided ? (
          <a href={address({ view: 'regions', project: '', filter: { ...filter, ...wide } })}>
            {project.region}
          </a>
        ) : (
          <span>{project.region}</span>
        ))}
      {project.level !== '' && (
        <a href={address({ ...home, filter: { ...filter, ...wide, level: project.level } })}>
          <Glossed text={project.level} />
        </a>
      )}
      {project.domain !== '' && (
        <a href={address({ ...home, filter: { ...filter, ...wide, domain: project.domain } })}>
          {project.domain}
        </a>
      )}
      <span>{project.no}</span>
    </nav>
  )
}

/** Who answers for it: the way to all that the same office answers for. */
function Owner({ project: { region, owner } }: { readonly project: Project }) {
  const words = useWords()
  const address = useAddress()
  const { filter } = useRoute()
  const wide = regionsIn(useReviewed().set).length > 1 ? { region } : {}
  return (
    <p className="quiet">
      {words.filters.columns.owner}{' '}
      <a href={address({ view: 'overview', project: '', filter: { ...filter, ...wide, owner } })}>{owner}</a>
    </p>
  )
}

/** Those that a project stands among in its own list, at its own date. */
function listed(board: ReturnType<typeof useReviewed>, { region, asOf, id }: Project): readonly Project[] {
  const latest = wholeList(board, region, '', 'printed')
  return latest.some((one) => one.id === id) ? latest : wholeList(board, region, asOf, 'printed')
}

/** Where a project was told at several dates: the way to each. */
function Dates({ project }: { readonly project: Project }) {
  const { set } = useReviewed()
  const address = useAddress()
  const texts = useTexts(courseWords)
  const dates = datesOf(set.projects, project)
  if (dates.length < 2) return null
  return (
    <nav className="dates" aria-label={texts.dates}>
      <span className="quiet">{texts.asOf}</span>
      {dates.map(({ id, asOf }) => (
        <a
          key={id}
          href={address({ view: 'project', project: id })}
          aria-current={id === project.id ? 'date' : undefined}
        >
          {asOf}
        </a>
      ))}
    </nav>
  )
}

/** Each indicator once, with its course where it was told at several dates. */
function Indicators({ project, reach }: { readonly project: Project; readonly reach: number }) {
  const board = useReviewed()
  const texts = useTexts(courseWords)
  const { line } = useRoute()
  const courses = useMemo(() => coursesOf(board, project), [board, project])
  return courses.map((course) => {
    const { rows, own } = course
    const row = own ?? rows.at(-1)
    if (!row) return null
    return (
      <Fragment key={row.line}>
        <Indicator row={row} isMeant={row.line === line} reach={reach} {...(rows.length > 1 && { course })} />
        {!own && <p className="quiet not-told">{texts.notTold(project.asOf, row.cells.as_of)}</p>}
      </Fragment>
    )
  })
}

interface NeighbourProps {
  readonly before: Project | undefined
  readonly after: Project | undefined
}

function Neighbours({ before, after }: NeighbourProps) {
  const words = useWords()
  const address = useAddress()
  return (
    <nav className="neighbours" aria-label={words.project.keys} title={words.project.keys}>
      {before && (
        <a href={address({ view: 'project', project: before.id })} rel="prev" title={before.name}>
          ← {words.project.previous}
        </a>
      )}
      {after && (
        <a href={address({ view: 'project', project: after.id })} rel="next" title={after.name}>
          {words.project.next} →
        </a>
      )}
    </nav>
  )
}

function Summary({ project }: { readonly project: Project }) {
  const board = useReviewed()
  const words = useWords()
  const status = statusOf(board, project)
  const shown = project.rows.filter(showsTarget)
  const count = (reach: Reach) => shown.filter((row) => reachOf(row) === reach).length
  const [missed, reached] = [count('missed'), count('reached')]
  const silent = project.rows.length - missed - reached
  const told = [
    missed > 0 && words.project.missedOf(missed),
    reached > 0 && words.project.reachedOf(reached),
    silent > 0 && words.project.silentOf(silent),
  ].filter((text) => text !== false)
  const { questions, answered } = askedIn(board, project.rows)
  return (
    <p className="headline">
      <span className={`status status-${status}`}>{words.status[status]}</span>
      {shown.length === 0 ? words.statusAbout[status] : told.join(words.comma)}
      {questions > 0 && (
        <strong className="question">
          {answered > 0 ? words.asked.openCount(questions) : words.headline.questions(questions)}
        </strong>
      )}
      {answered > 0 && <span className="answered">{words.asked.answeredLong(answered)}</span>}
    </p>
  )
}

/** ← and → leaf through the projects, unless the keys are wanted elsewhere. */
function useArrowKeys(before: Project | undefined, after: Project | undefined): void {
  const store = useBoardStore()
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) return
      if (e.target instanceof Element && e.target.closest('input, select, textarea, .table-box')) return
      const to = e.key === 'ArrowLeft' ? before : e.key === 'ArrowRight' ? after : undefined
      if (to) go(store, { view: 'project', project: to.id })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [store, before, after])
}
