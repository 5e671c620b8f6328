import { useEffect, useState } from 'react'
import { type Nearest, nearestList } from '../compare/nearestList.ts'
import type { DataSet } from '../model/dataSet.ts'
import { regionName } from '../model/region.ts'
import { setById } from '../state/sets.ts'
import type { CompareChoice } from './Comparison.tsx'
import { useBoard, useBoardStore } from './context.ts'

/** So many lists are looked through at most; those whose titles name the region come first. */
const MOST = 12

export interface Suggestion extends Nearest {
  readonly id: string
}

/**
 * The list to compare with as long as none is chosen: `looking` while lists are fetched, undefined where none can be
 * had, or where it is not wanted.
 */
export function useSuggestion(
  choices: readonly CompareChoice[],
  isWanted: boolean,
): Suggestion | 'looking' | undefined {
  const store = useBoardStore()
  const base = useBoard((board) => board.set)
  const [found, setFound] = useState<{ key: string; base: DataSet; nearest: Suggestion | undefined }>()
  const key = isWanted ? candidates(choices, base).join() : ''
  useEffect(() => {
    if (key === '') return
    let isGone = false
    void Promise.all(
      key.split(',').map(async (id) => ({ id, set: await setById(store, id).catch(() => undefined) })),
    ).then((fetched) => {
      if (isGone) return
      const here = fetched.flatMap(({ id, set }) => (set ? [{ id, set }] : []))
      const nearest = nearestList(
        base,
        here.map(({ set }) => set),
      )
      const id = here.find(({ set }) => set === nearest?.set)?.id
      setFound({ key, base, nearest: nearest && id !== undefined ? { ...nearest, id } : undefined })
    })
    return () => {
      isGone = true
    }
  }, [store, base, key])
  if (key === '') return undefined
  return found?.key === key && found.base === base ? found.nearest : 'looking'
}

function candidates(choices: readonly CompareChoice[], base: DataSet): string[] {
  const region = regionName(base.projects[0]?.region ?? '')
  const names = (title: string) => region !== '' && title.includes(region)
  return [...choices]
    .sort((a, b) => Number(names(b.title)) - Number(names(a.title)))
    .slice(0, MOST)
    .map(({ id }) => id)
}
