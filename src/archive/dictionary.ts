import { unescapeCell } from '../load/cell.ts'
import { ownCopy } from '../load/compact.ts'
import { enlarged } from './pairs.ts'

const NONE = -1

/**
 * The different cells of a column, numbered by first appearance. Cells are looked up where they stand in a text: no
 * string is made of one that was seen before. Lists follow one another in the same order, so that the cell which came
 * after the last one before is tried first.
 */
export class Dictionary {
  readonly values: string[] = []
  private readonly codes = new Map<string, number>()
  /** Cells as printed, one behind the other; several may be one value, ` 甲` and `甲`. */
  private characters = new Uint16Array(256)
  private starts = new Int32Array(16)
  private hashes = new Int32Array(16)
  private valueOf = new Int32Array(16)
  private next = new Int32Array(16).fill(NONE)
  private size = 0
  /** Open addressing, at most half full. */
  private slots = new Int32Array(32).fill(NONE)
  private last = NONE
  private blank = NONE
  /** One spelling of what may be written in several ways. */
  private readonly meant: (value: string) => string

  constructor(meant: (value: string) => string = (value) => value) {
    this.meant = meant
  }

  /** The number of a cell's value: what is left of it without the space around it and a guarding apostrophe. */
  codeOf(cell: string): number {
    return this.codeIn(cell, 0, cell.length)
  }

  /** The same of a cell that stands in a text. */
  codeIn(text: string, from: number, to: number): number {
    if (from === to && this.blank !== NONE) return this.blank
    const { last } = this
    if (last !== NONE) {
      if (this.isAt(last, text, from, to)) return this.valueOf[last] ?? NONE
      const next = this.next[last] ?? NONE
      if (next !== NONE && this.isAt(next, text, from, to)) {
        this.last = next
        return this.valueOf[next] ?? NONE
      }
    }
    const found = this.lookUp(text, from, to)
    if (last !== NONE) this.next[last] = found
    this.last = found
    return this.valueOf[found] ?? NONE
  }

  /** The number of a value, or undefined where no cell has it. */
  find(value: string): number | undefined {
    return this.codes.get(value)
  }

  private isAt(cell: number, text: string, from: number, to: number): boolean {
    const start = this.starts[cell] ?? 0
    if ((this.starts[cell + 1] ?? 0) - start !== to - from) return false
    const { characters } = this
    for (let at = from; at < to; at++) if (text.charCodeAt(at) !== characters[start + at - from]) return false
    return true
  }

  private lookUp(text: string, from: number, to: number): number {
    let hash = to - from
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (;;) {
      const cell = this.slots[slot] ?? NONE
      if (cell === NONE) break
      if (this.hashes[cell] === hash && this.isAt(cell, text, from, to)) return cell
      slot = (slot + 1) & mask
    }
    this.slots[slot] = this.size
    return this.learn(text.slice(from, to), hash)
  }

  private learn(cell: string, hash: number): number {
    const number = this.size
    const start = this.starts[number] ?? 0
    this.reserve(start + cell.length)
    for (let i = 0; i < cell.length; i++) this.characters[start + i] = cell.charCodeAt(i)
    this.size = number + 1
    this.starts[this.size] = start + cell.length
    this.hashes[number] = hash
    this.valueOf[number] = this.codeOfValue(this.meant(unescapeCell(cell.trim())))
    if (cell === '') this.blank = this.valueOf[number] ?? NONE
    if (this.size * 2 > this.slots.length) this.spread()
    return number
  }

  private codeOfValue(value: string): number {
    const known = this.codes.get(value)
    if (known !== undefined) return known
    const own = ownCopy(value)
    this.values.push(own)
    this.codes.set(own, this.values.length - 1)
    return this.values.length - 1
  }

  private reserve(length: number): void {
    if (length > this.characters.length) this.characters = enlarged(this.characters, length * 2)
    if (this.size + 2 <= this.starts.length) return
    const capacity = this.starts.length * 2
    this.starts = enlarged(this.starts, capacity)
    this.hashes = enlarged(this.hashes, capacity)
    this.valueOf = enlarged(this.valueOf, capacity)
    this.next = enlarged(this.next, capacity).fill(NONE, this.size)
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 4).fill(NONE)
    const mask = this.slots.length - 1
    for (let cell = 0; cell < this.size; cell++) {
      let slot = (this.hashes[cell] ?? 0) & mask
      while (this.slots[slot] !== NONE) slot = (slot + 1) & mask
      this.slots[slot] = cell
    }
  }
}
