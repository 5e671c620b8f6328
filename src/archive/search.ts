import type { Archived } from './finish.ts'

/** Full-width letters and digits are found by their plain ones, and the other way round. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

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
  if (mayBePrinted(archived, wanted)) {
    for (const variant of variantsOf(archived, wanted)) search(archived, variant, wanted, found)
  }
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

/** Whether it may stand in a cell whose different values are not kept: a figure, its unit, a field, another column. */
function mayBePrinted({ index }: Archived, wanted: string): boolean {
  const { names, shapes, remarks, frame } = index
  if (/\d/.test(wanted) || remarks.isFull || frame.header.extra.length > 0) return true
  const words = [...names.unit.values, ...names.domain.values, ...names.owner.values, ...shapes.words()]
  return words.some((text) => folded(text).includes(wanted)) || /^[^\p{L}]+$/u.test(wanted)
}

/** The ways in which it may stand in the text: with plain or full-width letters, and cut between figure and unit. */
function variantsOf({ index }: Archived, wanted: string): ReadonlySet<string> {
  const { actual, unit } = index.frame.places
  const wide = (text: string) => (index.bytes.hasWide() ? [text, text.replace(/[!-~]/g, widened)] : [text])
  const variants = new Set(wide(wanted))
  if (unit !== actual + 1) return variants
  for (let cut = 1; cut < wanted.length; cut++) {
    const [figure, behind] = [wanted.slice(0, cut), wanted.slice(cut)]
    if (
      !/[\d余多]$/.test(figure) ||
      !index.names.unit.values.some((value) => folded(value).startsWith(behind))
    )
      continue
    for (const between of [index.delimiter, `"${index.delimiter}"`])
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
 * Looks through the rows of all projects that are not yet found. Source: R. N. Horspool, Practical fast searching in
 * strings, 1980.
 */
function search(archived: Archived, variant: string, wanted: string, found: Uint8Array): void {
  const { index, read } = archived
  const needle = new TextEncoder().encode(variant)
  const mayLieAcross = variant.includes(index.delimiter) || /["\n]/.test(variant)
  const { bytes } = index.bytes
  const starts = read.offsets()
  const { project } = index.rows.at
  const last = needle.length - 1
  const skip = new Int32Array(256).fill(needle.length)
  for (let i = 0; i < last; i++) skip[needle[i] ?? 0] = last - i
  const final = needle[last] ?? 0
  for (let row = 0; row < index.rows.size; row++) {
    const own = project[row] ?? 0
    if (found[own] === 1) continue
    const end = starts[row + 1] ?? 0
    for (let at = (starts[row] ?? 0) + last; at < end; ) {
      const byte = FOLD[bytes[at] ?? 0] ?? 0
      if (byte === final) {
        let i = last - 1
        while (i >= 0 && FOLD[bytes[at - last + i] ?? 0] === needle[i]) i -= 1
        if (i < 0 && (!mayLieAcross || hasIt(archived, row, wanted))) {
          found[own] = 1
          break
        }
      }
      at += skip[byte] ?? 1
    }
  }
}
