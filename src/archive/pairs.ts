const EMPTY = -1

/**
 * Numbers pairs of whole numbers (0 to 2^31 − 1) by first appearance: groups of what agrees in two keys. As long as
 * pairs of one first number come together, the latest of each second number tells whether a pair is new; only a first
 * number that comes back makes a table of all pairs necessary.
 */
export class Pairs {
  size = 0
  private firsts = new Int32Array(16)
  private seconds = new Int32Array(16)
  /** The pair that each second number was last seen in. */
  private latest = new Int32Array(16).fill(EMPTY)
  /** Open addressing, at most half full; empty as long as it is not needed. */
  private slots = new Int32Array(0)
  private highest = -1

  /** Its number; one that was not there before gets the next, which `size` was. */
  numberOf(first: number, second: number): number {
    if (second >= this.latest.length) this.lengthenLatest(second)
    const latest = this.latest[second] ?? EMPTY
    if (latest >= 0 && this.firsts[latest] === first) return latest
    if (this.slots.length === 0 && first < this.highest) this.fillSlots()
    const number = this.slots.length === 0 ? this.add(first, second) : this.lookUp(first, second)
    this.highest = Math.max(this.highest, first)
    this.latest[second] = number
    return number
  }

  private lookUp(first: number, second: number): number {
    const mask = this.slots.length - 1
    let slot = mix(first, second) & mask
    for (;;) {
      const number = this.slots[slot] ?? EMPTY
      if (number === EMPTY) break
      if (this.firsts[number] === first && this.seconds[number] === second) return number
      slot = (slot + 1) & mask
    }
    const number = this.add(first, second)
    if (this.size * 2 > this.slots.length) this.fillSlots()
    else this.slots[slot] = number
    return number
  }

  private add(first: number, second: number): number {
    const number = this.size
    if (number === this.firsts.length) {
      this.firsts = enlarged(this.firsts, number * 2)
      this.seconds = enlarged(this.seconds, number * 2)
    }
    this.firsts[number] = first
    this.seconds[number] = second
    this.size += 1
    return number
  }

  firstOf(number: number): number {
    return this.firsts[number] ?? EMPTY
  }

  secondOf(number: number): number {
    return this.seconds[number] ?? EMPTY
  }

  private lengthenLatest(second: number): void {
    const { length } = this.latest
    this.latest = enlarged(this.latest, Math.max(length * 2, second + 1)).fill(EMPTY, length)
  }

  private fillSlots(): void {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(this.size, 16) * 4))).fill(EMPTY)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = mix(this.firstOf(number), this.secondOf(number)) & mask
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask
      this.slots[slot] = number
    }
  }
}

/** Spreads both numbers over all bits. Source: the finisher of MurmurHash3. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

export type Numbers = Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array

/** The same numbers with room for more. */
export function enlarged<T extends Numbers>(numbers: T, capacity: number): T {
  const more = new (numbers.constructor as new (length: number) => T)(capacity)
  more.set(numbers)
  return more
}
