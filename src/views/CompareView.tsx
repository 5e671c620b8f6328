import { useEffect, useMemo, useState } from 'react'
import type { AnswerChange, Answers } from '../compare/answers.ts'
import { type DataSet, offerId } from '../model/dataSet.ts'
import { reviewedWith } from '../state/derive.ts'
import { keptHere } from '../state/own.ts'
import { setById } from '../state/sets.ts'
import { go } from '../state/store.ts'
import { compareWords } from '../text/compare.ts'
import { type CompareChoice, Comparison } from './Comparison.tsx'
import { useBoard, useBoardStore, useRoute, useWords } from './context.ts'
import { useSuggestion } from './suggesting.ts'

/** Where a data set that the address names stands. */
type Arrival = DataSet | 'loading' | 'failed' | 'unknown'

/** 对照 as the address has it: the lists named there, fetched, beside the one shown. */
export function CompareView() {
  const store = useBoardStore()
  const choices = useChoices()
  const { answers, onAnswer } = useAnswers()
  const compare = compareWords(useWords())
  const home = offerId(useBoard((board) => board.home).entry)
  const { set, versus } = useRoute()
  // Each once, and none with itself.
  const wanted = [...new Set(versus)].filter((id) => id !== (set || home)).join()
  const free = choices.filter(({ id }) => id !== (set || home))
  const isLarge = useBoard(({ own }) => own.some((one) => one.isLarge && one.id === set))
  const suggested = useSuggestion(free, wanted === '' && !isLarge)
  const nearest = typeof suggested === 'object' ? suggested : undefined
  const arrivals = useArrivals(wanted)
  const accepted = useBoard((board) => board.accepted)
  const others = useMemo(
    () =>
      nearest
        ? [{ id: nearest.id, review: reviewedWith(nearest.set, accepted) }]
        : arrivals.flatMap(({ id, arrival }) =>
            typeof arrival === 'object' ? [{ id, review: reviewedWith(arrival, accepted) }] : [],
          ),
    [arrivals, nearest, accepted],
  )
  const notices = arrivals.flatMap(({ id, arrival }) => {
    if (typeof arrival === 'object') return []
    if (arrival === 'unknown') return [compare.unknown(id)]
    return [compare[arrival](choices.find((choice) => choice.id === id)?.title ?? id)]
  })
  // The page has none of its rows: no comparison, and no word on what one would find.
  if (isLarge)
    return (
      <>
        <h1 tabIndex={-1}>{compare.title}</h1>
        <p>{compare.large}</p>
      </>
    )
  return (
    <Comparison
      choices={free}
      chosen={idsIn(wanted)}
      onChoose={(ids) => go(store, { versus: ids })}
      suggestion={
        nearest
          ? compare.suggested[nearest.isSameRegion ? 'same' : 'other'](nearest.set.entry.title)
          : suggested && compare.suggesting
      }
      others={others}
      notices={notices}
      answers={answers}
      onAnswer={onAnswer}
    />
  )
}

const idsIn = (text: string): string[] => text.split(',').filter((id) => id !== '')

/**
 * All data sets of the site, and those of the reader's own of which the page holds the rows. In an address the default
 * one has a name too.
 */
function useChoices(): CompareChoice[] {
  const offers = useBoard((board) => board.offers)
  const own = useBoard((board) => board.own)
  return [
    ...offers.map((offer) => ({ id: offerId(offer), title: offer.title })),
    ...own.filter(({ isLarge }) => !isLarge),
  ]
}

interface Arrived {
  readonly id: string
  readonly arrival: Arrival
}

/** @param wanted ids, comma separated */
function useArrivals(wanted: string): readonly Arrived[] {
  const store = useBoardStore()
  const offers = useBoard((board) => board.offers)
  const [found, setFound] = useState<ReadonlyMap<string, Arrival>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the site offers may come later than the address
  useEffect(() => {
    let isGone = false
    const tell = (id: string, arrival: Arrival) =>
      !isGone && setFound((before) => new Map(before).set(id, arrival))
    for (const id of idsIn(wanted)) {
      setById(store, id).then(
        (set) => tell(id, set ?? 'unknown'),
        () => tell(id, 'failed'),
      )
    }
    return () => {
      isGone = true
    }
  }, [store, wanted, offers])
  return useMemo(
    () => idsIn(wanted).map((id) => ({ id, arrival: found.get(id) ?? 'loading' })),
    [wanted, found],
  )
}

/** What the reader answered: read from and written to this browser's memory, where other tabs answer too. */
function useAnswers(): { readonly answers: Answers; readonly onAnswer: (change: AnswerChange) => void } {
  const [answers, setAnswers] = useState<Answers>({})
  useEffect(() => {
    let end = () => {}
    let isOver = false
    void keptHere().then((kept) => {
      if (isOver) return
      const read = () => kept.get('matches').then((found) => found.ok && setAnswers(found.value ?? {}))
      end = kept.onChange((change) => {
        if (change === 'settings') void read()
      })
      void read()
    })
    return () => {
      isOver = true
      end()
    }
  }, [])
  const onAnswer = (change: AnswerChange) => {
    setAnswers((before) => changed(before, change))
    void keptHere().then((kept) => kept.update('matches', (before = {}) => changed(before, change)))
  }
  return { answers, onAnswer }
}

const changed = (before: Answers, change: AnswerChange): Answers =>
  Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, answer]) => answer !== undefined),
  ) as Answers
