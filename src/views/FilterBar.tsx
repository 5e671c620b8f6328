import { memo, useMemo, useState } from 'react'
import { RULES } from '../checks/rules/registry.ts'
import { ASKED_FOR, activeKeys, type Filter, SORTS, type Sort } from '../model/filter.ts'
import { STATUSES } from '../model/status.ts'
import { filterWords } from '../report/wording.ts'
import { datesIn, distinct, regionsIn, visibleAnywhere, visibleProjects, wholeList } from '../state/derive.ts'
import { clearFilters, go, narrow, type Store } from '../state/store.ts'
import { useBoard, useBoardStore, useReviewed, useSettledRoute, useWords } from './context.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

/** Every filter in one line, and one button that clears them all. */
export function FilterBar({ sortable = true }: { readonly sortable?: boolean }) {
  const words = useWords()
  const store = useBoardStore()
  const route = useSettledRoute()
  const { filter, sort, view } = route
  const board = useReviewed()
  const active = activeKeys(filter).length
  // One list is shown; on the pages of figures stand the lists of all dates and parts.
  const isList = view === 'overview' || view === 'regions'
  const shown = (isList ? visibleProjects : visibleAnywhere)(board, filter, sort).length
  const all = isList ? wholeList(board, filter.region, filter.asOf, sort) : board.set.projects
  const choices = useMemo(() => choicesOf(board, words), [board, words])
  return (
    <>
      {active > 0 && <p className="paper-only">{filterWords(filter, words)}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: no <search> before Chromium 118, Firefox 118, Safari 17 */}
      <div role="search" className="filters" aria-label={words.filters.label}>
        <Search />
        {choices.map(([name, values]) => (
          <Select
            key={name}
            name={name}
            label={words.filters.columns[name]}
            value={filter[name]}
            of={route}
            choices={values}
            unset={(isList && unsetOf(words)[name]) || words.filters.all}
          />
        ))}
        {sortable && (
          <Chosen
            label={words.filters.sort}
            value={sort}
            of={route}
            choices={SORTS.map((key) => ({ value: key, label: words.filters.sorts[key] }))}
            choose={(value) => go(store, { sort: value as Sort })}
          />
        )}
        <output className="shown">{words.filters.shown(shown, all.length)}</output>
        {active > 0 && (
          <button type="button" className="clear" onClick={() => clearAll(store)}>
            {words.filters.clear(active)}
          </button>
        )}
      </div>
    </>
  )
}

type Board = ReturnType<typeof useReviewed>
type Words = ReturnType<typeof useWords>

/** The button goes with the filters; the focus is given to the page's heading, not lost. */
export function clearAll(store: Store): void {
  clearFilters(store)
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

type Part = Exclude<keyof Filter, 'text'>

const plain = (values: readonly string[]): Choice[] =>
  distinct(values).map((value) => ({ value, label: value }))

/** What the overview shows where none is chosen. */
const unsetOf = ({ filters }: Words): Partial<Record<Part, string>> => ({
  region: filters.widest,
  asOf: filters.latest,
})

/** Only what occurs can be chosen; of what a list does not say there is nothing to choose. */
function choicesOf(board: Board, words: Words): (readonly [Part, readonly Choice[]])[] {
  const { projects } = board.set
  const given = (['level', 'domain', 'owner'] as const).map(
    (key) => [key, plain(projects.map((project) => project[key]))] as const,
  )
  const regions = regionsIn(board.set)
  const dates = datesIn(board.set)
  return [
    ...(regions.length > 1 ? [['region', plain(regions)] as const] : []),
    ...(dates.length > 0 ? [['asOf', plain(dates)] as const] : []),
    ...given.filter(([, values]) => values.length > 0),
    ['status', statusChoices(board, words)],
    ['finding', findingChoices(board, words)],
  ]
}

const statusChoices = (board: Board, words: Words): Choice[] => {
  const present = new Set(board.statuses.values())
  return STATUSES.filter((status) => present.has(status)).map((status) => ({
    value: status,
    label: words.status[status],
  }))
}

const findingChoices = (board: Board, words: Words): Choice[] => {
  const present = new Set(board.findings.map((finding) => finding.rule))
  const rules = RULES.filter(({ id }) => present.has(id)).map(({ id }) => ({
    value: id,
    label: words.rules[id].title,
  }))
  const asked = ASKED_FOR.map((value) => ({ value, label: words.asked.only[value] }))
  return [...asked, ...rules]
}

interface SelectProps {
  readonly name: Part
  readonly label: string
  readonly value: string
  /** What the value was read from. */
  readonly of: object
  readonly choices: readonly Choice[]
  /** What no choice means. */
  readonly unset: string
}

/** One part of the filter, chosen among what occurs. */
export const Select = memo(function Select({ name, label, value, of, choices, unset }: SelectProps) {
  const store = useBoardStore()
  // An address may ask for something this data set does not have: say it rather than hide it.
  const known = value === '' || choices.some((choice) => choice.value === value)
  return (
    <Chosen
      label={label}
      isActive={value !== ''}
      value={value}
      of={of}
      choices={[{ value: '', label: unset }, ...choices, ...(known ? [] : [{ value, label: value }])]}
      choose={(chosen) => narrow(store, { [name]: chosen })}
    />
  )
})

interface ChosenProps {
  readonly label: string
  readonly isActive?: boolean
  readonly value: string
  /** What the value was read from: it may follow a choice a frame later, and then is what holds. */
  readonly of: object
  readonly choices: readonly Choice[]
  readonly choose: (value: string) => void
}

/** A choice shows itself at once. */
function Chosen({ label, isActive = false, value, of, choices, choose }: ChosenProps) {
  const [seen, setSeen] = useState(of)
  const [chosen, setChosen] = useState(value)
  if (seen !== of) {
    setSeen(of)
    setChosen(value)
  }
  return (
    <label className={isActive ? 'select active' : 'select'}>
      <span>{label}</span>
      <select
        value={chosen}
        onChange={(e) => {
          setChosen(e.target.value)
          choose(e.target.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Search() {
  const store = useBoardStore()
  const text = useBoard((board) => board.route.filter.text)
  return <SearchField value={text} type={(text) => narrow(store, { text })} />
}

interface SearchFieldProps {
  readonly value: string
  readonly type: (text: string) => void
}

export function SearchField({ value, type }: SearchFieldProps) {
  const { filters } = useWords()
  return (
    <input
      type="search"
      value={value}
      placeholder={filters.search}
      aria-label={filters.search}
      onChange={(e) => type(e.target.value)}
    />
  )
}
