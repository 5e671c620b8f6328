import { useEffect, useState } from 'react'
import { type Change, changesBetween, looksLikeNewerVersion } from '../compare/versions.ts'
import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import { offerChoices } from '../model/dataSet.ts'
import { changeTable, countChanges } from '../report/versions.ts'
import { setById } from '../state/sets.ts'
import { kept } from '../text/kept.ts'
import { useBoard, useBoardStore, useReviewed, useRoute } from './context.ts'
import { DataTable } from './DataTable.tsx'
import './own.css'

/**
 * What changed since another version of the same list, cell by cell. The older one is found among the reader's own
 * where one looks like it; any other may be chosen.
 */
export function Versions() {
  const store = useBoardStore()
  const { set } = useReviewed()
  const { lang } = useRoute()
  const words = kept[lang]
  const shown = useBoard((board) => board.shown ?? '')
  const own = useBoard((board) => board.own)
  const offers = useBoard((board) => board.offers)
  const [older, setOlder] = useState<string>()
  const [changes, setChanges] = useState<readonly Change[]>()
  // Of a large one the page holds no row that could be held against others.
  const others = [...own.filter(({ isLarge }) => !isLarge), ...offerChoices(offers)].filter(
    ({ id }) => id !== shown,
  )
  // The list opened last before this one that has its indicators.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once for each data set
  useEffect(() => {
    let isOver = false
    setOlder(undefined)
    void (async () => {
      const at = own.findIndex(({ id }) => id === shown)
      for (const { id, isLarge } of own.slice(at + 1)) {
        if (isLarge) continue
        const other = await setById(store, id).catch(() => undefined)
        if (isOver) return
        if (other && looksLikeNewerVersion(other, set)) return setOlder(id)
      }
    })()
    return () => {
      isOver = true
    }
  }, [shown, own])
  useEffect(() => {
    setChanges(undefined)
    if (older === undefined) return
    let isOver = false
    setById(store, older)
      .then((other) => !isOver && setChanges(other && changesBetween(other, set)))
      .catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [store, older, set])
  const text = words.versions
  return (
    <section className="versions">
      <h2>{text.title}</h2>
      <label className="select">
        <span>{text.older}</span>
        <select
          value={older ?? NONE}
          onChange={(e) => setOlder(e.target.value === NONE ? undefined : e.target.value)}
        >
          <option value={NONE}>{text.choose}</option>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {changes && <Changes changes={changes} title={set.entry.title} />}
    </section>
  )
}

/** Stands in no id. */
const NONE = '-'

function Changes({ changes, title }: { readonly changes: readonly Change[]; readonly title: string }) {
  const words = kept[useRoute().lang]
  const text = words.versions
  if (changes.length === 0) return <p>{text.none}</p>
  const { cell, added, removed } = countChanges(changes)
  const table = changeTable(changes, words)
  return (
    <>
      <p>
        {text.counts(cell, added, removed)}
        <button
          type="button"
          className="quiet-button"
          onClick={() => downloadCsv(`${title}_${text.title}`, toCsv(table))}
        >
          {text.save}
        </button>
      </p>
      <DataTable table={table} caption={text.title} />
    </>
  )
}
