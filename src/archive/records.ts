import { startTable, type Table } from '../load/parse.ts'
import { enlarged } from './pairs.ts'

/**
 * One record at a time: a text, and where in it each cell stands. Cell `i` is what lies between `bounds[i]` and
 * `bounds[i + 1] - 1`; behind the last one stand blank ones, as many as the header has.
 */
export class Cells {
  text = ''
  count = 0
  bounds = new Int32Array(64)
  private width = 0

  /** @param width places that may be asked for, in every record */
  widen(width: number): void {
    this.width = width + 1
    this.reserve(width + 2)
  }

  list(): string[] {
    const { bounds } = this
    return Array.from({ length: this.count }, (_, i) => this.text.slice(bounds[i], (bounds[i + 1] ?? 0) - 1))
  }

  /** @param between one character */
  set(cells: readonly string[], between = ','): void {
    this.text = cells.join(between)
    this.reserve(cells.length + 1)
    let from = 0
    for (let i = 0; i < cells.length; i++) {
      this.bounds[i] = from
      from += (cells[i] ?? '').length + 1
    }
    this.end(cells.length, from)
  }

  /** Cuts a line without quotes. @returns where it ends */
  cut(text: string, from: number, end: number, delimiter: number): number {
    this.text = text
    let { bounds } = this
    let count = 0
    let at = from
    bounds[0] = from
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code === delimiter) {
        count += 1
        if (count + 2 > bounds.length) {
          this.reserve(count * 4)
          bounds = this.bounds
        }
        bounds[count] = at + 1
      } else if (code === LF) break
    }
    this.end(count + 1, at + 1)
    return at
  }

  private end(count: number, next: number): void {
    this.count = count
    this.bounds[count] = next
    for (let i = count; i < this.width; i++) this.bounds[i + 1] = next + i + 1 - count
  }

  private reserve(length: number): void {
    if (length > this.bounds.length) this.bounds = enlarged(this.bounds, length)
  }

  /** Whether anything but space stands in it. */
  isFilled(): boolean {
    for (let place = 0; place < this.count; place++) {
      const from = this.bounds[place] ?? 0
      const to = (this.bounds[place + 1] ?? 0) - 1
      if (from === to) continue
      const code = this.text.charCodeAt(from)
      if ((code > SPACE && code < DELETE) || (code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH)) return true
      if (this.text.slice(from, to).trim() !== '') return true
    }
    return false
  }
}

const LF = 10
const [SPACE, DELETE, FIRST_IDEOGRAPH, LAST_IDEOGRAPH] = [0x20, 0x7f, 0x4e00, 0x9fff]

/** What is told of a text: tables until a `Cells` is wanted, then one record after the other too. */
export interface RecordTaker {
  /**
   * @param plain the `Cells` that records would come as
   * @returns whether they may from now on: the header was in the table
   */
  table(table: Table, plain: Cells): boolean
  cells(line: number, cells: Cells): void
}

/**
 * The records of a text in pieces, as load/parse.ts has them. Text without quotes is cut here and makes no strings;
 * all other text goes through PapaParse.
 */
export function startRecords(cells: Cells, taker: RecordTaker) {
  let parser: ReturnType<typeof startTable> | undefined = startTable()
  let delimiter: string | undefined
  let isReady = false
  let line = 1
  let held = ''
  let hasQuotes = false

  function parse(text: string, isLast: boolean): void {
    parser ??= startTable(delimiter, line)
    isReady = taker.table(parser.take(text), cells)
    if (isLast) isReady = taker.table(parser.end(), cells)
    delimiter = parser.delimiter()
    if (!isReady || !delimiter || !parser.isIdle()) return
    line = parser.line()
    parser = undefined
  }

  function cutAll(text: string, start: number, end: number): void {
    const code = (delimiter ?? ',').charCodeAt(0)
    for (let from = start; from < end; line++) {
      const at = cells.cut(text, from, end, code)
      if (cells.isFilled()) taker.cells(line, cells)
      from = at + 1
    }
  }

  function takeLines(text: string, end: number, isLast: boolean): void {
    hasQuotes ||= text.includes('"')
    if (parser || text.includes('"')) parse(text.slice(0, end), isLast)
    else cutAll(text, 0, end)
  }

  /** Cuts a piece as it is: characters of a text that was put together are slow to read. */
  function takePlain(piece: string): void {
    const first = piece.indexOf('\n')
    if (first < 0) {
      held += piece
      return
    }
    const head = held + piece.slice(0, first)
    if (head === '') line += 1
    else cutAll(head, 0, head.length)
    const end = piece.lastIndexOf('\n') + 1
    cutAll(piece, first + 1, end)
    held = piece.slice(end)
  }

  const isPlain = (text: string): boolean => !text.includes('"') && !text.includes('\r')

  return {
    take(piece: string): void {
      if (!parser && isPlain(piece) && isPlain(held)) {
        takePlain(piece)
        return
      }
      const text = held + piece
      // Half of a line end may be yet to come.
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text
      const lines = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
      const end = lines.lastIndexOf('\n') + 1
      held = lines.slice(end) + text.slice(whole.length)
      if (end > 0) takeLines(lines, end, false)
    },
    end(): void {
      const rest = held.replace(/\r$/, '\n')
      held = ''
      takeLines(rest, rest.length, true)
    },
    delimiter: (): string | undefined => delimiter,
    hasQuotes: (): boolean => hasQuotes,
  }
}
