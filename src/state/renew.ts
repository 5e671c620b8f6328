import { fingerprint } from '../lib/fingerprint.ts'
import { fetchBytes, fetchCatalogue, textOf } from '../load/fetchFile.ts'
import { readTable } from '../load/readTable.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import { fetchSet, type Store, show } from './store.ts'

/**
 * Looks at what the site offers now, and whether the first picture's file is still the one that it was drawn
 * from; whoever runs the site may have changed both without a build. @throws where they cannot be had
 */
export async function renew(store: Store, drawnEntry = store.getState().offers[0]): Promise<void> {
  const offers = await fetchCatalogue()
  const [first] = offers
  if (!first) return
  const bytes = await fetchBytes(first.file)
  const { drawnFrom, shown, route, arrival } = store.getState()
  store.setState({ offers })
  // It may be one that the catalogue has got since the page was built.
  if (arrival === 'unknown') fetchSet(store)
  const isSame = fingerprint(bytes) === drawnFrom && sameEntry(first, drawnEntry)
  if (isSame) return
  const { parseTable } = await import('../load/parse.ts')
  const set = readTable(parseTable(textOf(first.file, bytes)), first)
  store.setState({
    home: set,
    ...(shown === '' && route.set === '' && { ...show('', set), isRenewed: true }),
  })
}

const sameEntry = (a: CatalogueEntry, b: CatalogueEntry | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
