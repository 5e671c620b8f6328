import { useEffect, useMemo, useRef } from 'react'
import { askedIn } from '../checks/check.ts'
import { partsOf, type Region, regionAt, regionTree } from '../compare/regions.ts'
import type { Project, Row } from '../model/dataSet.ts'
import { NO_FILTER } from '../model/filter.ts'
import { commonRegion, placeName, regionName, regionsAbove } from '../model/region.ts'
import { actualText } from '../report/bullets.ts'
import { reasonText, sentenceOf } from '../report/tables.ts'
import { headlineWords, projectTitle } from '../report/wording.ts'
import { findingsOfList, headline, regionsIn, visibleProjects, wholeList } from '../state/derive.ts'
import type { Route } from '../state/route.ts'
import { Asked } from './Asked.tsx'
import { useAddress, useReviewed, useRoute, useWords } from './context.ts'
import { FilterBar } from './FilterBar.tsx'
import { Phrases, Undated } from './Overview.tsx'
import { PartsFigures } from './PartsFigures.tsx'
import { Children, Groups, Projects, SharedProjects } from './RegionLists.tsx'
import { useListAddress, useRegionWords } from './regionContext.ts'
import './styles/regions.css'

/** Where the reader stands on the way from a region to one indicator of one project. */
interface Place {
  readonly root: Region
  readonly region: Region
  readonly project: Project | undefined
  readonly row: Row | undefined
}

/** 地区: region → level → field → project → indicator, and there the parts beside the whole. */
export function RegionsView() {
  const board = useReviewed()
  const own = useRegionWords()
  const address = useAddress()
  const route = useRoute()
  const root = useMemo(() => regionTree(board.set.projects), [board])
  const start = regionAt(root, commonRegion(regionsIn(board.set))) ?? root
  const region = route.filter.region === '' ? start : regionAt(start, route.filter.region)
  const project = board.set.projects.find(({ id }) => id === route.project)
  const row = project?.rows.find(({ line }) => line === route.line)
  useStep(route)
  if (!region || (route.project !== '' && !project)) {
    return (
      <>
        <h1 tabIndex={-1}>{region ? own.unknownProject : own.unknown(route.filter.region)}</h1>
        <p>
          <a href={address({ view: 'regions', project: '', filter: NO_FILTER })}>{own.toAll}</a>
        </p>
      </>
    )
  }
  const place: Place = { root: start, region, project, row }
  return (
    <div className="regions">
      <div className="trail">
        <Trail {...place} />
      </div>
      {project && row ? (
        <IndicatorStep region={region} project={project} row={row} />
      ) : project ? (
        <ProjectStep region={region} project={project} />
      ) : (
        <ListStep region={region} isAlone={region === start && start.children.length === 0} />
      )}
    </div>
  )
}

/** A step inside this page: from the top, the focus on its heading, as on the way to another page. */
function useStep({ filter, project, line }: Route): void {
  const step = [filter.region, filter.level, filter.domain, project, line ?? ''].join('\n')
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    // A choice among the filters keeps the focus where it is.
    if (document.activeElement?.closest('.filters')) return
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [step])
}

function Trail({ root, region, project, row }: Place) {
  const own = useRegionWords()
  const address = useAddress()
  const list = useListAddress()
  const { filter } = useRoute()
  const above = regionsAbove(region.path).filter((path) => regionAt(root, path))
  const level = filter.level || project?.level || ''
  const domain = filter.domain || project?.domain || ''
  const wide = { level: '', domain: '' }
  const nameOf = (path: string) =>
    path === '' ? own.all : path === root.path ? placeName(path) : regionName(path)
  const paths = [
    ...(root.path === '' ? [''] : []),
    ...above.reverse(),
    ...(region.path === '' ? [] : [region.path]),
  ]
  const steps: (readonly [key: string, name: string, href: string])[] = [
    ...paths.map((path) => [`r${path}`, nameOf(path), list({ region: path, ...wide })] as const),
    ...(level === '' ? [] : [['level', level, list({ level, domain: '' })] as const]),
    ...(domain === '' ? [] : [['domain', domain, list({ level, domain })] as const]),
    ...(project
      ? [['project', projectTitle(project), address({ view: 'regions', project: project.id })] as const]
      : []),
    ...(project && row
      ? [
          [
            'row',
            row.cells.indicator,
            address({ view: 'regions', project: project.id, line: row.line }),
          ] as const,
        ]
      : []),
  ]
  return (
    <nav aria-label={own.trail}>
      {steps.map(([key, name, href], i) => (
        <a key={key} href={href} aria-current={i === steps.length - 1 ? 'step' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}

/** A region, a level of it, or a field of that: what is below, with counts. */
function ListStep({ region, isAlone }: { readonly region: Region; readonly isAlone: boolean }) {
  const address = useAddress()
  const board = useReviewed()
  const words = useWords()
  const own = useRegionWords()
  const { filter } = useRoute()
  const listed = visibleProjects(board, { ...filter, region: region.path }, 'printed')
  const projects = listed.filter((project) => project.region === region.path)
  const whole = wholeList(board, region.path, filter.asOf, 'printed')
  const name = region.path === '' ? own.all : placeName(region.path)
  const isOwn = region.projects.length > 0
  const ofList = findingsOfList(board, { ...filter, region: region.path })
  const counts = headline(board, projects, whole.length, ofList)
  const [stands, checked] = headlineWords(counts, words)
  const title = [name, filter.level, filter.domain].filter((text) => text !== '').join(' · ')
  return (
    <>
      <h1 tabIndex={-1}>{(isAlone ? own.titleAlone : own.title)(title)}</h1>
      {isAlone && (
        <p>
          {own.noneBelow(name)} <a href={address({ view: 'overview', project: '' })}>{own.toOverview}</a>
        </p>
      )}
      <p className="headline">
        {isOwn ? (
          <>
            <span>
              <Phrases phrases={stands} />
            </span>
            <span>
              <Phrases phrases={checked} />
            </span>
            <Undated counts={counts} />
          </>
        ) : (
          own.noList(name)
        )}
      </p>
      <FilterBar sortable={false} />
      <SumsAsked projects={projects} />
      {isOwn ? (
        <OwnList region={region} projects={projects} />
      ) : (
        <>
          <Children region={region} />
          <SharedProjects projects={listed} />
        </>
      )}
    </>
  )
}

/** Where the parts do not come to the whole: the sentence with both figures, and the way to them. */
function SumsAsked({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  return projects.flatMap(({ id, rows }) =>
    rows.flatMap((row) =>
      (board.findingsOf.get(row) ?? [])
        .filter(({ rule }) => rule === 'parts-do-not-sum')
        .map((finding) => (
          <p key={row.line} className={board.reasons.has(finding) ? 'finding' : 'finding question'}>
            <a href={address({ view: 'regions', project: id, line: row.line })}>{row.cells.indicator}</a>
            {words.colon}
            {sentenceOf(finding, words)}
            {reasonText(finding, board, words)}
          </p>
        )),
    ),
  )
}

function OwnList({ region, projects }: { readonly region: Region; readonly projects: readonly Project[] }) {
  const words = useWords()
  const own = useRegionWords()
  const { filter } = useRoute()
  const without = (key: 'level' | 'domain') => projects.filter((project) => project[key] === '')
  if (projects.length === 0) return <p className="nothing">{words.filters.nothing}</p>
  if (filter.domain !== '') return <Projects title={own.projects} projects={projects} />
  if (filter.level !== '') {
    return (
      <>
        <Groups kind="domain" title={own.domains} projects={projects} />
        <Projects title={own.noDomain} projects={without('domain')} />
      </>
    )
  }
  return (
    <>
      {region.children.length > 0 && <Children region={region} />}
      <Groups kind="level" title={own.levels} projects={projects} />
      <Projects title={own.noLevel} projects={without('level')} />
    </>
  )
}

interface StepProps {
  readonly region: Region
  readonly project: Project
}

function ProjectStep({ region, project }: StepProps) {
  const own = useRegionWords()
  return (
    <>
      <h1 tabIndex={-1}>{project.name}</h1>
      <ToProject project={project} region={region} />
      <h2>{own.indicatorsOf}</h2>
      <ol className="rows">
        {project.rows.map((row) => (
          <li key={row.line}>
            <IndicatorLine region={region} project={project} row={row} />
          </li>
        ))}
      </ol>
    </>
  )
}

function IndicatorLine({ region, project, row }: StepProps & { readonly row: Row }) {
  const board = useReviewed()
  const own = useRegionWords()
  const address = useAddress()
  const isHere = row.cells.region === region.path
  const parts = useMemo(() => partsOf(board, region, row), [board, region, row])
  return (
    <a href={address({ view: 'regions', project: project.id, line: row.line })}>
      <span className="name">{row.cells.indicator}</span>
      <b>{isHere ? actualText(row) : ''}</b>
      <span className="stands">{isHere ? row.cells.completion : ''}</span>
      <small>
        {region.children.length > 0 && own.partsCount(parts.ranked.length, region.children.length)}
      </small>
      <Asked {...askedIn(board, isHere ? [row] : [])} />
    </a>
  )
}

/** To the arithmetic of the region's own project; a region without a list of its own has none. */
function ToProject({ project, region, line }: StepProps & { readonly line?: number }) {
  const board = useReviewed()
  const words = useWords()
  const own = useRegionWords()
  const address = useAddress()
  if (project.region !== region.path) return null
  const status = board.statuses.get(project.id) ?? 'unknown'
  return (
    <p className="headline">
      <span className={`status status-${status}`}>{words.status[status]}</span>
      <a href={address({ view: 'project', project: project.id, line })}>{own.toProject}</a>
    </p>
  )
}

function IndicatorStep({ region, project, row }: StepProps & { readonly row: Row }) {
  return (
    <>
      <h1 tabIndex={-1}>{row.cells.indicator}</h1>
      <ToProject project={project} region={region} line={row.line} />
      <PartsFigures region={region} row={row} />
    </>
  )
}
