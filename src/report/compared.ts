import type { SlopeLine, SlopeMark } from '../charts/slope.ts'
import type { Compared, ComparedLine } from '../compare/compareLists.ts'
import { type Change, isSameSpan, type Standing } from '../compare/comparePair.ts'
import { trimZeros } from '../lib/format.ts'
import { type Interval, isPoint, outward } from '../lib/interval.ts'
import { toFixed } from '../lib/rational.ts'
import type { CatalogueEntry, DataSet, Row } from '../model/dataSet.ts'
import { byDay, isYearEnd, lastDay } from '../model/date.ts'
import { isPercent } from '../model/figure.ts'
import type { CompareWords } from '../text/compareZh.ts'
import { printed, rangeLike } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'
import { printedTarget } from './bullets.ts'
import { setAside, completionText as told } from './completion.ts'
import { sentenceOf, type Table } from './tables.ts'

/** Both sets of words that a comparison is written with. */
export interface CompareTexts {
  readonly words: Words
  readonly compare: CompareWords
}

/** The figure as printed, '' where there is none. */
export function rowFigure({ figures: { actual }, cells }: Row): string {
  return actual ? printed(actual, isPercent(actual) ? '%' : cells.unit) : ''
}

/** The same, '—' where there is none. */
export const figureText = ({ subject: { row } }: Standing, { compare }: CompareTexts): string =>
  rowFigure(row) || compare.absent

/** What a date stands for: 2021 全年, 2021-03. */
export const dateText = (asOf: string, { compare }: CompareTexts): string =>
  isWholeYear(asOf) ? compare.wholeYear(asOf) : asOf

/** The same with what leads up to it: 2021 全年, 截至 2021-03. */
export const spanText = (asOf: string, { compare }: CompareTexts): string =>
  isWholeYear(asOf) ? compare.wholeYear(asOf) : compare.asOf(asOf)

const isWholeYear = (asOf: string): boolean => /^\d{4}$/.test(asOf)

/** +25.0%, or +3.4—+3.6 个百分点; where none is claimed, why not. */
export function changeText(change: Change, { words, compare }: CompareTexts): string {
  if (change.kind === 'none') return compare.noChange[change.why]
  const [lo, hi] = endsOf(change.interval)
  if (isPoint(change.interval) && change.interval.lo.n === 0n) return compare.unchanged
  const [from, to] = [words.sheet.change(lo), words.sheet.change(hi)]
  if (change.kind === 'points') return (lo === hi ? from : `${from}—${to}`) + words.points
  return lo === hi ? `${from}%` : `${from}%—${to}%`
}

/** To a tenth; one text where both ends round to it, else the ends moved outward. */
function endsOf(interval: Interval): readonly [string, string] {
  if (isPoint(interval)) {
    const text = trimZeros(toFixed(interval.lo, 1))
    return [text, text]
  }
  const [lo, hi] = [toFixed(interval.lo, 1), toFixed(interval.hi, 1)]
  if (lo === hi) return [lo, hi]
  const ends = outward(interval, -1)
  return [toFixed(ends.lo, 1), toFixed(ends.hi, 1)]
}

/** A standing in a few words, and whether they were printed or worked out. */
export interface Said {
  readonly text: string
  readonly isImplied: boolean
}

/** The completion, else the printed gap; behind it how that stands at the year's end. */
export function completionText({ completion, subject }: Standing, { words, compare }: CompareTexts): Said {
  const { row, reach } = subject
  const { excess } = row.figures
  if (completion) {
    const aside = setAside(row, completion.source, words)
    const text = told(row, completion, words) + (aside === '' ? '' : `${words.comma}${aside}`)
    const isMissed = reach === 'missed' && isYearEnd(row.cells.as_of, row.cells.year)
    return {
      text: isMissed ? `${text} ${words.project.missed}` : text,
      isImplied: completion.source !== 'printed',
    }
  }
  if (!excess) return { text: compare.absent, isImplied: false }
  const text = isPercent(excess) ? excess.text : printed(excess, row.cells.unit)
  return { text: compare.excess(text), isImplied: false }
}

export function targetText({ target, subject }: Standing, { words, compare }: CompareTexts): Said {
  if (!target) return { text: compare.absent, isImplied: false }
  if (target.printed) {
    return { text: printedTarget(subject.row), isImplied: false }
  }
  return { text: `${words.project.implied} ${rangeLike(target.like, target.implied)}`, isImplied: true }
}

/** A sentence about a pair, and whether it still asks. */
export interface AskedText {
  readonly text: string
  readonly isOpen: boolean
}

/** What is asked about a pair: by the lists together, then of either figure by itself; accepted ones with the reason. */
export function askedTexts(pair: Compared, { words, compare }: CompareTexts): AskedText[] {
  const together = pair.findings.map((finding) => ({ text: sentenceOf(finding, words), isOpen: true }))
  const own = (['before', 'after'] as const).flatMap((side) =>
    pair.asked[side].map(({ finding: { rule }, reason }) => {
      const text = compare.asked(pair[side].subject.row.cells.as_of, words.rules[rule].title)
      const { inBrackets, answeredWith } = words.asked
      return reason === undefined
        ? { text, isOpen: true }
        : { text: text + inBrackets(answeredWith(reason)), isOpen: false }
    }),
  )
  return [...together, ...own]
}

/** A pair's other name, where the two lists write it differently; '' where they do not. */
export function otherNameOf({ match: { a, b } }: Compared): string {
  const names = [
    ...(a.cells.project === b.cells.project ? [] : [b.cells.project]),
    ...(a.cells.indicator === b.cells.indicator ? [] : [b.cells.indicator]),
  ]
  return names.join(' · ')
}

/** All pairs in printed order, an indicator's earliest first. */
export function comparedTable(
  lines: readonly ComparedLine[],
  titles: readonly string[],
  texts: CompareTexts,
): Table {
  const { words, compare } = texts
  const c = compare.columns
  const f = words.filters.columns
  return {
    columns: [
      f.project,
      words.chart.indicator,
      c.list,
      c.other,
      c.how,
      ...[c.before, c.after].flatMap((when) => [
        `${when} ${c.asOf}`,
        `${when} ${words.chart.printedValue}`,
        `${when} ${c.completion}`,
        `${when} ${c.target}`,
      ]),
      c.change,
      c.checked,
    ],
    rows: lines.flatMap(({ row, pairs }) =>
      pairs.map((pair) => [
        row.cells.project,
        row.cells.indicator,
        titles[pair.list] ?? '',
        otherNameOf(pair),
        compare.how[pair.match.how],
        ...[pair.before, pair.after].flatMap((standing) => [
          standing.subject.row.cells.as_of,
          figureText(standing, texts),
          completionText(standing, texts).text,
          targetText(standing, texts).text,
        ]),
        changeText(pair.change, texts),
        askedTexts(pair, texts)
          .map(({ text }) => text)
          .join(words.chart.and),
      ]),
    ),
  }
}

/** What the slope chart draws: an indicator with a completion in at least two lists. */
export interface DrawnLine extends SlopeLine {
  readonly line: ComparedLine
  /** By mark. */
  readonly standings: readonly Standing[]
}

/** The lines that can be drawn, each mark a list's completion, the earliest first. */
export function drawnLines(lines: readonly ComparedLine[]): DrawnLine[] {
  return lines.flatMap((line): DrawnLine[] => {
    const marks = standingsOf(line).flatMap(({ standing, asked }) => {
      const mark = markOf(standing, asked)
      return mark ? [{ mark, standing }] : []
    })
    if (marks.length < 2) return []
    const rows = marks.map(({ standing }) => standing.subject.row)
    const followsOn = (i: number) => {
      const [before, after] = [rows[i - 1], rows[i]]
      return before !== undefined && after !== undefined && isSameSpan(before, after)
    }
    return [
      {
        line,
        marks: marks.map(({ mark }, i) => ({ ...mark, isSameSpan: followsOn(i) })),
        standings: marks.map(({ standing }) => standing),
        isProposed: line.pairs.some(({ match }) => match.how === 'proposed'),
      },
    ]
  })
}

interface Stood {
  readonly standing: Standing
  readonly asked: SlopeMark['asked']
}

/** The indicator in every list that has it, by date: the shown list's own once. */
function standingsOf({ row, pairs }: ComparedLine): Stood[] {
  const seen = new Map<Row, Stood>()
  for (const pair of pairs) {
    for (const side of ['before', 'after'] as const) {
      const standing = pair[side]
      const { row: own } = standing.subject
      // What was found of all lists together is asked of one of their rows, whichever pair it is told with.
      const isFound = pairs.some(({ findings }) => findings.some((finding) => finding.row === own))
      const isOpen = isFound || pair.asked[side].some(({ reason }) => reason === undefined)
      const asked = isOpen ? 'question' : pair.asked[side].length > 0 ? 'answered' : undefined
      seen.set(own, { standing, asked })
    }
  }
  return [...seen.values()]
    .map((stood) => {
      const { row: own } = stood.standing.subject
      return { ...stood, day: lastDay(own.cells.as_of) ?? '', isShown: own === row }
    })
    .sort((a, b) => byDay(a, b) || Number(a.isShown) - Number(b.isShown))
}

const markOf = (
  { completion, subject }: Standing,
  asked: SlopeMark['asked'],
): Omit<SlopeMark, 'isSameSpan'> | undefined =>
  completion && {
    completion: completion.value,
    isPrinted: completion.source === 'printed',
    isReached: subject.reach === 'reached',
    asked,
  }

/** A completion as it was said, after what joins it to the one before. */
export interface SaidStep extends Said {
  readonly lead: string
}

/** So many completions stand beside a line; of more the first and the last, the rest being in the table. */
const MOST_SAID = 3

/** The completions of a line from the earliest to the latest; an arrow only where they run over the same span. */
export function saidOf({ standings, marks }: DrawnLine, texts: CompareTexts): SaidStep[] {
  const { to, beside, left } = texts.compare
  const said = standings.map((standing, i): SaidStep => {
    const lead = i === 0 ? '' : marks[i]?.isSameSpan ? to : beside
    return { ...completionText(standing, texts), lead }
  })
  const [first, last] = [said[0], said.at(-1)]
  if (said.length <= MOST_SAID || !first || !last) return said
  const lead = marks.slice(1).every(({ isSameSpan }) => isSameSpan) ? to : beside
  return [first, { text: left, isImplied: false, lead }, { ...last, lead }]
}

/** What an export of a comparison says it is made of: all of the lists. */
export function comparedEntry(sets: readonly DataSet[], { compare }: CompareTexts): CatalogueEntry {
  const entries = sets.map(({ entry }) => entry)
  const all = (of: (entry: CatalogueEntry) => string) => entries.map(of).join(compare.and)
  return {
    file: `${entries.map(({ file }) => file.replace(/\.csv$/i, '')).join('_')}.csv`,
    title: all(({ title }) => title),
    source: all(({ source }) => source),
    asOf: all(({ asOf }) => asOf),
  }
}
