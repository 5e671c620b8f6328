import { enlarged, type Numbers } from './pairs.ts'

/** Arrays of one length, each a column; made longer together. */
export class Columns<T extends Readonly<Record<string, Numbers>>> {
  size = 0
  readonly at: { -readonly [K in keyof T]: T[K] }
  private capacity: number

  /** @param make empty columns of so many places */
  constructor(make: (capacity: number) => T, capacity: number) {
    this.at = { ...make(capacity) }
    this.capacity = capacity
  }

  /** The next place. @param expected how many there may be in all */
  add(expected: number): number {
    if (this.size === this.capacity) {
      this.capacity = Math.ceil(Math.max(this.capacity * 1.25, expected))
      for (const name in this.at) this.at[name] = enlarged(this.at[name], this.capacity)
    }
    this.size += 1
    return this.size - 1
  }
}

/** What is kept of every row. */
export const rowColumns = (capacity: number) => ({
  line: new Uint32Array(capacity),
  project: new Uint32Array(capacity),
  /** Rows that agree in region, year, date, project and indicator. */
  group: new Uint32Array(capacity),
  /** Rows of one indicator and level over the dates of a year. */
  course: new Uint32Array(capacity),
  /** The row before in that course, and one more; 0 for its first. */
  before: new Uint32Array(capacity),
  /** Project and indicator. */
  item: new Uint32Array(capacity),
  level: new Uint32Array(capacity),
  /** 口径, 声明, 单位, 出处 and 备注 together. */
  remark: new Uint32Array(capacity),
  findings: new Uint32Array(capacity),
  fits: new Uint16Array(capacity),
  flags: new Uint8Array(capacity),
  /** The printed actual: mantissa, decimals and shape. */
  actual: new Float64Array(capacity),
  decimals: new Uint8Array(capacity),
  shape: new Int32Array(capacity),
})

/** Flags of a row. */
export const ROW = {
  /** Has an issue. */
  bad: 1,
  /** Can it be part of a sum: its actual as it stands, or only as the rule itself can tell. */
  adds: 2,
  mayAdd: 4,
  reached: 8,
} as const

export const projectColumns = (capacity: number) => ({
  list: new Uint32Array(capacity),
  no: new Uint32Array(capacity),
  name: new Uint32Array(capacity),
  /** Of the first row that has one; PROJECT.mixed where rows differ. */
  level: new Uint32Array(capacity),
  domain: new Uint32Array(capacity),
  owner: new Uint32Array(capacity),
  rows: new Uint32Array(capacity),
  checked: new Uint32Array(capacity),
  held: new Uint32Array(capacity),
  /** Rows to be asked about. */
  questions: new Uint32Array(capacity),
  flags: new Uint16Array(capacity),
  status: new Uint8Array(capacity),
})

/** Flags of a project, from which its status follows. */
export const PROJECT = {
  missedAtEnd: 1,
  behind: 2,
  slow: 4,
  onPace: 8,
  missed: 16,
  reached: 32,
  claims: 64,
  shows: 128,
  wrong: 256,
  /** Its rows are of several levels. */
  mixed: 512,
  showsTarget: 1024,
  /** Level, field or office is blank so far. */
  lacks: 2048,
  /** Its rows are of several fields or offices; the first one told is its own. */
  differs: 4096,
  /** One of its rows has a cell that we could not read, and shows nothing that was reached. */
  unread: 8192,
} as const

export const makeRows = () => new Columns(rowColumns, 1 << 14)
export const makeProjects = () => new Columns(projectColumns, 1 << 12)
export type Rows = ReturnType<typeof makeRows>
export type Projects = ReturnType<typeof makeProjects>
