import { createRoot, hydrateRoot } from 'react-dom/client'
import { readTable } from './load/readTable.ts'
import { followMissing } from './state/missing.ts'
import { formatRoute } from './state/route.ts'
import {
  createBoard,
  followAddress,
  followLanguage,
  followRelated,
  followSet,
  hasOwn,
  readRoute,
  wordsOf,
} from './state/store.ts'
import { App } from './views/App.tsx'
import { loadCharts } from './views/charting.ts'
import { embedded } from './views/embedded.ts'
import { asked, fetchAhead, later } from './views/later.ts'
import './views/board.css'

/** Brings the page to life: takes over the first picture where it is the one asked for, else draws another. */
async function start(root: HTMLElement): Promise<void> {
  const { entry, table, offers, fingerprint } = embedded(document)
  const route = readRoute(location.hash)
  const stills = stillsIn(root)
  const isFirstPicture = formatRoute(route) === '' && Object.keys(stills).length > 0
  const words = isFirstPicture ? undefined : await wordsOf(route.lang).catch(() => 'missing' as const)
  const store = createBoard(readTable(table, entry), {
    route,
    offers,
    drawnFrom: fingerprint,
    isPartMissing: words === 'missing',
    ...(typeof words === 'object' && { words }),
  })
  followAddress(store, window, afterPaint)
  followLanguage(store)
  followMissing(store, window)
  followRelated(store)
  followSet(store)
  const app = <App store={store} stills={stills} />
  if (isFirstPicture) hydrateRoot(root, app)
  else createRoot(root).render(app)
  whenIdle(() => {
    // The next click most likely opens a project.
    later.project().catch(() => undefined)
    loadCharts()
    import('./state/renew.ts').then(({ renew }) => renew(store)).catch(() => undefined)
    whenIdle(() => {
      fetchAhead()
      if (hasOwn() || Object.keys(store.getState().accepted).length > 0)
        asked.own().then(
          ({ followOwn }) => followOwn(store),
          () => undefined,
        )
    })
  })
}

/** The drawings made at build time, taken from the page so that they are not shipped twice. */
function stillsIn(root: HTMLElement): Record<string, string> {
  const boxes = root.querySelectorAll<HTMLElement>('[data-still]')
  return Object.fromEntries([...boxes].map((box) => [box.dataset.still ?? '', box.innerHTML]))
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 200)
}

/** A page in the background is not painted: there nothing is waited for. */
function afterPaint(work: () => void): void {
  if (document.hidden) work()
  else requestAnimationFrame(() => setTimeout(work))
}

/**
 * On a near network the scripts come before the first picture is painted: their work would hold it back by as long
 * as it takes. Where another page is asked for there is no picture to wait for.
 */
function afterFirstPicture(work: () => void): void {
  const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0
  if (isPainted || document.documentElement.dataset.away !== undefined) work()
  else afterPaint(work)
}

const root = document.getElementById('root')
if (root) afterFirstPicture(() => void start(root))
