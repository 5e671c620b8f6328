import { countAsked, type Item, itemsOf, kindOf } from '../checks/asked.ts'
import type { Subject } from '../checks/rule.ts'
import { RULES } from '../checks/rules/registry.ts'
import { wholeTargets } from '../checks/wholeTargets.ts'
import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import { findingKey } from '../model/accepted.ts'
import type { Filter } from '../model/filter.ts'
import { isQuestion, type RuleId } from '../model/finding.ts'
import { listOf } from '../model/listing.ts'
import { isChecked } from '../model/relation.ts'
import { stepsOf } from '../report/arithmetic.ts'
import { findingTable } from '../report/tables.ts'
import { askedSummary, fileName, provenance } from '../report/wording.ts'
import {
  findingsOfList,
  headline,
  type Reviewed,
  visibleAnywhere,
  visibleFindings,
  visibleProjects,
} from '../state/derive.ts'
import { toggle } from '../state/store.ts'
import type { Words } from '../text/zh.ts'
import { useAddress, useBoard, useBoardStore, useReviewed, useRoute, useWords } from './context.ts'
import { FilterBar } from './FilterBar.tsx'
import { FindingLine } from './FindingLine.tsx'
import { Gravity } from './Gravity.tsx'
import { AcrossDocuments } from './Related.tsx'

/** 核验: every finding, worst first, and what was checked and held. */
export function ChecksView() {
  const board = useReviewed()
  const words = useWords()
  const { filter } = useRoute()
  const findings = visibleFindings(board, filter)
  const accepted = useBoard((state) => state.accepted)
  const agreed = findings.filter((finding) => isQuestion(finding) && accepted[findingKey(finding)]).length
  const save = () => {
    const notes = provenance(board.set.entry, filter, words)
    downloadCsv(
      fileName(board.set.entry, words.nav.checks, filter, words),
      toCsv(findingTable(findings, words, accepted), notes),
    )
  }
  return (
    <>
      <h1 tabIndex={-1}>{words.checks.title}</h1>
      <p className="headline">
        {summaryWords(board, filter, words)}
        {agreed > 0 && ` · ${words.accept.count(agreed)}`}
        <button type="button" className="quiet-button" onClick={save}>
          {words.chart.csv}
        </button>
      </p>
      <FilterBar sortable={false} />
      <div className="checks">
        <ByRule />
        <div>
          {findings.length === 0 && <p className="nothing">{words.checks.nothing}</p>}
          <ol className="findings">
            {itemsOf(findings).map((item, i) => (
              <li key={item.row?.line ?? `list-${i}`} data-kind={kindOf(item)}>
                <Place item={item} />
                {item.findings.map((finding, nth) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two findings of one rule may stand on one row
                  <FindingLine key={nth} finding={finding} />
                ))}
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
  const asked = countAsked(visibleFindings(board, filter))
  const listed = visibleProjects(board, filter, 'printed')
  const ofOverview = headline(board, listed, listed.length, findingsOfList(board, filter)).asked.open
  const isAllOfThem = filter.finding === '' || filter.finding === 'question'
  return [
    askedSummary(asked, words),
    ...(isAllOfThem && ofOverview !== asked.open ? [words.checks.ofOverview(ofOverview)] : []),
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
      {worst && <Gravity {...worst} />}
      <span>{[...titles].join(words.semicolon)}</span>
      {project && row ? (
        <a href={address({ view: 'project', project: project.id, line: row.line })} title={words.checks.open}>
          {project.no} {project.name} · {row.cells.indicator}
        </a>
      ) : (
        <span className="quiet">{words.checks.wholeList}</span>
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
  const count = (id: RuleId) => itemsOf(findings.filter(({ rule }) => rule === id)).length
  return (
    <aside className="by-rule" aria-label={words.checks.byRule}>
      <h2>{words.checks.byRule}</h2>
      <ul>
        {RULES.filter(({ id }) => count(id) > 0).map(({ id, severity }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={filter.finding === id}
              onClick={() => toggle(store, 'finding', id)}
            >
              <Gravity rule={id} severity={severity} />
              <span>{words.rules[id].title}</span>
              <b>{count(id)}</b>
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
      <h2>{words.checks.rounding}</h2>
      <p className="quiet">
        {of === 0
          ? words.checks.roundingNone
          : words.checks.roundingAbout(of, words.checks.roundingName[usual], explained)}
        {of > 0 && isTie && words.checks.roundingTie}
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
      <h2>{words.checks.wholes}</h2>
      {found.length === 0 && <p className="quiet">{words.checks.wholesNone}</p>}
      {some.length > 0 && (
        <>
          <p className="quiet">{words.checks.wholesSome(some.length)}</p>
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
      {silent > 0 && <p className="quiet">{words.checks.wholesCannotTell(silent)}</p>}
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
  const implied = subjects.flatMap(({ relations }) => relations).filter((r) => r.verdict === 'implied').length
  return (
    <section className="held">
      <h2>{words.checks.held}</h2>
      <p className="quiet">
        {held.length === 0 ? words.checks.heldNone : words.checks.heldAbout(held.length)}
      </p>
      <StepList subjects={held} />
      <ul className="plain">
        {Object.entries(board.set.entry.projects ?? {})
          .filter(
            ([level, stated]) =>
              listOf(board.set.projects).filter((project) => project.level === level).length === stated,
          )
          .map(([level, stated]) => (
            <li key={level}>{words.checks.countOk(level, stated)}</li>
          ))}
        {implied > 0 && <li>{words.checks.implied(implied)}</li>}
      </ul>
      {unverifiable.length > 0 && (
        <>
          <h2>{words.checks.unverifiable}</h2>
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
