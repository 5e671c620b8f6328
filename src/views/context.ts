import { createContext, startTransition, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { placeIn, type Reviewed, regionsIn, reviewedWith } from '../state/derive.ts'
import type { Route } from '../state/route.ts'
import { addressOf, type Board, type Store } from '../state/store.ts'
import type { Words } from '../text/zh.ts'

/** The first picture's SVGs by chart id, drawn at build time. */
export type Stills = Readonly<Record<string, string>>

export const StoreContext = createContext<Store | undefined>(undefined)
export const StillsContext = createContext<Stills>({})

export function useBoardStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('no store above this view')
  return store
}

export const useBoard = <T>(select: (board: Board) => T): T => useStore(useBoardStore(), select)
export const useRoute = (): Route => useBoard((board) => board.route)

/**
 * The address as it was a moment ago: what shows it holds nothing up that answers a click at once, and follows in a
 * frame of its own.
 */
export function useSettledRoute(): Route {
  const store = useBoardStore()
  const [route, setRoute] = useState(() => store.getState().route)
  useEffect(() => {
    const follow = () => startTransition(() => setRoute(store.getState().route))
    follow()
    return store.subscribe(follow)
  }, [store])
  return route
}

/** The data set shown, with what its reader accepted. */
export const useReviewed = (): Reviewed =>
  reviewedWith(
    useBoard((board) => board.set),
    useBoard((board) => board.accepted),
  )
export const useWords = (): Words => useBoard((board) => board.words)

/** Words that come with a page of their own, in the language shown. */
export const useTexts = <T>(texts: { readonly zh: T; readonly en: T }): T =>
  texts[useWords().lang === 'en' ? 'en' : 'zh']

/** Addresses of places reached from here; filters and language go along. */
export function useAddress(): (change: Partial<Route>) => string {
  const route = useRoute()
  return (change) => addressOf(route, change)
}

/** Which region and year the list is of. */
export function useListed(): readonly [place: string, year: string] {
  const { set } = useReviewed()
  const words = useWords()
  const region = useBoard((board) => board.route.filter.region)
  const [first = '', ...others] = regionsIn(set)
  const place = placeIn(set, region)
  return [place || (first && words.places(first, others.length + 1)), set.projects[0]?.year ?? '']
}

/** Both in words; a list that does not say them goes by its own title. */
export function useTitle(words: (place: string, year: string) => string): string {
  const { entry } = useReviewed().set
  const [place, year] = useListed()
  return place === '' || year === '' ? entry.title : words(place, year)
}

/** The same as words, for titles that leave the board. */
export const usePlace = (): string => useTitle(useWords().titleShort)
