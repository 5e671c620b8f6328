import type { Filter } from '../model/filter.ts'
import { type RegionWords, regions } from '../text/regions.ts'
import { useAddress, useRoute, useTexts } from './context.ts'

export const useRegionWords = (): RegionWords => useTexts(regions)

/** Addresses of list steps of 地区: everything narrower is left behind. */
export function useListAddress(): (change: Partial<Filter>) => string {
  const address = useAddress()
  const { filter } = useRoute()
  return (change) => address({ view: 'regions', project: '', filter: { ...filter, ...change } })
}
