import { highest, lowest, type SheetLine, type SheetMark } from '../charts/sheet.ts'
import type { TallyGroup } from '../charts/tally.ts'
import { progressOf } from '../checks/pace.ts'
import { relationsOf } from '../checks/relate.ts'
import { inScale, percentText } from '../lib/format.ts'
import { absolute, compare, HUNDRED, type Rational, subtract } from '../lib/rational.ts'
import type { Project, Row } from '../model/dataSet.ts'
import { isYearEnd, percentGone } from '../model/date.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import { type AskedFor, activeKeys, type Filter } from '../model/filter.ts'
import { type Asked, type Counts, STATUSES, type Status, type When } from '../model/status.ts'
import { like, printed } from '../text/figures.ts'
import { filterValue } from '../text/filterValue.ts'
import type { Words } from '../text/zh.ts'
import { completionText, setAside } from './completion.ts'

/** A stretch of a sentence; `question` is written in vermilion. */
export interface Phrase {
  readonly text: string
  readonly tone?: 'strong' | 'question' | 'answered'
  /** What a click on it shows only. */
  readonly shows?: AskedFor
}

/** What is told with weight: what was reached, and what was not or is late. */
const STRONG: readonly Status[] = ['missed', 'doubtful', 'behind', 'slow', 'reached']

/** How it stands, in two sentences written from the data. */
export function headlineWords(counts: Counts, words: Words): readonly [readonly Phrase[], readonly Phrase[]] {
  const h = words.headline
  const shown = STATUSES.filter((status) => counts.counts[status] > 0)
  const first: Phrase[] = [
    { text: whenWords(counts, words) + h.counts(counts.projects, counts.of, counts.indicators) },
  ]
  shown.forEach((status, i) => {
    const text = h[status](counts.counts[status])
    const strong = STRONG.includes(status)
    first.push(strong ? { text, tone: 'strong' } : { text }, {
      text: i === shown.length - 1 ? h.stop : h.join,
    })
  })
  if (shown.length === 0) first.push({ text: h.none + h.stop })
  if (counts.counts.reached > 0) first.push({ text: h.reachedAbout })
  const { asked, checked, held } = counts
  const second: Phrase[] = [{ text: h.checked(checked, held) }]
  // Of what was not computed again nothing was found, and that is no praise.
  if (checked > 0 && asked.errors === 0 && asked.answered === 0) second.push({ text: h.noErrors })
  second.push(...askedWords(asked, words))
  return [first, second]
}

/** What is to be asked, and how much of it cannot be true or is about the whole list; then what we could not read. */
function askedWords(counts: Asked, { headline: h, asked }: Words): Phrase[] {
  const { open, errors, ofList, answered, unread } = counts
  const details = [errors > 0 && h.errors(errors), ofList > 0 && h.ofList(ofList)].filter(
    (text) => text !== false,
  )
  // Beside what was accepted in fewer words: the sentence is no longer than the page as built has it.
  const question = answered > 0 ? asked.openCount(open) : h.questions(open)
  return [
    open > 0
      ? { text: question, tone: 'question', shows: answered > 0 ? 'open' : 'question' }
      : { text: answered > 0 ? asked.noneOpen : h.noQuestions },
    ...(details.length > 0 ? [{ text: h.details(details.join(h.join)) }] : []),
    ...(answered > 0
      ? [
          { text: h.join },
          { text: asked.answeredLong(answered), tone: 'answered', shows: 'answered' } as const,
        ]
      : []),
    ...(unread > 0 ? [{ text: h.semicolon + h.unread(unread) }] : []),
    { text: h.stop.trimEnd() },
  ]
}

/** So much is to be asked, so much was and is accepted, for those who do not see the mark. */
export const askedLabel = (
  { questions, answered }: { readonly questions: number; readonly answered: number },
  words: Words,
): string =>
  [
    ...(questions > 0 ? [words.sheet.askedLong(questions)] : []),
    ...(answered > 0 ? [words.asked.answeredLong(answered)] : []),
  ].join(words.comma)

/** Before the year's end: up to which day, and how much of the year was gone by then. */
function whenWords({ when: { day } }: Counts, words: Words): string {
  return day ? words.pace.underway(day.asOf, `${percentText(percentGone(day.gone), 1)}%`) : ''
}

/** That nothing tells to which day figures run, and what follows from that; '' where all of them say it. */
export const undatedWords = ({ when, indicators }: Counts, words: Words): string =>
  when.undated === 0
    ? ''
    : when.undated === indicators
      ? words.pace.undated
      : words.pace.undatedOf(when.undated)

export const plain = (phrases: readonly Phrase[]): string => phrases.map(({ text }) => text).join('')

/** On what evidence a project's completion rests. */
export function evidence(rows: readonly Row[], words: Words): string {
  const w = words.sheet
  const completions = rows.filter((row) => row.figures.completion).length
  const gaps = rows.filter((row) => !row.figures.completion && row.figures.excess).length
  const targets = rows.filter(
    (row) => !row.figures.completion && !row.figures.excess && row.figures.target,
  ).length
  const silent = rows.length - completions - gaps - targets
  if (silent === rows.length) return onlyWhat(rows, words)
  const parts = [
    completions > 0 && w.completions(completions),
    gaps > 0 && w.excesses(gaps),
    targets > 0 && w.targets(targets),
    silent > 0 && w.silent(silent),
  ]
  return parts.filter((part) => part !== false).join(' · ')
}

function onlyWhat(rows: readonly Row[], words: Words): string {
  const w = words.sheet
  if (rows.some((row) => row.figures.share && row.cells.basis.includes('开工'))) return w.onlyStart
  if (rows.some((row) => row.figures.share)) return w.onlyShares
  if (rows.some((row) => row.cells.claim !== '')) return w.onlyClaims
  if (rows.every((row) => row.figures.growth)) return w.onlyChanges
  return w.onlyOutputs
}

/** Fraction of the plot up to which a label has room for an indicator's name. */
const ROOMY = 0.72

export interface LineLabel {
  /** Fraction of the plot where it stands. */
  readonly at: number
  /** As printed, in ink. */
  readonly figure: string
  readonly words: string
  /** Whether it hangs on a mark, or fills the line of a project that has none. */
  readonly onMark: boolean
}

/** Of the completions that missed, the one farthest from 100 %. */
function farthestMissed(line: SheetLine): SheetMark | undefined {
  const missed = line.marks.filter((mark) => mark.kind === 'missed' && mark.completion)
  const gap = (mark: SheetMark) => absolute(subtract(mark.completion ?? HUNDRED, HUNDRED))
  return missed.reduce<SheetMark | undefined>(
    (worst, mark) => (!worst || compare(gap(mark), gap(worst)) > 0 ? mark : worst),
    undefined,
  )
}

/** What being below the target means at the row's date: missed, or a pace. */
function standing(row: Row, text: Words): string {
  if (isYearEnd(row.cells.as_of, row.cells.year)) return text.status.missed
  const pace = progressOf(row, relationsOf(row))?.pace
  return pace ? text.status[pace] : ''
}

/** The completion of a mark, as it is written everywhere. */
const markText = ({ row, completion, source }: SheetMark, words: Words): string =>
  completion && source ? completionText(row, { value: completion, source }, words) : ''

/**
 * What stands in a line of the sheet: the missed figure where there is one, else the highest completion, or
 * why there is none.
 * @param isLowest whether the lowest is told in place of the highest: what lines are sorted by
 */
export function lineLabel(
  line: SheetLine,
  targetAt: number,
  rows: readonly Row[],
  text: Words,
  isLowest = false,
): LineLabel {
  const top = highest(line)
  // A stem runs from a mark below the target to its rule: words stand behind both.
  const place = { at: Math.max(top?.x ?? targetAt, targetAt), onMark: top !== undefined }
  // Near the end of the axis there is room for the figure only.
  const wordsOf = ({ row, source }: SheetMark, stands = '') =>
    [setAside(row, source, text), stands, place.at < ROOMY ? row.cells.indicator : '']
      .filter((part) => part !== '')
      .join(' · ')
  const worst = farthestMissed(line)
  if (worst) {
    const stands = standing(worst.row, text)
    const figure = markText(worst, text)
    // Where the printed one is set aside, that it is comes first: of narrow room only the beginning is left.
    if (worst.source === 'figures') return { ...place, figure, words: wordsOf(worst, stands) }
    return { ...place, figure: [stands, figure].join(' ').trim(), words: wordsOf(worst) }
  }
  const missed = line.marks.find((mark) => mark.kind === 'missed' && mark.row.figures.excess)?.row
  const low = isLowest ? lowest(line) : undefined
  if (low && low !== top && !missed)
    return { ...place, figure: text.pace.lowest(markText(low, text)), words: wordsOf(low) }
  if (top && !missed) return { ...place, figure: markText(top, text), words: wordsOf(top) }
  const gap = missed ?? rows.find((row) => row.figures.excess)
  if (gap?.figures.excess) return { ...place, ...gapText(gap, gap.figures.excess, text) }
  return { ...place, figure: '', words: rows.map((row) => shortFigure(row, text)).join(' · ') }
}

/** A rate's gap to its target as printed; one that cannot be is set aside for what the figures give. */
function gapText(row: Row, excess: Figure, words: Words): Pick<LineLabel, 'figure' | 'words'> {
  const { indicator } = row.cells
  const told = (value: Rational, size: string) =>
    value.n < 0n ? words.sheet.belowBy(indicator, size) : words.sheet.above(indicator, size)
  const relation = relationsOf(row).find(({ kind }) => kind === 'excess')
  if (relation?.verdict !== 'inconsistent')
    return { figure: told(excess.value, excess.text.replace(/^[-+−–－﹣]/, '')), words: '' }
  const { value, actual } = relation
  const size = isPercent(excess)
    ? inScale(absolute(value), 0, excess.decimals) + words.points
    : like(actual, absolute(value))
  return {
    figure: `${words.project.computed} ${told(value, size)}`,
    words: words.project.printedAs(excess.text),
  }
}

/** One row in a few words, where no completion was printed: 开工建设寄宿制小学 32所 开工率 100%. */
export function shortFigure(row: Row, words: Words): string {
  const { actual, growth, share } = row.figures
  const parts = [row.cells.indicator]
  if (actual) parts.push(printed(actual, row.cells.unit))
  if (share) parts.push(words.sheet.share(row.cells.basis, share.text))
  if (growth) parts.push(words.sheet.change(growth.text))
  if (row.cells.claim !== '') parts.push(words.sheet.claim(row.cells.claim))
  return parts.join(' ')
}

/** The filter in force, in words; for everything that leaves the board. */
export function filterWords(filter: Filter, words: Words): string {
  const parts = activeKeys(filter).map(
    (key) => `${words.filters.columns[key]} ${filterValue(key, filter, words)}`,
  )
  return parts.length === 0 ? words.filters.none : words.filters.inForce(parts.join(words.headline.join))
}

/** What an export says of itself: which data set, of which date, under which filter. */
export function provenance(
  entry: { title: string; source: string; asOf: string; file: string },
  filter: Filter,
  words: Words,
): string[] {
  return [
    words.chart.about(entry.title, entry.file, entry.asOf) + filterWords(filter, words),
    words.chart.source(entry.source),
  ]
}

/** A file name that tells data set, chart, date and filter; without what file systems refuse. */
export function fileName(
  entry: { file: string; asOf: string },
  what: string,
  filter: Filter,
  words: Words,
): string {
  const keys = activeKeys(filter).map((key) => filterValue(key, filter, words))
  const date = entry.file.includes(entry.asOf) ? [] : [entry.asOf]
  return [entry.file.replace(/\.csv$/, ''), what, ...date, ...keys]
    .join('_')
    .replace(/[\\/:*?"<>|\s]+/g, '-')
    .slice(0, 120)
}

export const projectTitle = (project: Project): string =>
  project.no === '' ? project.name : `${project.no} ${project.name}`

/** What a tally counts: before the year's end what is on pace stands as well as what was reached. */
export const tallyTitle = ({ isUnderway }: Pick<When, 'isUnderway'>, words: Words): string =>
  isUnderway ? words.pace.tally : words.tally.title

/** 达到 9 · 无从判断 1 */
export const countsWords = (group: TallyGroup, words: Words): string =>
  STATUSES.filter((status) => group.counts[status] > 0)
    .map((status) => `${words.status[status]} ${group.counts[status]}`)
    .join(' · ')
