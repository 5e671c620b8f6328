import { useEffect, useState } from 'react'
import type { Archive, ArchiveAnswer } from '../archive/protocol.ts'
import { type Item, kindOf, NO_REASONS } from '../checks/asked.ts'
import { askedSummary } from '../report/findingTable.ts'
import { sentenceOf } from '../report/tables.ts'
import { toggle } from '../state/store.ts'
import { archiveWords } from '../text/archive.ts'
import { useBoardStore, useRoute, useWords } from './context.ts'
import { Gravity } from './Gravity.tsx'

const STEP = 50
const count = (n: number) => n.toLocaleString('en')

/** What every rule has to say, worst first; the sentences are worked out for those in sight. */
export function ArchiveFindings({
  archive,
  answer,
}: {
  readonly archive: Archive
  readonly answer: ArchiveAnswer
}) {
  const words = useWords()
  const store = useBoardStore()
  const { filter, lang } = useRoute()
  const text = archiveWords[lang]
  const [items, setItems] = useState<readonly Item[]>([])
  const [wanted, setWanted] = useState(STEP)
  useEffect(() => {
    let isOver = false
    archive.itemsAt(answer.id, 0, wanted).then(
      (found) => !isOver && setItems(found),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [archive, answer.id, wanted])
  return (
    <>
      <section>
        <h2>{text.rules}</h2>
        <ul className="rule-counts">
          {answer.groups.rules.map(({ rule, rows }) => (
            <li key={rule}>
              <button
                type="button"
                aria-pressed={filter.finding === rule}
                onClick={() => toggle(store, 'finding', rule)}
              >
                {words.rules[rule].title} <b>{rows.toLocaleString('en')}</b>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{filter.finding === '' ? askedSummary(answer.asked, words) : text.items(count(answer.items))}</h2>
        <ol className="archive-findings">
          {items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of one answer stand in one order
            <li key={i} data-kind={kindOf(item, NO_REASONS)}>
              {item.findings.map((finding, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two findings of one rule may stand on one row
                <p key={nth}>
                  <Gravity {...finding} /> <b>{words.rules[finding.rule].title}</b>{' '}
                  {sentenceOf(finding, words)}
                </p>
              ))}
              {item.row && (
                <p className="quiet">
                  {[
                    text.line(item.row.line),
                    item.row.cells.region,
                    item.row.cells.as_of,
                    item.row.cells.project,
                    item.row.cells.indicator,
                  ].join(' · ')}
                </p>
              )}
            </li>
          ))}
        </ol>
        {answer.items > items.length && (
          <button type="button" className="quiet-button" onClick={() => setWanted(wanted + STEP)}>
            {text.more(count(Math.min(STEP, answer.items - items.length)))}
          </button>
        )}
      </section>
    </>
  )
}
