import type { Archived } from './finish.ts'

/**
 * Marks the projects in which a text is found, in the file as it stands: upper and lower case are one, and so are plain
 * and full-width letters and digits. Between a figure and its unit there need not be a comma in what is looked for.
 */
export function projectsWith(archived: Archived, text: string): Uint8Array {
  const found = new Uint8Array(archived.index.projects.size)
  for (const variant of variantsOf(archived, text.trim()))
    search(archived, new TextEncoder().encode(variant), found)
  return found
}

function variantsOf({ index }: Archived, text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKC').toLowerCase()
  const wide = folded.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const variants = new Set([text.toLowerCase(), folded, wide])
  const { actual, unit } = index.frame.places
  if (unit === actual + 1) {
    for (let cut = 1; cut < folded.length; cut++) {
      const behind = folded.slice(cut)
      if (!/[\d余多]$/.test(folded.slice(0, cut))) continue
      if (index.names.unit.values.some((value) => value.startsWith(behind)))
        variants.add(folded.slice(0, cut) + index.delimiter + behind)
    }
  }
  return variants
}

/** Bytes with upper case made lower, as long as they are ASCII. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

/** Source: R. N. Horspool, Practical fast searching in strings, 1980. After a hit it goes on with the next row. */
function search({ index, read }: Archived, needle: Uint8Array, found: Uint8Array): void {
  const { bytes } = index.bytes
  const starts = read.offsets()
  const { project } = index.rows.at
  const last = needle.length - 1
  if (last < 0) return
  const skip = new Int32Array(256).fill(needle.length)
  for (let i = 0; i < last; i++) skip[needle[i] ?? 0] = last - i
  const end = starts[index.rows.size] ?? 0
  let row = 0
  for (let at = (starts[0] ?? 0) + last; at < end; ) {
    let i = last
    while (i >= 0 && FOLD[bytes[at - last + i] ?? 0] === needle[i]) i -= 1
    if (i >= 0) {
      at += skip[FOLD[bytes[at] ?? 0] ?? 0] ?? 1
      continue
    }
    row = rowAt(starts, row, at)
    found[project[row] ?? 0] = 1
    at = (starts[row + 1] ?? end) + last
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
