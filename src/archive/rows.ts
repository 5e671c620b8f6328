import { startTable } from '../load/parse.ts'
import { startRows } from '../load/readTable.ts'
import { byHeader } from '../load/startPlaced.ts'
import type { Issue, Row } from '../model/dataSet.ts'
import type { Index } from './read.ts'

/** Rows of an archive, read again from its text. */
export class ArchiveRows {
  private readonly index: Index
  private starts: Uint32Array | undefined

  constructor(index: Index) {
    this.index = index
  }

  /** Where each row begins in the text, and where the last one ends; worked out when first asked for. */
  offsets(): Uint32Array {
    if (this.starts) return this.starts
    const { bytes, rows } = this.index
    if (this.index.starts) return this.index.starts
    const starts = new Uint32Array(rows.size + 1)
    let [line, offset] = [1, 0]
    for (let row = 0; row < rows.size; row++) {
      for (const wanted = rows.at.line[row] ?? 0; line < wanted; line++) offset = bytes.nextLine(offset)
      starts[row] = offset
    }
    starts[rows.size] = bytes.length
    this.starts = starts
    return starts
  }

  /** The cells as the frame has them. */
  cellsAt(row: number): readonly string[] {
    const { bytes, between, rows } = this.index
    const starts = this.offsets()
    const text = bytes.text(starts[row] ?? 0, starts[row + 1] ?? 0)
    // What was placed has a separator behind each cell.
    if (this.index.starts) return text.split(between).slice(0, -1)
    // Without a quote a cell ends at every separator, and the record at the end of its line.
    if (!text.includes('"')) return lineOf(text).split(between)
    const parser = startTable(between, rows.at.line[row])
    return parser.take(text).records[0]?.cells ?? parser.end().records[0]?.cells ?? []
  }

  rowsAt(rows: readonly number[]): Row[] {
    const reader = startRows(byHeader(this.index.frame.header))
    return reader.take({
      records: rows.map((row) => ({ line: this.index.rows.at.line[row] ?? 0, cells: this.cellsAt(row) })),
      brokenQuotes: [],
    })
  }

  /** What is wrong with one row; see `Index.issues` for the file. */
  issuesOf(row: number): Issue[] {
    const line = this.index.rows.at.line[row]
    return this.index.issues.filter((issue) => issue.line === line)
  }

  /** The rows of a course, in the order of the file. */
  ofCourse(course: number): number[] {
    const { rows, courses } = this.index
    const found: number[] = []
    for (let row = courses.lastOf(course); row >= 0; row = (rows.at.before[row] ?? 0) - 1) found.unshift(row)
    return found
  }
}

function lineOf(text: string): string {
  const [feed, back] = [text.indexOf('\n'), text.indexOf('\r')]
  const end = feed < 0 || back < 0 ? Math.max(feed, back) : Math.min(feed, back)
  return end < 0 ? text : text.slice(0, end)
}
