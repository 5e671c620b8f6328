import { highest, type SheetLine } from '../charts/sheet.ts'
import type { TallyGroup } from '../charts/tally.ts'
import type { Project, Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { activeKeys, type Filter } from '../model/filter.ts'
import { STATUSES, type Status } from '../model/status.ts'
import { printed } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'

/** A stretch of a sentence; `question` is written in vermilion. */
export interface Phrase {
  readonly text: string
  readonly tone?: 'strong' | 'question'
}

export interface Counts {
  readonly projects: number
  readonly indicators: number
  readonly counts: Readonly<Record<Status, number>>
  readonly checked: number
  readonly held: number
  readonly errors: number
  readonly questions: number
}

/** How it stands, in two sentences written from the data. */
export function headlineWords(counts: Counts, words: Words): readonly [readonly Phrase[], readonly Phrase[]] {
  const h = words.headline
  const shown = STATUSES.filter((status) => counts.counts[status] > 0)
  const first: Phrase[] = [{ text: h.counts(counts.projects, counts.indicators) }]
  shown.forEach((status, i) => {
    const text = h[status](counts.counts[status])
    const strong = status === 'reached' || status === 'missed' || status === 'doubtful'
    first.push(strong ? { text, tone: 'strong' } : { text }, {
      text: i === shown.length - 1 ? h.stop : h.join,
    })
  })
  if (shown.length === 0) first.push({ text: h.none + h.stop })
  const second: Phrase[] = [{ text: h.checked(counts.checked, counts.held) }]
  second.push(counts.errors > 0 ? { text: h.errors(counts.errors), tone: 'question' } : { text: h.errors(0) })
  second.push(
    counts.questions > 0
      ? { text: h.questions(counts.questions), tone: 'question' }
      : { text: h.questions(0) },
  )
  return [first, second]
}

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

/** What stands in a line of the sheet: the highest completion, or why there is none. */
export function lineLabel(line: SheetLine, targetAt: number, rows: readonly Row[], text: Words): LineLabel {
  const top = highest(line)
  const missed = line.marks.filter((mark) => mark.kind === 'missed' && mark.row.figures.completion)
  const [worst] = missed
  if (top && worst?.row.figures.completion) {
    // Where a target was missed, the line speaks of that and not of the best figure.
    const figure = `${text.status.missed} ${worst.row.figures.completion.text}`
    return { at: top.x, figure, words: top.x < ROOMY ? worst.row.cells.indicator : '', onMark: true }
  }
  if (top?.completion) {
    const { completion } = top.row.figures
    const figure = completion?.text ?? text.project.implied
    // Near the end of the axis there is room for the figure only.
    const words = top.x < ROOMY ? top.row.cells.indicator : ''
    return { at: top.x, figure, words, onMark: true }
  }
  const gap = rows.find((row) => row.figures.excess)
  if (gap?.figures.excess) {
    const { indicator } = gap.cells
    const below = gap.figures.excess.value.n < 0n
    const size = gap.figures.excess.text.replace(/^[-+]/, '')
    const told = below ? text.sheet.belowBy(indicator, size) : text.sheet.above(indicator, size)
    return { at: targetAt, figure: told, words: '', onMark: false }
  }
  return {
    at: targetAt,
    figure: '',
    words: rows.map((row) => shortFigure(row, text)).join(' · '),
    onMark: false,
  }
}

/** One row in a few words, where no completion was printed: 开工建设寄宿制小学 32所 开工率 100%. */
export function shortFigure(row: Row, words: Words): string {
  const { actual, growth, share } = row.figures
  const parts = [row.cells.indicator]
  if (actual) parts.push(printed(actual, isPercent(actual) ? '%' : row.cells.unit))
  if (share) parts.push(words.sheet.share(row.cells.basis, share.text))
  if (growth) parts.push(words.sheet.change(growth.text))
  if (row.cells.claim !== '') parts.push(words.sheet.claim(row.cells.claim))
  return parts.join(' ')
}

/** One value of a filter, in words. */
export function filterValue(key: keyof Filter, filter: Filter, words: Words): string {
  if (key === 'status' && filter.status !== '') return words.status[filter.status]
  if (key === 'finding' && filter.finding !== '') {
    return filter.finding === 'question' ? words.filters.question : words.rules[filter.finding].title
  }
  return filter[key]
}

/** The filter in force, in words; for everything that leaves the board. */
export function filterWords(filter: Filter, words: Words): string {
  const parts = activeKeys(filter).map(
    (key) => `${words.filters.columns[key]} ${filterValue(key, filter, words)}`,
  )
  return parts.length === 0 ? words.filters.none : words.filters.inForce(parts.join('，'))
}

/** What an export says of itself: which data set, of which date, under which filter. */
export function provenance(
  entry: { title: string; source: string; asOf: string; file: string },
  filter: Filter,
  words: Words,
): string[] {
  return [
    `${entry.title}（${entry.file}），${words.chart.asOf(entry.asOf)}。${filterWords(filter, words)}`,
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

/** 达到 9 · 无从判断 1 */
export const countsWords = (group: TallyGroup, words: Words): string =>
  STATUSES.filter((status) => group.counts[status] > 0)
    .map((status) => `${words.status[status]} ${group.counts[status]}`)
    .join(' · ')
