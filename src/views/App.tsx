import { type ReactNode, useEffect, useRef } from 'react'
import { offerChoices } from '../model/dataSet.ts'
import { regionsIn } from '../state/derive.ts'
import type { View } from '../state/route.ts'
import {
  bring,
  goToSet,
  isLarge,
  type Store,
  savedAccepted,
  savedTheme,
  setTheme,
  type Theme,
} from '../state/store.ts'
import { useBringing } from './bringing.ts'
import {
  type Stills,
  StillsContext,
  StoreContext,
  useAddress,
  useBoard,
  useBoardStore,
  useReviewed,
  useRoute,
  useWords,
} from './context.ts'
import { Failing, fetched } from './Failing.tsx'
import { Glossary } from './Glossed.tsx'
import { asked, later } from './later.ts'
import { Notice } from './Notice.tsx'
import { Overview } from './Overview.tsx'

interface Props {
  readonly store: Store
  readonly stills: Stills
}

export function App({ store, stills }: Props) {
  return (
    <StoreContext value={store}>
      <Stilled stills={stills}>
        <Shell />
      </Stilled>
    </StoreContext>
  )
}

/** The drawings of the build are of the data set that it drew, and of no other. */
function Stilled({ stills, children }: { readonly stills: Stills; readonly children: ReactNode }) {
  const set = useBoard((board) => board.set)
  const drawn = useRef(set)
  return <StillsContext value={set === drawn.current ? stills : NO_STILLS}>{children}</StillsContext>
}

const NO_STILLS: Stills = {}

/** Pages that a reader comes to later are fetched later, so that the first one answers sooner. */
const PAGES = {
  overview: Overview,
  project: fetched(later.project),
  regions: fetched(later.regions),
  checks: fetched(later.checks),
  compare: fetched(asked.compare),
  data: fetched(later.data),
  method: fetched(later.method),
}
const Opening = fetched(asked.opening)
/** What a large data set answers in its own way. */
const ARCHIVE_VIEWS = { overview: true, checks: true, data: true }
const Archive = fetched(asked.archive)
const NAV = ['overview', 'regions', 'checks', 'compare', 'data', 'method'] as const satisfies readonly View[]

function Shell() {
  const words = useWords()
  const view = useBoard((board) => board.route.view)
  const { set } = useReviewed()
  const store = useBoardStore()
  const hasSet = useBoard((board) => board.shown !== undefined)
  const isBringing = useBoard((board) => board.brought !== undefined)
  const isOfArchive = useBoard(isLarge) && view in ARCHIVE_VIEWS
  const Page = isOfArchive ? Archive : PAGES[view]
  useArrival()
  useBringing()
  useEffect(() => {
    // The first picture was hidden while the address asked for something else; the benchmark waits for the mark.
    delete document.documentElement.dataset.away
    delete document.documentElement.dataset.dead
    performance.mark('alive')
    // The page as built knows nothing of its reader; the theme chosen before colours it already.
    store.setState({ theme: savedTheme(), accepted: savedAccepted() })
  }, [store])
  useEffect(() => {
    document.documentElement.lang = words.lang
    document.title = set.entry.title === '' ? words.product : `${set.entry.title} · ${words.product}`
  }, [words, set])
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it moves the focus to a place of this page, but the address belongs to the route */}
      <a className="skip" href="#main" onClick={skipToMain}>
        {words.skip}
      </a>
      <Header />
      <Notice />
      {isBringing && <Opening />}
      <main id="main" tabIndex={-1} className={`view-${view}`}>
        <Failing key={view}>{() => hasSet && <Page />}</Failing>
      </main>
      <footer>
        <Glossary />
        {words.footer} <DrawnFrom />
      </footer>
      <noscript>
        <p className="no-script">{words.noScript}</p>
      </noscript>
    </>
  )
}

/** The address after # is the route, so the skip link moves the focus itself. */
function skipToMain(e: { preventDefault: () => void }): void {
  e.preventDefault()
  document.getElementById('main')?.focus()
}

/** The first picture was drawn when the site was built: from which file, until scripts have looked. */
function DrawnFrom() {
  const words = useWords()
  const { entry } = useBoard((board) => board.home)
  const drawnFrom = useBoard((board) => (board.isRenewed || board.shown !== '' ? '' : board.drawnFrom))
  return drawnFrom === '' ? null : words.sets.drawnFrom(entry.file, entry.asOf, drawnFrom.slice(0, 8))
}

function Header() {
  const words = useWords()
  // At once: a step from here must keep the filter chosen a moment ago.
  const route = useRoute()
  const address = useAddress()
  const isDivided = regionsIn(useReviewed().set).length > 1
  return (
    <header className="top">
      <a className="product" href={address({ view: 'overview', project: '' })}>
        {words.product}
      </a>
      <SetChoice />
      <nav aria-label={words.navLabel}>
        {NAV.filter((view) => view !== 'regions' || isDivided).map((view) => (
          <a
            key={view}
            href={address({ view, project: '' })}
            aria-current={
              view === route.view || (view === 'overview' && route.view === 'project') ? 'page' : undefined
            }
          >
            {words.nav[view]}
          </a>
        ))}
      </nav>
      <div className="tools">
        <OpenButton />
        <ThemeChoice />
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <a
          href={address({ ...route, lang: route.lang === 'zh' ? 'en' : 'zh' })}
          lang={route.lang === 'zh' ? 'en' : 'zh-CN'}
          aria-label={words.language.label}
        >
          {words.language.to}
        </a>
      </div>
    </header>
  )
}

/** Which data set: those that the site offers, and the reader's own. */
function SetChoice() {
  const words = useWords()
  const store = useBoardStore()
  const offers = useBoard((board) => board.offers)
  const own = useBoard((board) => board.own)
  const shown = useBoard((board) => board.shown)
  const asked = useBoard((board) => board.route.set)
  // Never another than the one shown.
  const set = shown ?? asked
  const choices = [...offerChoices(offers), ...own]
  const known = choices.some(({ id }) => id === set)
  const title = useBoard((board) => board.set.entry.title)
  return (
    <label className="select sets">
      <span className="visually-hidden">{words.sets.label}</span>
      <select value={set} onChange={(e) => goToSet(store, e.target.value)}>
        {choices.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {!known && <option value={set}>{shown === undefined ? '' : title}</option>}
      </select>
    </label>
  )
}

/** A button that looks like the others: the browser's own field for files stays hidden behind it. */
function OpenButton() {
  const words = useWords()
  const store = useBoardStore()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {words.sets.open}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,.xlsx,.xls,.et"
        aria-label={words.sets.open}
        onChange={(e) => {
          const files = [...(e.target.files ?? [])]
          // The same file may be chosen again, changed meanwhile.
          e.target.value = ''
          if (files.length > 0) bring(store, { files, pasted: '' })
        }}
      />
    </>
  )
}

const THEMES: readonly Theme[] = ['auto', 'light', 'dark']

function ThemeChoice() {
  const words = useWords()
  const store = useBoardStore()
  const theme = useBoard((board) => board.theme)
  return (
    <label className="select">
      <span>{words.theme.label}</span>
      <select
        value={theme}
        onChange={(e) => setTheme(store, THEMES.find((name) => name === e.target.value) ?? 'auto')}
      >
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {words.theme[name]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** After a step to another page: from the top, the focus on its heading; back on the overview, on the line left. */
function useArrival(): void {
  const view = useBoard((board) => board.route.view)
  const project = useBoard((board) => board.route.project)
  const line = useBoard((board) => board.route.line)
  const before = useRef({ view, project })
  useEffect(() => {
    const from = before.current
    before.current = { view, project }
    if (from.view === view && from.project === project) return
    const left =
      view === 'overview' && from.view === 'project'
        ? document.getElementById(`project-${from.project}`)
        : null
    // A line that the filter hides cannot take the focus.
    if (left && !left.closest('[hidden]')) {
      left.focus({ preventScroll: true })
      left.scrollIntoView({ block: 'center' })
      return
    }
    if (line !== undefined) return
    window.scrollTo(0, 0)
    const main = document.getElementById('main')
    const focus = () => {
      const heading = main?.querySelector<HTMLElement>('h1')
      heading?.focus({ preventScroll: true })
      return heading !== null && heading !== undefined
    }
    if (focus() || !main) return
    // The page is on its way.
    const observer = new MutationObserver(() => focus() && observer.disconnect())
    observer.observe(main, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [view, project, line])
}
