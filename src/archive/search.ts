import { folded } from '../lib/folded.ts'
import { unescapeCell } from '../load/cell.ts'
import { PROJECT } from './columns.ts'
import { finderOf } from './finder.ts'
import type { Archived } from './finish.ts'
import type { Shapes } from './shapes.ts'

/**
 * A flag for each project in which a text is found: in one cell, or in a figure and the unit behind it. Words are looked
 * for once in each different cell; figures, columns that the contract does not know and a great many different notes
 * in the text as it stands, where letters outside ASCII and signs such as ㎡ are found only as they were printed.
 */
export function projectsWith(archived: Archived, text: string): Uint8Array {
  const found = new Uint8Array(archived.index.projects.size)
  const wanted = folded(text.trim())
  if (wanted === '') return found.fill(1)
  markWords(archived, wanted, found)
  for (const variant of variantsOf(archived, wanted, plainly(text.trim())))
    search(archived, variant, wanted, found)
  return found
}

function markWords({ index }: Archived, wanted: string, found: Uint8Array): void {
  const { projects, lists, names, rows, items, remarks } = index
  const isMeant = (text: string) => folded(text).includes(wanted)
  const flagsOf = ({ values }: { readonly values: readonly string[] }) =>
    Uint8Array.from(values, (text) => Number(isMeant(text)))
  const inList = Uint8Array.from(lists.all, () => 0)
  const [regions, years, dates] = [flagsOf(lists.regions), flagsOf(lists.years), flagsOf(lists.dates)]
  lists.all.forEach(({ region, year, asOf }, list) => {
    if (regions[region] || years[year] || dates[asOf]) inList[list] = 1
  })
  const [numbers, projectNames, owners] = [flagsOf(names.no), flagsOf(names.project), flagsOf(names.owner)]
  const own = projects.at
  for (let project = 0; project < found.length; project++) {
    const isHad =
      inList[own.list[project] ?? 0] ||
      numbers[own.no[project] ?? 0] ||
      projectNames[own.name[project] ?? 0] ||
      owners[own.owner[project] ?? 0]
    if (isHad) found[project] = 1
  }
  const indicators = flagsOf(names.indicator)
  const inItem = Uint8Array.from({ length: items.size }, (_, item) => indicators[items.secondOf(item)] ?? 0)
  const [levels, inRemark] = [flagsOf(names.level), remarks.having(isMeant)]
  for (let row = 0; row < rows.size; row++) {
    if (
      inItem[rows.at.item[row] ?? 0] ||
      levels[rows.at.level[row] ?? 0] ||
      inRemark[rows.at.remark[row] ?? 0]
    )
      found[rows.at.project[row] ?? 0] = 1
  }
}

/** Whether it may stand in a cell whose different values are not kept. False only where it surely does not. */
function mayBePrinted({ index }: Archived, wanted: string): boolean {
  const { names, remarks, frame, shapes, projects } = index
  if (remarks.isFull || shapes.isOdd || frame.header.extra.length > 0 || wanted.length === 1) return true
  if (mayBeFigure(shapes, wanted)) return true
  // A project's field and office are known, a row's own only where it differs.
  const isThere = [...names.domain.values, ...names.owner.values].some((text) =>
    folded(text).includes(wanted),
  )
  return isThere && projects.at.flags.some((flags) => (flags & PROJECT.differs) !== 0)
}

/** Whether a figure may hold it: what stands around digits is known. */
function mayBeFigure({ around }: Shapes, wanted: string): boolean {
  const [before, behind] = [around.before.map(folded), around.behind.map(folded)]
  const digits = /[.,]?\d[\d.,]*/.exec(wanted)
  if (!digits) return [...before, ...behind].some((text) => text.includes(wanted)) || /^[.,]+$/.test(wanted)
  const front = wanted.slice(0, digits.index)
  const back = wanted.slice(digits.index + digits[0].length)
  // Several numbers in one cell.
  if (/\d/.test(back)) return behind.some((text) => /\d/.test(text))
  return before.some((text) => text.endsWith(front)) && behind.some((text) => text.startsWith(back))
}

/** A text with full-width letters, digits and signs as ASCII has them, all of it in lower case. */
const plainly = (text: string): string =>
  text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (char) => char.toLowerCase())

/** The ways in which it may stand in the text: as it was typed, and cut between figure and unit. */
function variantsOf(archived: Archived, wanted: string, typed: string): ReadonlySet<string> {
  const { index } = archived
  const { actual, unit } = index.frame.places
  const own = mayBePrinted(archived, wanted) ? [wanted, typed] : []
  // A quote within quotes stands there twice.
  const variants = new Set(index.hasQuotes ? own.flatMap((text) => [text, text.replaceAll('"', '""')]) : own)
  const units = index.names.unit.values.map(folded)
  const betweens = index.hasQuotes ? ['', '"'].map((quote) => quote + index.between + quote) : [index.between]
  for (let cut = 1; cut < wanted.length; cut++) {
    const [figure, behind] = [wanted.slice(0, cut), wanted.slice(cut)]
    if (!/[\d余多]$/.test(figure) || !units.some((value) => value.startsWith(behind))) continue
    // Where its unit stands elsewhere the figure alone is looked for, and then whether the row has both.
    if (unit !== actual + 1) variants.add(figure)
    else for (const between of betweens) variants.add(figure + between + behind)
  }
  return variants
}

/** Whether a row has it in one cell, or in its figure and unit: what was found may lie across two cells, or in none. */
function hasIt({ index, read }: Archived, row: number, wanted: string): boolean {
  const printed = read.cellsAt(row).map((cell) => unescapeCell(cell.trim()))
  const { at, extra } = index.frame.header
  const cellOf = (place = -1) => printed[place] ?? ''
  const cells = [...at.values(), ...extra.map((one) => one.at)].map(cellOf)
  return [...cells, cellOf(at.get('actual')) + cellOf(at.get('unit'))].some((text) =>
    folded(text).includes(wanted),
  )
}

/** Looks through the text for a variant of what is wanted; of a project that is found the next rows are passed over. */
function search(archived: Archived, variant: string, wanted: string, found: Uint8Array): void {
  const { index, read } = archived
  const { project } = index.rows.at
  const { size } = index.rows
  const isSure = !index.hasStray && folded(variant) === wanted && !/["'\n]/.test(variant)
  const starts = read.offsets()
  const end = starts[size] ?? 0
  const next = finderOf(index.bytes.bytes, variant, index.bytes.wide())
  let row = 0
  while (row < size) {
    const at = next(starts[row] ?? end, end)
    if (at < 0) return
    row = rowAt(starts, row, at)
    if (isSure || hasIt(archived, row, wanted)) found[project[row] ?? 0] = 1
    do row += 1
    while (row < size && found[project[row] ?? 0] === 1)
  }
}

/** The row that a place lies in, at or behind `from`. */
function rowAt(starts: Uint32Array, from: number, at: number): number {
  let step = 1
  while (from + step < starts.length && (starts[from + step] ?? 0) <= at) step *= 2
  let [low, high] = [from + (step >> 1), Math.min(from + step, starts.length - 1)]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  return low
}
