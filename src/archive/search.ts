import { folded } from '../lib/folded.ts'
import { PROJECT } from './columns.ts'
import type { Archived } from './finish.ts'
import type { Shapes } from './shapes.ts'

/**
 * A flag for each project in which a text is found: in one cell, or in a figure and the unit behind it. Words are looked
 * for once in each different cell; figures, columns that the contract does not know and a great many different notes
 * in the text as it stands.
 */
export function projectsWith(archived: Archived, text: string): Uint8Array {
  const found = new Uint8Array(archived.index.projects.size)
  const wanted = folded(text.trim())
  if (wanted === '') return found.fill(1)
  markWords(archived, wanted, found)
  for (const variant of variantsOf(archived, wanted)) search(archived, variant, wanted, found)
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
  const [, front, digits, back] = /^(\D*?)([.,]?\d[\d.,]*)?(\D*)$/.exec(wanted) ?? []
  // Several numbers in one cell.
  if (front === undefined || back === undefined) return behind.some((text) => /\d/.test(text))
  if (digits === undefined)
    return [...before, ...behind].some((text) => text.includes(wanted)) || /^[.,]+$/.test(wanted)
  return before.some((text) => text.endsWith(front)) && behind.some((text) => text.startsWith(back))
}

/** The ways in which it may stand in the text: with plain or full-width letters, and cut between figure and unit. */
function variantsOf(archived: Archived, wanted: string): ReadonlySet<string> {
  const { index } = archived
  const { actual, unit } = index.frame.places
  const wide = (text: string) => (index.bytes.hasWide() ? [text, text.replace(/[!-~]/g, widened)] : [text])
  const variants = new Set(mayBePrinted(archived, wanted) ? wide(wanted) : [])
  if (unit !== actual + 1) return variants
  const units = index.names.unit.values.map(folded)
  const betweens = index.hasQuotes
    ? ['', '"'].map((quote) => quote + index.delimiter + quote)
    : [index.delimiter]
  for (let cut = 1; cut < wanted.length; cut++) {
    const [figure, behind] = [wanted.slice(0, cut), wanted.slice(cut)]
    if (!/[\d余多]$/.test(figure) || !units.some((value) => value.startsWith(behind))) continue
    for (const between of betweens)
      for (const printed of wide(figure)) variants.add(printed + between + behind)
  }
  return variants
}

const widened = (char: string): string => String.fromCharCode(char.charCodeAt(0) + 0xfee0)

/** Whether a row has it in one cell, or in its figure and unit; the text that was found may lie across two cells. */
function hasIt({ index, read }: Archived, row: number, wanted: string): boolean {
  const cells = read.cellsAt(row)
  const { actual, unit } = index.frame.places
  return [...cells, (cells[actual] ?? '').trim() + (cells[unit] ?? '').trim()].some((text) =>
    folded(text).includes(wanted),
  )
}

/** Bytes with upper case made lower, as long as they are ASCII. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

/**
 * Looks through the text for a variant of what is wanted; projects that are found are passed over from their next hit
 * on. Source: R. N. Horspool, Practical fast searching in strings, 1980.
 */
function search(archived: Archived, variant: string, wanted: string, found: Uint8Array): void {
  const { index, read } = archived
  const { bytes } = index.bytes
  const { project } = index.rows.at
  const needle = new TextEncoder().encode(variant)
  const mayLieAcross = variant.includes(index.delimiter) || /["\n]/.test(variant)
  const starts = read.offsets()
  const last = needle.length - 1
  const skip = skipsOf(needle)
  const end = starts[index.rows.size] ?? 0
  const isHere = (at: number): boolean => {
    let i = last
    while (i >= 0 && FOLD[bytes[at - last + i] ?? 0] === needle[i]) i -= 1
    return i < 0
  }
  let row = 0
  for (let at = (starts[0] ?? 0) + last; at < end; ) {
    const step = skip[bytes[at] ?? 0] ?? 1
    // Only the last byte of what is looked for has a step below zero.
    if (step > 0 || !isHere(at)) {
      at += Math.abs(step)
      continue
    }
    row = rowAt(starts, row, at)
    if (!mayLieAcross || hasIt(archived, row, wanted)) found[project[row] ?? 0] = 1
    do row += 1
    while (row < index.rows.size && found[project[row] ?? 0] === 1)
    at = (starts[row] ?? end) + last
  }
}

/** How far to go on from each byte that stands where the last of the needle would; below zero where it is that one. */
function skipsOf(needle: Uint8Array): Int32Array {
  const last = needle.length - 1
  const lower = new Int32Array(256).fill(needle.length)
  for (let i = 0; i < last; i++) lower[needle[i] ?? 0] = last - i
  const final = needle[last] ?? 0
  lower[final] = -(lower[final] ?? 1)
  return Int32Array.from(lower, (_, byte) => lower[FOLD[byte] ?? 0] ?? 1)
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
