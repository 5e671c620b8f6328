import { useEffect, useState } from 'react'
import type { ArchiveAnswer } from '../archive/protocol.ts'
import { activeKeys, type Filter } from '../model/filter.ts'
import { regionName, regionsAbove } from '../model/region.ts'
import { STATUSES } from '../model/status.ts'
import { narrow } from '../state/store.ts'
import { archiveWords } from '../text/archive.ts'
import { useBoardStore, useRoute, useWords } from './context.ts'
import { clearAll, SearchField, Select } from './FilterBar.tsx'

/** Letters typed within this time are one question. */
const PAUSE_MS = 200

/** Where the reader stands among the regions, and every filter with what it would leave. */
export function ArchiveFilters({ answer }: { readonly answer: ArchiveAnswer }) {
  const words = useWords()
  const store = useBoardStore()
  const { filter, lang } = useRoute()
  const text = archiveWords[lang]
  const { years, dates, levels, domains, owners, rules } = answer.groups
  const named = (values: readonly { readonly value: string; readonly projects: number }[]) =>
    values.map(({ value, projects }) => ({ value, label: `${value}（${projects.toLocaleString('en')}）` }))
  const part = <K extends keyof Filter>(name: K) => ({
    name,
    value: filter[name],
    of: filter,
    unset: words.filters.all,
  })
  const active = activeKeys(filter).length
  return (
    <>
      <nav className="archive-trail" aria-label={text.columns.region}>
        <Step path="" name={text.everywhere} isLast={filter.region === ''} />
        {filter.region !== '' &&
          [...regionsAbove(filter.region).reverse(), filter.region].map((path) => (
            <Step key={path} path={path} name={regionName(path)} isLast={path === filter.region} />
          ))}
      </nav>
      {/* biome-ignore lint/a11y/useSemanticElements: no <search> before Chromium 118, Firefox 118, Safari 17 */}
      <div role="search" className="filters" aria-label={words.filters.label}>
        <Search />
        <Select
          {...part('asOf')}
          label={`${text.columns.year} / ${text.columns.asOf}`}
          choices={[...named(years), ...named(dates.filter(({ value }) => !/^\d{4}$/.test(value)))]}
        />
        <Select {...part('level')} label={text.columns.level} choices={named(levels)} />
        <Select {...part('domain')} label={text.columns.domain} choices={named(domains)} />
        {owners.length > 0 && (
          <Select {...part('owner')} label={text.columns.owner} choices={named(owners)} />
        )}
        <Select
          {...part('status')}
          label={text.columns.status}
          choices={STATUSES.filter((status) => answer.statuses[status] > 0).map((status) => ({
            value: status,
            label: `${words.status[status]}（${answer.statuses[status].toLocaleString('en')}）`,
          }))}
        />
        <Select
          {...part('finding')}
          label={text.columns.finding}
          choices={[
            { value: 'question', label: words.asked.only.question },
            ...rules.map(({ rule, rows }) => ({
              value: rule,
              label: `${words.rules[rule].title}（${rows.toLocaleString('en')}）`,
            })),
          ]}
        />
        {active > 0 && (
          <button type="button" className="clear" onClick={() => clearAll(store)}>
            {words.filters.clear(active)}
          </button>
        )}
      </div>
    </>
  )
}

function Step({
  path,
  name,
  isLast,
}: {
  readonly path: string
  readonly name: string
  readonly isLast: boolean
}) {
  const store = useBoardStore()
  if (isLast) return <b>{name}</b>
  return (
    <button type="button" onClick={() => narrow(store, { region: path })}>
      {name}
    </button>
  )
}

function Search() {
  const store = useBoardStore()
  const { text } = useRoute().filter
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === text) return
    const timer = setTimeout(() => narrow(store, { text: typed }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [store, typed, text])
  return <SearchField value={typed} type={setTyped} />
}
