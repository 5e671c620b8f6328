import { useEffect, useState } from 'react'
import type { Archive, ArchiveAnswer } from '../archive/protocol.ts'
import type { Finding } from '../model/finding.ts'
import { isQuestion } from '../model/finding.ts'
import { sentenceOf } from '../report/tables.ts'
import { toggle } from '../state/store.ts'
import { archiveWords } from '../text/archive.ts'
import { useBoardStore, useRoute, useWords } from './context.ts'

const STEP = 50

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
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const [wanted, setWanted] = useState(STEP)
  useEffect(() => {
    let isOver = false
    archive.findingsAt(answer.id, 0, wanted).then(
      (found) => !isOver && setFindings(found),
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
        <h2>{text.findings(answer.findings.toLocaleString('en'))}</h2>
        <ol className="archive-findings">
          {findings.map((finding, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings of one answer stand in one order
            <li key={i} className={isQuestion(finding) ? 'questioned' : undefined}>
              <p>
                <b>{words.rules[finding.rule].title}</b> {sentenceOf(finding, words)}
              </p>
              {finding.row && (
                <p className="quiet">
                  {[
                    text.line(finding.row.line),
                    finding.row.cells.region,
                    finding.row.cells.as_of,
                    finding.row.cells.project,
                    finding.row.cells.indicator,
                  ].join(' · ')}
                </p>
              )}
            </li>
          ))}
        </ol>
        {answer.findings > findings.length && (
          <button type="button" className="quiet-button" onClick={() => setWanted(wanted + STEP)}>
            {text.more(Math.min(STEP, answer.findings - findings.length).toLocaleString('en'))}
          </button>
        )}
      </section>
    </>
  )
}
