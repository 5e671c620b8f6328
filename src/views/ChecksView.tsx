import { countAsked, type Item, itemsOf, kindOf } from '../checks/asked.ts'
import type { Subject } from '../checks/rule.ts'
import { RULES } from '../checks/rules/registry.ts'
import { wholeTargets } from '../checks/wholeTargets.ts'
import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import type { Filter } from '../model/filter.ts'
import { listOf } from '../model/listing.ts'
import { isChecked } from '../model/relation.ts'
import { stepsOf } from '../report/arithmetic.ts'
import { askedSummary, findingTable } from '../report/findingTable.ts'
import { fileName, provenance } from '../report/wording.ts'
import {
  findingsOfList,
  headline,
  type Reviewed,
  visibleAnywhere,
  visibleFindings,
  visibleProjects,
} from '../state/derive.ts'
import { toggle } from '../state/store.ts'
import { checksWords } from '../text/checks.ts'
import type { Words } from '../text/zh.ts'
import { useAddress, useBoard, useBoardStore, useReviewed, useRoute, useWords } from './context.ts'
import { FilterBar } from './FilterBar.tsx'
import { FindingLines } from './FindingLine.tsx'
import { Gravity } from './Gravity.tsx'
import { AcrossDocuments } from './Related.tsx'

/** 核验: every finding, worst first, and what was checked and held. */
export function ChecksView() {
  const board = useReviewed()
  const words = useWords()
  const { filter } = useRoute()
  const findings = visibleFindings(board, filter)
  const accepted = useBoard((state) => state.accepted)
  const save = () => {
    const notes = provenance(board.set.entry, filter, words)
    downloadCsv(
      fileName(board.set.entry, words.nav.checks, filter, words),
      toCsv(findingTable(findings, words, accepted), notes),
    )
  }
  return (
    <>
      <h1 tabIndex={-1}>{checksWords(words).title}</h1>
      <p className="headline">
        {summaryWords(board, filter, words)}
        <button type="button" className="quiet-button" onClick={save}>
          {words.chart.csv}
        </button>
      </p>
      <FilterBar sortable={false} />
      <div className="checks">
        <ByRule />
        <div>
          {findings.length === 0 && <p className="nothing">{checksWords(words).nothing}</p>}
          <ol className="findings">
            {itemsOf(findings).map((item, i) => (
              <li key={item.row?.line ?? `list-${i}`} data-kind={kindOf(item, board.reasons)}>
                <Place item={item} />
                <FindingLines findings={item.findings} reasons={board.reasons} />
              </li>
            ))}
          </ol>
          <Held />
        </div>
      </div>
    </>
  )
}

/** What stands on this page, in counts; where it goes through more lists than the overview shows, that one's too. */
function summaryWords(board: Reviewed, filter: Filter, words: Words): string {
  const asked = countAsked(visibleFindings(board, filter), board.reasons)
  const listed = visibleProjects(board, filter, 'printed')
  const ofOverview = headline(board, listed, listed.length, findingsOfList(board, filter)).asked.open
  const isAllOfThem = filter.finding === '' || filter.finding === 'question' || filter.finding === 'open'
  return [
    askedSummary(asked, words),
    ...(isAllOfThem && ofOverview !== asked.open ? [checksWords(words).ofOverview(ofOverview)] : []),
  ].join(' · ')
}

/** The worst severity, every rule that spoke, and what the item is about. */
function Place({ item: { row, findings } }: { readonly item: Item }) {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  const project = row && board.projectOf.get(row)
  const [worst] = findings
  const titles = new Set(findings.map(({ rule }) => words.rules[rule].title))
  return (
    <h2 className="place">
      {kindOf({ findings }, board.reasons) === 'answered' ? (
        <span className="severity severity-info">{words.asked.done}</span>
      ) : (
        worst && <Gravity {...worst} />
      )}
      <span>{[...titles].join(words.semicolon)}</span>
      {project && row ? (
        <a
          href={address({ view: 'project', project: project.id, line: row.line })}
          title={checksWords(words).open}
        >
          {project.no} {project.name} · {row.cells.indicator}
        </a>
      ) : (
        <span className="quiet">{checksWords(words).wholeList}</span>
      )}
    </h2>
  )
}

/** On how many rows, and of the list how often, each rule has something to say: a filter too. */
function ByRule() {
  const board = useReviewed()
  const words = useWords()
  const store = useBoardStore()
  const { filter } = useRoute()
  const findings = visibleFindings(board, { ...filter, finding: '' })
  const rules = RULES.flatMap(({ id, severity }) => {
    const own = findings.filter(({ rule }) => rule === id)
    const { answered } = countAsked(own, board.reasons)
    const all = itemsOf(own).length
    return all === 0 ? [] : [{ id, severity, all, answered }]
  })
  const { open, answered } = countAsked(findings, board.reasons)
  return (
    <aside className="by-rule" aria-label={checksWords(words).byRule}>
      {answered > 0 && (
        <ul className="by-state">
          {(['open', 'answered'] as const).map((state) => (
            <li key={state}>
              <button
                type="button"
                aria-pressed={filter.finding === state}
                onClick={() => toggle(store, 'finding', state)}
              >
                <span>{words.asked.only[state]}</span>
                <b>{state === 'open' ? open : answered}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      <h2>{checksWords(words).byRule}</h2>
      <ul>
        {rules.map(({ id, severity, all, answered }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={filter.finding === id}
              onClick={() => toggle(store, 'finding', id)}
            >
              {answered === all ? (
                <span className="severity severity-info">{words.asked.answered(1)}</span>
              ) : (
                <Gravity rule={id} severity={severity} />
              )}
              <span>{words.rules[id].title}</span>
              <b>
                {answered > 0 && answered < all && <i>{words.asked.answered(answered)}</i>}
                {all}
              </b>
            </button>
          </li>
        ))}
      </ul>
      <Rounding />
      <WholeTargetsFound />
    </aside>
  )
}

function Rounding() {
  const { rounding } = useReviewed()
  const words = useWords()
  const { of, usual, explained, counts } = rounding
  const isTie = Object.values(counts).every((n) => n === of)
  return (
    <>
      <h2>{checksWords(words).rounding}</h2>
      <p className="quiet">
        {of === 0
          ? checksWords(words).roundingNone
          : checksWords(words).roundingAbout(of, checksWords(words).roundingName[usual], explained)}
        {of > 0 && isTie && checksWords(words).roundingTie}
      </p>
    </>
  )
}

/** What whole numbers the targets of counted things may be; where any percentage would do, that it cannot be told. */
function WholeTargetsFound() {
  const { set } = useReviewed()
  const words = useWords()
  const found = set.rows.flatMap((row) => {
    const targets = wholeTargets(row)
    return targets ? [{ row, targets }] : []
  })
  const some = found.flatMap(({ row, targets }) => (targets.kind === 'some' ? [{ row, targets }] : []))
  const silent = found.filter(({ targets }) => targets.kind === 'cannot-tell').length
  return (
    <>
      <h2>{checksWords(words).wholes}</h2>
      {found.length === 0 && <p className="quiet">{checksWords(words).wholesNone}</p>}
      {some.length > 0 && (
        <>
          <p className="quiet">{checksWords(words).wholesSome(some.length)}</p>
          <ul className="plain">
            {some.map(({ row, targets: { first, last } }) => (
              <li key={row.line} className="quiet">
                {row.cells.indicator} {first === last ? String(first) : `${first}–${last}`}
                {row.cells.unit}
              </li>
            ))}
          </ul>
        </>
      )}
      {silent > 0 && <p className="quiet">{checksWords(words).wholesCannotTell(silent)}</p>}
    </>
  )
}

/** What was checked and held, and what could not be: trust comes from both. */
function Held() {
  const board = useReviewed()
  const words = useWords()
  const { filter } = useRoute()
  const shown = visibleAnywhere(board, { ...filter, finding: '' }, 'printed').flatMap(
    (project) => project.rows,
  )
  const subjects = shown.flatMap((row) => board.subjectOf.get(row) ?? [])
  const withVerdict = (test: (subject: Subject) => boolean) => subjects.filter(test)
  const held = withVerdict(({ relations }) =>
    relations.some((r) => isChecked(r) && r.verdict !== 'inconsistent'),
  )
  const unverifiable = withVerdict(({ relations }) => relations.some((r) => r.verdict === 'unverifiable'))
  const relations = subjects.flatMap((subject) => subject.relations)
  const implied = relations.filter((r) => r.verdict === 'implied').length
  const checked = relations.filter(isChecked).length
  return (
    <section className="held">
      <h2>{checksWords(words).held}</h2>
      <p className="quiet">
        {held.length === 0 ? checksWords(words).heldNone(checked) : checksWords(words).heldAbout(held.length)}
      </p>
      <StepList subjects={held} />
      <ul className="plain">
        {Object.entries(board.set.entry.projects ?? {})
          .filter(
            ([level, stated]) =>
              listOf(board.set.projects).filter((project) => project.level === level).length === stated,
          )
          .map(([level, stated]) => (
            <li key={level}>{checksWords(words).countOk(level, stated)}</li>
          ))}
        {implied > 0 && <li>{checksWords(words).implied(implied)}</li>}
      </ul>
      {unverifiable.length > 0 && (
        <>
          <h2>{checksWords(words).unverifiable}</h2>
          <StepList subjects={unverifiable} />
        </>
      )}
      <AcrossDocuments />
    </section>
  )
}

function StepList({ subjects }: { readonly subjects: readonly Subject[] }) {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  return (
    <ul className="steps">
      {subjects.map(({ row, relations }) => (
        <li key={row.line}>
          <a href={address({ view: 'project', project: board.projectOf.get(row)?.id ?? '', line: row.line })}>
            {row.cells.indicator}
          </a>
          {stepsOf(row, relations, words).map((step) => (
            <span key={step.sum} className={`step verdict-${step.verdict}`}>
              {step.sum} · {step.result} <span className="verdict">{words.verdict[step.verdict]}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
