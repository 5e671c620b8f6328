import { COLUMNS, type ColumnKey, FIGURE_COLUMNS, type FigureKey, type Row } from '../model/dataSet.ts'
import { parseFigure } from '../model/figure.ts'
import type { Layout, LeftOutReason } from '../model/layout.ts'
import { unescapeCell } from './cell.ts'
import { isHeaderAgain } from './header.ts'
import { isClaim, isDash, isFigure, readPhrase } from './phrase.ts'

type Cells = Record<ColumnKey, string>

/** A record's cells by the contract's columns, or why it is no row. */
export type PlacedCells = Row['cells'] | LeftOutReason

/** Columns that say where a row belongs; a blank one may mean what stands above. */
const LABELS = ['region', 'year', 'as_of', 'no', 'project', 'level', 'domain', 'owner'] as const
/** Quantities; a percentage within words is not told from another one. */
const QUANTITIES: readonly FigureKey[] = ['actual', 'target', 'base', 'previous']

/**
 * Reads records by a layout, one after the other: a blank label may continue the one above.
 * @param header the header's cells, for the notes that keep the words around a figure
 */
export function startPlacing(
  layout: Layout,
  header: readonly string[],
): (raw: readonly string[]) => PlacedCells {
  const last: Partial<Cells> = {}
  return (raw) => {
    if (isHeaderAgain(raw, header)) return 'header'
    const cells = place(layout, raw)
    if (layout.wide) {
      const leftOut = leftOutReason(raw, cells, layout)
      if (leftOut === 'section' && cells.project !== '') remember(last, { ...cells, no: '' })
      if (leftOut) return leftOut
      fillDown(cells, last, layout)
      remember(last, cells)
      if (isSum(cells, layout)) return 'total'
      const words = readPhrases(cells, layout, header)
      if (cells.indicator === '' && layout.indicatorIn === 'target' && words !== '') cells.indicator = words
    }
    if (cells.indicator === '' && (layout.wide || layout.places.indicator === undefined))
      cells.indicator = cells.project
    if (cells.project === '' && layout.places.project === undefined) cells.project = cells.indicator
    // An empty 截至 is asked for once for all rows, as a missing one is.
    if (cells.as_of === '') cells.as_of = layout.constants.as_of ?? ''
    return cells
  }
}

function place({ places, constants }: Layout, raw: readonly string[]): Cells {
  const cells = {} as Cells
  for (const [key] of COLUMNS) {
    const at = places[key]
    cells[key] = at === undefined ? (constants[key] ?? '').trim() : unescapeCell((raw[at] ?? '').trim())
  }
  return cells
}

function remember(last: Partial<Cells>, cells: Cells): void {
  // A sum closes what stands above it; it is nothing that rows continue, unless each sums up another project.
  if (isTotal(cells.project) || (cells.project === '' && LABELS.some((key) => isTotal(cells[key])))) return
  for (const key of LABELS) if (cells[key] !== '') last[key] = cells[key]
}

const NOTE =
  /^(?:备\s*注|附?\s*注|说\s*明|注\s*意|填\s*表|制\s*表|审\s*核|复\s*核|填\s*报|报\s*送|(?:单位)?负责人|联\s*系|(?:数据|资料)?来\s*源|截[至止]|统计(?:时间|口径|范围))[^：:]{0,8}[：:]|^注\s*[0-9１-９]|^(?:\*|＊|※|★)\s*[^\d\s]/

/** Rows of figures stay, however little they say; the rest is listed by what it is. */
function leftOutReason(raw: readonly string[], cells: Cells, { places }: Layout): LeftOutReason | undefined {
  const filled = raw.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ text: cell.trim(), at }]))
  const figures = FIGURE_COLUMNS.filter((key) => places[key] !== undefined && cells[key] !== '')
  const readable = figures.some((key) => isFigure(cells[key]))
  if (!readable && NOTE.test(filled[0]?.text ?? '')) return 'note'
  if (filled.length > 1 || figures.length > 0 || places.claim === filled[0]?.at) return undefined
  if (isTotal(filled[0]?.text ?? '')) return 'total'
  return /[。；;]|.{40}/.test(filled[0]?.text ?? '') ? 'note' : 'section'
}

const isTotal = (text: string): boolean =>
  /^(?:全[省市州县区])?(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数)[：:]?$/.test(text)
const isDitto = (text: string): boolean => /^(?:同上|〃|″|")$/.test(text)

/** Whether a row sums up others, which are counted themselves. An indicator may be a 总数. */
const isSum = (cells: Cells, { places }: Layout): boolean =>
  LABELS.some((key) => isTotal(cells[key])) || (places.project === undefined && isTotal(cells.indicator))

/**
 * Blank labels of a row with figures or an indicator of its own continue the row above: 项目 and 序号, with them all
 * that belongs to the project; and what stands left of 项目, which it is listed under.
 */
function fillDown(cells: Cells, last: Partial<Cells>, { places }: Layout): void {
  for (const key of LABELS) if (isDitto(cells[key])) cells[key] = last[key] ?? cells[key]
  if (LABELS.some((key) => isTotal(cells[key]))) return
  const hasFigures = FIGURE_COLUMNS.some((key) => cells[key] !== '')
  if (!hasFigures && cells.indicator === '') return
  // A number of its own begins a project of its own, unless indicators are what is numbered.
  const continues =
    cells.project === '' && (places.indicator !== undefined || cells.no === '') && last.project !== undefined
  for (const key of LABELS) {
    const isOver =
      (places[key] ?? Infinity) < (places.project ?? places.indicator ?? -1) &&
      key !== 'no' &&
      key !== 'owner'
    if (cells[key] === '' && places[key] !== undefined && (continues || isOver)) cells[key] = last[key] ?? ''
  }
}

/**
 * Takes figures out of the words around them; the words are kept in 备注, under the column's name. Words that claim
 * it was done, where no figure says so, become the 声明.
 * @returns the words beside the target
 */
function readPhrases(cells: Cells, { places }: Layout, header: readonly string[]): string {
  const kept: string[] = []
  let besideTarget = ''
  for (const key of FIGURE_COLUMNS) if (isDash(cells[key])) cells[key] = ''
  for (const key of QUANTITIES) {
    const text = cells[key]
    if (text === '' || isPlain(text)) continue
    const phrase = readPhrase(text, key === 'target' ? 'target' : 'done')
    const name = header[places[key] ?? -1] ?? key
    if (!phrase) {
      if (key !== 'actual' || cells.claim !== '' || !isClaim(text)) continue
      cells.claim = text
      cells.actual = ''
      continue
    }
    if (phrase.words === '' && phrase.rate === undefined) continue
    const rate = key === 'actual' && cells.completion === '' ? phrase.rate : undefined
    // A percentage that has no place to go would be lost.
    if (
      (phrase.rate !== undefined && rate === undefined) ||
      (phrase.figure === undefined && rate === undefined)
    )
      continue
    if (rate !== undefined) cells.completion = rate
    cells[key] = phrase.figure ?? ''
    if (key === 'target') besideTarget = phrase.words
    kept.push(`${name}：${text}`)
  }
  if (kept.length > 0) cells.note = [cells.note, ...kept].filter((text) => text !== '').join('；')
  return besideTarget
}

/** Nothing but a figure and its unit: 58.85万, 32 所. What follows 30所幼儿园 is no unit. */
function isPlain(text: string): boolean {
  const figure = isFigure(text) ? parseFigure(text) : undefined
  return typeof figure === 'object' && [...figure.unit].length <= 2
}
