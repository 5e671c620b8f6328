import { unescapeCell } from '../load/cell.ts'
import { ownCopy } from '../load/compact.ts'

/** The different cells of a column, numbered by first appearance. */
export class Dictionary {
  readonly values: string[] = []
  /** Cells as printed; several may be one value, ` 甲` and `甲`. */
  private readonly printed = new Map<string, number>()
  private last = ''
  private lastCode = -1
  private blank = -1

  /** The number of a cell's value: what is left of it without the space around it and a guarding apostrophe. */
  codeOf(cell: string): number {
    return this.codeIn(cell, 0, cell.length)
  }

  /** The same of a cell that stands in a text. */
  codeIn(text: string, from: number, to: number): number {
    if (from === to && this.blank >= 0) return this.blank
    if (this.lastCode >= 0 && to - from === this.last.length && text.startsWith(this.last, from))
      return this.lastCode
    const cell = text.slice(from, to)
    const code = this.printed.get(cell) ?? this.learn(cell)
    if (from === to) this.blank = code
    this.last = cell
    this.lastCode = code
    return code
  }

  /** The number of a value, or undefined where no cell has it. */
  find(value: string): number | undefined {
    const code = this.printed.get(value)
    return code !== undefined && this.values[code] === value ? code : undefined
  }

  private learn(cell: string): number {
    const value = unescapeCell(cell.trim())
    let code = this.find(value)
    if (code === undefined) {
      code = this.values.length
      const own = ownCopy(value)
      this.values.push(own)
      this.printed.set(own, code)
    }
    if (cell !== value) this.printed.set(ownCopy(cell), code)
    return code
  }
}
