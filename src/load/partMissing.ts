/**
 * A part of the page could not be fetched: the network is gone, or the site has another build by now. No fault of any
 * file that was being read.
 */
export class PartMissing extends Error {
  override name = 'PartMissing'
}

const told = new WeakSet<object>()

/** Vite tells the page of each `import()` that fails, with the error that it fails with. */
export function watchParts(page: EventTarget): void {
  page.addEventListener('vite:preloadError', (e) => {
    const { payload } = e as Event & { readonly payload: unknown }
    if (typeof payload === 'object' && payload !== null) told.add(payload)
  })
}

export const isPartMissing = (error: unknown): boolean =>
  error instanceof PartMissing || (typeof error === 'object' && error !== null && told.has(error))

/** An `import()` where Vite tells of none: in workers. @throws PartMissing where it fails */
export const part = <T>(fetching: Promise<T>): Promise<T> =>
  fetching.catch((error: unknown) => {
    throw new PartMissing(String(error))
  })
