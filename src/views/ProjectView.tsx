import { useEffect } from 'react'
import { reachOf as barReachOf } from '../charts/bullet.ts'
import { LIGHT } from '../charts/tokens.ts'
import { questionsIn, statusOf } from '../checks/check.ts'
import { type Reach, reachOf, showsTarget } from '../checks/reach.ts'
import type { Project } from '../model/dataSet.ts'
import { bulletsOf } from '../report/bullets.ts'
import { indicatorTable } from '../report/tables.ts'
import { projectTitle } from '../report/wording.ts'
import { visibleProjects } from '../state/derive.ts'
import { go } from '../state/store.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { useAddress, useBoardStore, useReviewed, useRoute, useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { Indicator } from './Indicator.tsx'
import { later } from './later.ts'

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
  const order = project && visible.includes(project) ? visible : board.set.projects
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
      <Summary project={project} />
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
        {project.rows.map((row) => (
          <Indicator key={row.line} row={row} isMeant={row.line === route.line} reach={reach} />
        ))}
      </ChartFigure>
      <Related project={project} />
    </article>
  )
}

function Trail({ project }: { readonly project: Project }) {
  const words = useWords()
  const address = useAddress()
  const { filter } = useRoute()
  const home = { view: 'overview', project: '' } as const
  return (
    <nav aria-label={words.nav.overview}>
      <a href={address(home)}>{words.project.back}</a>
      {project.region !== '' && <span>{project.region}</span>}
      {project.level !== '' && (
        <a href={address({ ...home, filter: { ...filter, level: project.level } })}>{project.level}</a>
      )}
      {project.domain !== '' && (
        <a href={address({ ...home, filter: { ...filter, domain: project.domain } })}>{project.domain}</a>
      )}
      <span>{project.no}</span>
    </nav>
  )
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
  const questions = questionsIn(board, project.rows)
  return (
    <p className="headline">
      <span className={`status status-${status}`}>{words.status[status]}</span>
      {shown.length === 0 ? words.statusAbout[status] : told.join(words.comma)}
      {questions > 0 && <strong className="question">{words.headline.questions(questions)}</strong>}
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
