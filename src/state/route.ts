import { FILTER_KEYS, type Filter, isAskedFor, NO_FILTER, SORTS, type Sort } from '../model/filter.ts'
import { STATUSES, type Status } from '../model/status.ts'

export const VIEWS = ['overview', 'project', 'regions', 'checks', 'compare', 'data', 'method'] as const
export type View = (typeof VIEWS)[number]
export type Lang = 'zh' | 'en'

/** Everything the address keeps: a view can be sent to someone, and Back undoes any step. */
export interface Route {
  readonly view: View
  /** Id of the data set shown; '' is the first of the catalogue. */
  readonly set: string
  /** Ids of the data sets that it is compared with. */
  readonly versus: readonly string[]
  /** The project of 项目, or that 地区 is narrowed to; else ''. */
  readonly project: string
  /** Line of the indicator to bring into sight, if any. */
  readonly line: number | undefined
  readonly filter: Filter
  readonly sort: Sort
  readonly lang: Lang
}

export const HOME: Route = {
  view: 'overview',
  set: '',
  versus: [],
  project: '',
  line: undefined,
  filter: NO_FILTER,
  sort: 'printed',
  lang: 'zh',
}

/** The address behind the `#`: `#/project/9/27?level=省定&lang=en`; the plain overview is ''. */
export function formatRoute(route: Route): string {
  const path = [route.view === 'overview' ? '' : route.view]
  if (isPlaced(route.view) && (route.view === 'project' || route.project !== '')) {
    path.push(encodeURIComponent(route.project))
    if (route.line !== undefined) path.push(String(route.line))
  }
  const query = new URLSearchParams()
  if (route.set !== '') query.set('set', route.set)
  if (route.versus.length > 0) query.set('versus', route.versus.join(','))
  for (const key of FILTER_KEYS) if (route.filter[key] !== '') query.set(key, route.filter[key])
  if (route.sort !== 'printed') query.set('sort', route.sort)
  if (route.lang !== 'zh') query.set('lang', route.lang)
  const text = query.toString()
  const address = path.join('/') + (text === '' ? '' : `?${text}`)
  return address === '' ? '' : `#/${address}`
}

/** Reads an address; whatever it does not understand falls back to the plain overview's value. */
export function parseRoute(hash: string, rules: ReadonlySet<string>): Route {
  const address = hash.replace(/^#\/?/, '')
  const mark = address.indexOf('?')
  const path = mark < 0 ? address : address.slice(0, mark)
  const query = mark < 0 ? '' : address.slice(mark + 1)
  const [first = '', second = '', third = ''] = path.split('/')
  const params = new URLSearchParams(query)
  const view = VIEWS.find((name) => name === first) ?? 'overview'
  const finding = params.get('finding') ?? ''
  return {
    view,
    set: params.get('set') ?? '',
    versus: (params.get('versus') ?? '').split(',').filter((id) => id !== ''),
    project: isPlaced(view) ? decode(second) : '',
    line: isPlaced(view) && /^\d+$/.test(third) ? Number(third) : undefined,
    filter: {
      text: params.get('text') ?? '',
      region: params.get('region') ?? '',
      asOf: params.get('asOf') ?? '',
      level: params.get('level') ?? '',
      domain: params.get('domain') ?? '',
      owner: params.get('owner') ?? '',
      status: STATUSES.find((status: Status) => status === params.get('status')) ?? '',
      finding: isAskedFor(finding) || rules.has(finding) ? (finding as Filter['finding']) : '',
    },
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'printed',
    lang: params.get('lang') === 'en' ? 'en' : 'zh',
  }
}

/** Whether a view is of one project and one of its lines. */
const isPlaced = (view: View): boolean => view === 'project' || view === 'regions'

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
