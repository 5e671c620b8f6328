/** Pages and parts that a reader comes to later: fetched on the way there, or when nothing else is to do. */
export const later = {
  project: () => import('./ProjectView.tsx').then(({ ProjectView }) => ({ default: ProjectView })),
  regions: () => import('./RegionsView.tsx').then(({ RegionsView }) => ({ default: RegionsView })),
  checks: () => import('./ChecksView.tsx').then(({ ChecksView }) => ({ default: ChecksView })),
  data: () => import('./DataPage.tsx').then(({ DataPage }) => ({ default: DataPage })),
  related: () => import('./Related.tsx').then(({ Related }) => ({ default: Related })),
  method: () => import('./MethodView.tsx').then(({ MethodView }) => ({ default: MethodView })),
}

/** What comes with a click only: too much to be fetched for a reader who will not ask for it. */
export const asked = {
  compare: () => import('./CompareView.tsx').then(({ CompareView }) => ({ default: CompareView })),
}

/**
 * Fetches them all ahead of need, so that a reader who loses the network keeps the whole board. What cannot
 * be had now is asked for again when it is needed.
 */
export function fetchAhead(): void {
  const parts = [
    later.project,
    later.checks,
    later.data,
    later.related,
    later.method,
    () => import('../report/drawings.ts'),
    () => import('../text/en.ts'),
  ]
  for (const fetch of parts) fetch().catch(() => undefined)
}
