import { type FormEvent, useState } from 'react'
import { isEnough, withAnswers } from '../load/layout.ts'
import { COLUMNS, type ColumnKey } from '../model/dataSet.ts'
import { isDate } from '../model/date.ts'
import type { Layout, LayoutGuess } from '../model/layout.ts'
import type { Answered, Asking } from '../state/opening.ts'
import { own } from '../text/own.ts'
import { useRoute } from './context.ts'

const SHOWN_ROWS = 6
const NAMES = new Map<string, string>(COLUMNS)
const NEVER: LayoutGuess = {
  sure: 'none',
  layout: { skip: 0, places: {}, constants: {}, extra: [] },
  header: [],
  key: undefined,
  candidates: {},
  lacking: [],
}

/** What each column of somebody's table holds: guessed, shown with the first rows, and the reader's to correct. */
export function LayoutForm({
  asking,
  answer,
}: {
  readonly asking: Asking
  readonly answer: (answered: Answered | undefined) => void
}) {
  const words = own[useRoute().lang].layout
  const [sheet, setSheet] = useState(asking.sheet)
  const guess = asking.guesses[sheet] ?? NEVER
  return (
    <>
      <h2 id="opening-title">{words.title(asking.name)}</h2>
      <p className="quiet">{words.why}</p>
      {asking.sheets.length > 1 && (
        <label className="select">
          <span>{words.sheet}</span>
          <select value={sheet} onChange={(e) => setSheet(Number(e.target.value))}>
            {asking.sheets.map(({ name, records }, i) => (
              <option key={name} value={i}>
                {records === undefined ? name : `${name} · ${words.records(records)}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <Columns
        key={sheet}
        guess={guess}
        records={asking.sheets[sheet]?.head.records ?? []}
        name={asking.name}
        use={(layout) => answer({ sheet, layout })}
        drop={() => answer(undefined)}
      />
    </>
  )
}

interface ColumnsProps {
  readonly name: string
  readonly guess: LayoutGuess
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly use: (layout: Layout) => void
  readonly drop: () => void
}

function Columns({ name, guess, records, use, drop }: ColumnsProps) {
  const words = own[useRoute().lang].layout
  const width = Math.max(...records.map(({ cells }) => cells.length), 0)
  const [held, setHeld] = useState<readonly (ColumnKey | undefined)[]>(() => holdings(guess.layout, width))
  const [constants, setConstants] = useState<Readonly<Partial<Record<ColumnKey, string>>>>(() => ({
    ...guess.layout.constants,
    ...Object.fromEntries(
      guess.lacking.map(({ key, suggested }) => [key, suggested ?? guess.layout.constants[key] ?? '']),
    ),
  }))
  const places = placesOf(held)
  // A note under the table is no row of it.
  const rows = records
    .slice(guess.layout.skip)
    .filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)
    .slice(0, SHOWN_ROWS)
  const answers = { places, constants }
  const canRead = isEnough(answers)
  // An empty column is asked for like a missing one, until another is chosen.
  const isAsked = (key: ColumnKey) => places[key] === undefined || places[key] === guess.layout.places[key]
  const lacking = guess.lacking.filter(({ key }) => isAsked(key))
  const wrong = WRONG.find(([key, isRight]) => {
    const text = (constants[key] ?? '').trim()
    return isAsked(key) && text !== '' && !isRight(text)
  })?.[0]
  const isUndated = lacking.some(({ key }) => key === 'as_of') && (constants.as_of ?? '').trim() === ''
  const hold = (at: number, key: ColumnKey | undefined) =>
    // A column has one place: the two change places, and what was chosen wrongly is put right by choosing again.
    setHeld(held.map((one, i) => (i === at ? key : key !== undefined && one === key ? held[at] : one)))
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (canRead && !wrong) use(withAnswers(guess, answers, held.length))
  }
  return (
    <form onSubmit={submit}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box" tabIndex={0} aria-label={words.title(name)}>
        <table>
          <thead>
            <tr>
              {held.map((key, at) => {
                const head = guess.header[at] || words.unnamed(at + 1)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <th key={at} scope="col">
                    <span>{head}</span>
                    <select
                      aria-label={words.column(head)}
                      className={key ? 'known' : undefined}
                      value={key ?? ''}
                      onChange={(e) => hold(at, COLUMNS.find(([one]) => one === e.target.value)?.[0])}
                    >
                      <option value="">{words.carried}</option>
                      {COLUMNS.map(([one, label]) => (
                        <option key={one} value={one}>
                          {words.columnName(one, label)}
                        </option>
                      ))}
                    </select>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                {held.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={at}>{cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {guess.layout.skip > 1 && <p className="quiet">{words.skipped(guess.layout.skip)}</p>}
      {guess.lacking.length > 0 && (
        <fieldset>
          <legend>{words.lacking}</legend>
          {lacking.map(({ key }) => (
            <label key={key}>
              <span>{words.columnName(key, NAMES.get(key) ?? key)}</span>
              <input
                value={constants[key] ?? ''}
                placeholder={hintOf(key, words.lackingHint)}
                onChange={(e) => setConstants({ ...constants, [key]: e.target.value })}
              />
            </label>
          ))}
        </fieldset>
      )}
      {isUndated && <p className="quiet">{words.undated}</p>}
      {!canRead && <p role="alert">{words.need}</p>}
      {wrong && <p role="alert">{words.wrong[wrong]}</p>}
      <p className="actions">
        <button type="submit" className="action" disabled={!canRead || wrong !== undefined}>
          {words.use}
        </button>
        <button type="button" className="action" onClick={drop}>
          {words.drop}
        </button>
      </p>
    </form>
  )
}

/** What a year and a date look like; anything else would be an issue of every row. */
const WRONG = [
  ['year', (text: string) => /^\d{4}$/.test(text)],
  ['as_of', isDate],
] as const

type Hints = (typeof own)['zh']['layout']['lackingHint']
const hintOf = (key: ColumnKey, hints: Hints): string =>
  key === 'region' || key === 'year' || key === 'as_of' ? hints[key] : ''

function holdings({ places }: Layout, width: number): (ColumnKey | undefined)[] {
  const held = Array<ColumnKey | undefined>(width).fill(undefined)
  for (const [key] of COLUMNS) {
    const at = places[key]
    if (at !== undefined && at < width) held[at] ??= key
  }
  return held
}

function placesOf(held: readonly (ColumnKey | undefined)[]): Layout['places'] {
  const places: Partial<Record<ColumnKey, number>> = {}
  held.forEach((key, at) => {
    if (key) places[key] = at
  })
  return places
}
