import { fetchTable } from '../load/fetchTable.ts'
import { readTable } from '../load/readTable.ts'
import { type DataSet, offerId } from '../model/dataSet.ts'
import type { Store } from './store.ts'

/** The reader's own data sets go by this in the address, before their ids. */
const OWN = 'own-'
export const ownId = ({ id }: { readonly id: string }): string => OWN + id
export const isOwn = (id: string): boolean => id.startsWith(OWN)

/** Data sets fetched before, by id. */
const fetched = new Map<string, DataSet>()

/**
 * A data set by its id: '' is the default, an offer of the catalogue goes by its file's name.
 * @returns undefined where there is none of that id
 * @throws where it cannot be had
 */
export async function setById(store: Store, id: string): Promise<DataSet | undefined> {
  const { offers, home } = store.getState()
  if (id === '' || id === offerId(home.entry)) return home
  const known = fetched.get(id)
  if (known) return known
  if (isOwn(id)) return (await import('./own.ts')).ownSet(store, id)
  const entry = offers.find((offer) => offerId(offer) === id)
  if (!entry) return undefined
  const set = readTable(await fetchTable(entry.file), entry)
  fetched.set(id, set)
  return set
}
