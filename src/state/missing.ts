import { isPartMissing, watchParts } from '../load/partMissing.ts'
import type { Store } from './store.ts'

/**
 * Says of a part of the page that somebody waits for, and that nobody else speaks of, that it could not be fetched;
 * until another place of the board is gone to.
 */
export function followMissing(store: Store, page: EventTarget): void {
  watchParts(page)
  page.addEventListener('unhandledrejection', (e) => {
    if (!isPartMissing((e as PromiseRejectionEvent).reason)) return
    e.preventDefault()
    store.setState({ isPartMissing: true })
  })
  store.subscribe((now, before) => {
    if (now.isPartMissing && before.isPartMissing && now.route !== before.route)
      store.setState({ isPartMissing: false })
  })
}
