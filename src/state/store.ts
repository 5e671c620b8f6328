import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ArchiveProgress } from '../archive/protocol.ts'
import { RULES } from '../checks/rules/registry.ts'
import { isPartMissing } from '../load/partMissing.ts'
import { readTable } from '../load/readTable.ts'
import { type Accepted, withReason } from '../model/accepted.ts'
import type { CatalogueEntry, DataSet } from '../model/dataSet.ts'
import { type Filter, NO_FILTER } from '../model/filter.ts'
import { type Words, zh } from '../text/zh.ts'
import { formatRoute, HOME, type Lang, parseRoute, type Route } from './route.ts'

export type Theme = 'auto' | 'light' | 'dark'

/** Facts only; whatever follows from them is derived. */
export interface Board {
  /** The data set shown. */
  readonly set: DataSet
  /** Its id; undefined as long as the one that the address asked for first is on its way. */
  readonly shown: string | undefined
  /** What became of the one that the address asks for, where it is not the one shown. */
  readonly arrival: 'here' | 'loading' | 'failed' | 'unknown'
  /** Where the reader was going when its data set could not be had; the address is that of the one shown again. */
  readonly missed: Route | undefined
  /** What it was called, where the one asked for was here until the page was loaded anew; else ''. */
  readonly passed: string
  /** Whether a part of the page that the reader waits for could not be fetched. */
  readonly isPartMissing: boolean
  /** The default data set, the catalogue's first. */
  readonly home: DataSet
  /** What the site offers, the default first. */
  readonly offers: readonly CatalogueEntry[]
  /** The reader's own, kept in this browser. */
  readonly own: readonly OwnSet[]
  /** How far reading a large one has come. */
  readonly progress: ArchiveProgress | undefined
  /** What is being opened, if anything. */
  readonly brought: Brought | undefined
  /** Of the default's file as the first picture was drawn from it; '' where none was. */
  readonly drawnFrom: string
  /** The default's file was another one, and is shown now. */
  readonly isRenewed: boolean
  readonly route: Route
  readonly theme: Theme
  readonly accepted: Accepted
  /** What other documents say, fetched for the pages that show it. */
  readonly related: DataSet | 'waiting' | 'loading' | 'failed'
  /** The interface's words; English is fetched when asked for, the old ones stay until it is here. */
  readonly words: Words
}

/** What a reader brought to be opened: files, or cells copied from a spreadsheet. */
export interface Brought {
  readonly files: readonly File[]
  readonly pasted: string
}

export interface OwnSet {
  readonly id: string
  readonly title: string
  /** Read and searched in a worker; no list that the page holds itself. */
  readonly isLarge: boolean
}

export type Store = StoreApi<Board>

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map((rule) => rule.id))
export const readRoute = (hash: string): Route => parseRoute(hash, RULE_IDS)

/** A board of the default data set; where the address asks for another, that one is waited for. */
export function createBoard(set: DataSet, facts: Partial<Board> = {}): Store {
  const route = facts.route ?? HOME
  return createStore<Board>(() => ({
    set,
    home: set,
    shown: route.set === '' ? '' : undefined,
    arrival: route.set === '' ? 'here' : 'loading',
    missed: undefined,
    passed: '',
    isPartMissing: false,
    offers: [set.entry],
    own: [],
    progress: undefined,
    brought: undefined,
    drawnFrom: '',
    isRenewed: false,
    route,
    theme: 'auto',
    accepted: {},
    related: 'waiting',
    words: zh,
    ...facts,
  }))
}

export const wordsOf = async (lang: Lang): Promise<Words> =>
  lang === 'en' ? (await import('../text/en.ts')).en : zh

/** Fetches the words of the language that the address asks for; without network the old ones stay, and that is said. */
export function fetchWords(store: Store, find = wordsOf): void {
  const { lang } = store.getState().route
  const isAsked = () => store.getState().route.lang === lang
  store.setState({ isPartMissing: false })
  find(lang).then(
    (words) => isAsked() && store.setState({ words }),
    () => isAsked() && store.setState({ isPartMissing: true }),
  )
}

export function followLanguage(store: Store, find = wordsOf): void {
  store.subscribe(({ route }, before) => route.lang !== before.route.lang && fetchWords(store, find))
}

/** The parser comes with the first file that is fetched. */
const fetchLater = (entry: CatalogueEntry): Promise<DataSet> =>
  import('../load/fetchTable.ts')
    .then(({ fetchTable }) => fetchTable(entry.file))
    .then((table) => readTable(table, entry))

/** Fetches what other documents say, if there are any and they are not here yet. */
export function fetchRelated(store: Store, fetchOther = fetchLater): void {
  const { set, related } = store.getState()
  if (!set.entry.related || related === 'loading' || typeof related === 'object') return
  store.setState({ related: 'loading' })
  const isShown = () => store.getState().set === set
  fetchOther(set.entry.related).then(
    (found) => isShown() && store.setState({ related: found }),
    () => isShown() && store.setState({ related: 'failed' }),
  )
}

/** Fetches them when a page is come to that shows them; what failed is tried at the next. */
export function followRelated(store: Store, fetchOther = fetchLater): void {
  const look = ({ route }: Board) =>
    (route.view === 'project' || route.view === 'checks') && fetchRelated(store, fetchOther)
  look(store.getState())
  store.subscribe((now, before) => (now.route !== before.route || now.set !== before.set) && look(now))
}

/** Shows the data set that the address asks for; the one before stays until it is here. */
export function followSet(store: Store, find = findLater): void {
  const look = (from?: Route) => {
    const { route, shown, home } = store.getState()
    last.delete(store)
    if (route.set === shown) store.setState({ arrival: 'here', missed: undefined })
    else if (route.set === '') store.setState(show('', home))
    else fetchSet(store, find, from)
  }
  if (store.getState().arrival !== 'here') look()
  store.subscribe(
    (now, before) => now.route.set !== before.route.set && !isBack(now, before) && look(before.route),
  )
}

/** Whether what could not be had was given up just now, and its address with it. */
const isBack = (now: Board, before: Board): boolean =>
  now.missed !== undefined && now.missed !== before.missed

/** What was asked for last: an answer to an earlier question comes too late. */
const last = new WeakMap<Store, object>()

/**
 * Fetches it, again where that failed. Where it cannot be had, the address is again that of the one shown: what is
 * shown, what the switch says and what the address says agree.
 * @param from where the reader came from
 */
export function fetchSet(store: Store, find = findLater, from?: Route): void {
  const asked = store.getState().route
  const id = asked.set
  const question = {}
  last.set(store, question)
  store.setState({ arrival: 'loading', isPartMissing: false, missed: undefined })
  const isAskedFor = () => store.getState().route.set === id && last.get(store) === question
  find(store, id).then(
    (set) => isAskedFor() && store.setState(set ? show(id, set) : { arrival: 'unknown' }),
    (error: unknown) => {
      if (!isAskedFor()) return
      const { route, shown } = store.getState()
      const failure = { arrival: 'failed', isPartMissing: isPartMissing(error) } as const
      if (shown === undefined) return store.setState(failure)
      const back = from && route === asked && from.set === shown ? from : { ...route, set: shown }
      store.setState({ ...failure, missed: route, route: back })
    },
  )
}

/** Another data set, whole, in one step. */
export const show = (id: string, set: DataSet) =>
  ({
    set,
    shown: id,
    arrival: 'here',
    related: 'waiting',
    progress: undefined,
    missed: undefined,
  }) as const satisfies Partial<Board>

/** Whether what is shown is read in a worker. */
export const isLarge = ({ own, shown }: Board): boolean => own.some((one) => one.isLarge && one.id === shown)

const findLater = (store: Store, id: string): Promise<DataSet | undefined> =>
  import('./sets.ts').then(({ setById }) => setById(store, id))

/** Goes once more where the data set could not be had. */
export const goAgain = (store: Store): void => {
  const { missed } = store.getState()
  if (missed) store.setState({ route: missed, missed: undefined })
  else fetchSet(store)
}

/** Goes somewhere: another view, or another filter in the same one. Filters and language go along. */
export const go = (store: Store, change: Partial<Route>): void =>
  store.setState(({ route }) => ({ route: { ...route, line: undefined, ...change } }))

/** To another data set: its filters are others, and so are its projects. */
export const goToSet = (store: Store, set: string): void => {
  const { view } = store.getState().route
  go(store, { set, versus: [], view: view === 'project' ? 'overview' : view, project: '', filter: NO_FILTER })
}

export const bring = (store: Store, brought: Brought | undefined): void => store.setState({ brought })

export const narrow = (store: Store, change: Partial<Filter>): void =>
  store.setState(({ route }) => ({ route: { ...route, filter: { ...route.filter, ...change } } }))

/** Chooses a value, or takes that back where it is the one in force now, whatever a view still shows. */
export const toggle = (store: Store, part: keyof Filter, value: string): void =>
  narrow(store, { [part]: store.getState().route.filter[part] === value ? '' : value })

export const clearFilters = (store: Store): void => narrow(store, NO_FILTER)

/** The address of a place reached from here, for links. */
export const addressOf = (route: Route, change: Partial<Route>): string =>
  formatRoute({ ...route, line: undefined, ...change }) || '#/'

const THEME_KEY = 'board-theme'

/** What of the browser the address needs; a stand-in serves in tests. */
export interface Browser {
  readonly location: { hash: string; pathname: string; search: string }
  readonly history: Pick<History, 'pushState' | 'replaceState'>
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void
}

const sameBut = (a: Route, b: Route, filter: Partial<Filter>): boolean =>
  formatRoute({ ...a, filter: { ...a.filter, ...filter } }) ===
  formatRoute({ ...b, filter: { ...b.filter, ...filter } })

/**
 * Keeps address and store in step: every change is a step of the browser's history, except typing in the
 * search box, which would leave one per letter.
 *
 * @param later runs what can wait until a filter's picture is painted. Another page is told at once: the browser
 *   keeps where the one before was scrolled to.
 */
export function followAddress(store: Store, browser: Browser, later = (work: () => void) => work()): void {
  let steps: (() => void)[] = []
  const take = () => {
    const due = steps
    steps = []
    for (const step of due) step()
  }
  const read = () => {
    steps = []
    const route = readRoute(browser.location.hash)
    if (formatRoute(route) !== formatRoute(store.getState().route)) store.setState({ route })
  }
  const step = (route: Route, before: Route, isTakenBack: boolean) => {
    const address = formatRoute(route)
    if (address === formatRoute(readRoute(browser.location.hash))) return
    const url = `${browser.location.pathname}${browser.location.search}${address}`
    const typing =
      before.filter.text !== '' &&
      route.filter.text !== before.filter.text &&
      sameBut(route, before, { text: '' })
    // Else going back would ask for it again, and again.
    if (typing || isTakenBack) browser.history.replaceState(null, '', url)
    else browser.history.pushState(null, '', url)
  }
  store.subscribe((now, last) => {
    const [{ route }, { route: before }] = [now, last]
    if (route === before) return
    steps.push(() => step(route, before, isBack(now, last)))
    if (sameBut(route, before, NO_FILTER)) later(take)
    else take()
  })
  browser.addEventListener('popstate', read)
  browser.addEventListener('hashchange', read)
}

/** The theme the reader chose before; a browser that keeps nothing has none. */
export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(THEME_KEY)
    return saved === 'light' || saved === 'dark' ? saved : 'auto'
  } catch {
    return 'auto'
  }
}

export function setTheme(store: Store, theme: Theme): void {
  store.setState({ theme })
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Private windows may refuse; the theme then lasts as long as the page.
  }
}

const OWN_KEY = 'board-own'

/** Whether anything was opened here before: only then what is kept is worth looking at. */
export function hasOwn(): boolean {
  try {
    return localStorage.getItem(OWN_KEY) !== null
  } catch {
    return false
  }
}

/** Lists the reader's own data sets in the switch. */
export function setOwn(store: Store, own: readonly OwnSet[]): void {
  store.setState({ own })
  try {
    if (own.length > 0) localStorage.setItem(OWN_KEY, String(own.length))
    else localStorage.removeItem(OWN_KEY)
  } catch {
    // As with the theme.
  }
}

const ACCEPTED_KEY = 'board-accepted'

/** The findings accepted before, in this browser. */
export function savedAccepted(): Accepted {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(ACCEPTED_KEY) ?? '{}')
    const entries = Object.entries(saved ?? {})
    return Object.fromEntries(entries.filter(([, reason]) => typeof reason === 'string' && reason !== ''))
  } catch {
    return {}
  }
}

/** Accepts findings for one reason; a blank one takes that back. */
export function accept(store: Store, keys: readonly string[], reason: string): void {
  setAccepted(store, withReason(store.getState().accepted, keys, reason))
}

/** All that is accepted; with a copy for browsers that keep nothing else. */
export function setAccepted(store: Store, accepted: Accepted): void {
  store.setState({ accepted })
  try {
    localStorage.setItem(ACCEPTED_KEY, JSON.stringify(accepted))
  } catch {
    // As with the theme: it then lasts as long as the page.
  }
}
