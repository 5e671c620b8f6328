import { useMemo } from 'react'
import type { TallyGroup } from '../charts/tally.ts'
import { LIGHT } from '../charts/tokens.ts'
import { askedIn, countStatuses, statusOf } from '../checks/check.ts'
import { whenOf } from '../checks/pace.ts'
import { type Region, rankChildren } from '../compare/regions.ts'
import { groupBy } from '../lib/groupBy.ts'
import type { Project } from '../model/dataSet.ts'
import { standWell } from '../model/status.ts'
import { tallyTable } from '../report/tables.ts'
import { distinct, visibleProjects } from '../state/derive.ts'
import { Asked } from './Asked.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { CountedLines } from './CountedLines.tsx'
import { useAddress, usePlace, useReviewed, useRoute, useWords } from './context.ts'
import { useListAddress, useRegionWords } from './regionContext.ts'

/** A line of a list: where it leads, and how what is behind it stands. */
interface Counted {
  readonly group: TallyGroup
  readonly href: string
  readonly questions: number
  readonly answered: number
}

/** The parts of a region, ranked: a square per project, counts in words, figures to question. */
export function Children({ region }: { readonly region: Region }) {
  const board = useReviewed()
  const own = useRegionWords()
  const list = useListAddress()
  const { filter } = useRoute()
  const ranked = useMemo(
    () =>
      rankChildren(board, region, ({ path }) =>
        visibleProjects(board, { ...filter, region: path }, 'printed'),
      ),
    [board, region, filter],
  )
  const isUnderway = useMemo(
    () => whenOf(region.children.flatMap(({ projects }) => projects.flatMap(({ rows }) => rows))).isUnderway,
    [region],
  )
  return (
    <CountedFigure
      title={(isUnderway ? own.childrenPace : own.children)(ranked.length)}
      note={isUnderway ? own.childrenPaceNote : own.childrenNote}
      lines={ranked.map(({ region: { path, name }, standing: { counts, total, questions, answered } }) => ({
        group: { key: name, kind: 'region', counts, total },
        href: list({ region: path, level: '', domain: '' }),
        questions,
        answered,
      }))}
    />
  )
}

interface GroupsProps {
  readonly kind: 'level' | 'domain'
  readonly title: string
  readonly projects: readonly Project[]
}

/** The levels or fields of a region's own list; a project without one is listed beside them. */
export function Groups({ kind, title, projects }: GroupsProps) {
  const board = useReviewed()
  const list = useListAddress()
  const lines = distinct(projects.map((project) => project[kind])).map((key): Counted => {
    const members = projects.filter((project) => project[kind] === key)
    return {
      group: { key, kind, counts: countStatuses(board, members), total: members.length },
      href: list({ [kind]: key }),
      ...askedIn(
        board,
        members.flatMap(({ rows }) => rows),
      ),
    }
  })
  return lines.length === 0 ? null : <CountedFigure title={title} lines={lines} />
}

interface CountedProps {
  readonly title: string
  readonly note?: string
  readonly lines: readonly Counted[]
}

function CountedFigure({ title, note, lines }: CountedProps) {
  const words = useWords()
  const own = useRegionWords()
  const place = usePlace()
  const groups = lines.map(({ group }) => group)
  return (
    <ChartFigure
      title={title}
      name={words.tally[groups[0]?.kind ?? 'region']}
      className="counted"
      table={() => tallyTable(groups, words)}
      drawing={(draw, notes) =>
        draw.tallyDrawing(groups, notes, LIGHT, words, `${place}${words.colon}${title}`)
      }
    >
      <CountedLines
        note={note}
        lines={lines.map(({ group, href, questions, answered }) => ({
          group,
          href,
          reached:
            group.counts.unknown === group.total ? own.untold : own.of(standWell(group.counts), group.total),
          asked: <Asked questions={questions} answered={answered} />,
        }))}
      />
    </ChartFigure>
  )
}

interface ProjectsProps {
  readonly title: string
  readonly projects: readonly Project[]
}

export function Projects({ title, projects }: ProjectsProps) {
  const board = useReviewed()
  const words = useWords()
  const own = useRegionWords()
  const address = useAddress()
  if (projects.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ol className="rows">
        {projects.map((project) => {
          const status = statusOf(board, project)
          return (
            <li key={project.id}>
              <a href={address({ view: 'regions', project: project.id })}>
                <span className="name">
                  {project.no !== '' && <small>{project.no} </small>}
                  {project.name}
                </span>
                <span className={`status status-${status}`}>{words.status[status]}</span>
                <small>{own.indicators(project.rows.length)}</small>
                <Asked {...askedIn(board, project.rows)} />
              </a>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Where a region has no list of its own: the projects on the lists of its parts, each once. */
export function SharedProjects({ projects }: { readonly projects: readonly Project[] }) {
  const own = useRegionWords()
  const address = useAddress()
  const shared = groupBy(
    projects,
    ({ level }) => level,
    ({ name }) => name,
    ({ year }) => year,
  )
  return (
    <section>
      <h2>{own.together}</h2>
      <ol className="rows">
        {shared.map((same) => {
          const [first] = same
          return (
            first && (
              <li key={first.id}>
                <a href={address({ view: 'regions', project: first.id })}>
                  <span className="name">{first.name}</span>
                  <span className="stands">{first.level}</span>
                  <small>{own.inRegions(new Set(same.map(({ region }) => region)).size)}</small>
                </a>
              </li>
            )
          )
        })}
      </ol>
    </section>
  )
}
