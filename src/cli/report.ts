import type { Row } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import type { Relation } from '../model/relation.ts'

/** What is known of a file once all of it was seen. */
export interface Outcome {
  readonly rows: number
  readonly projects: number
  /** Relations with all three members printed, and those of them that hold. */
  readonly checked: number
  readonly held: number
  readonly findings: readonly Finding[]
  /** The sheet that a finding's line is of, where several are read together; else ''. */
  readonly sheetOf: (finding: Finding) => string
}

/** Tells of one file, row by row, so that none need be kept for it; without a row or an end nothing is told. */
export interface FileReport {
  /** @param sheet that the row's line is of, where several are read together; else '' */
  readonly row: (row: Row, relations: readonly Relation[], sheet: string) => void
  readonly end: (outcome: Outcome) => void
}

/** Tells of several files one after another. */
export interface Report {
  readonly file: (name: string) => FileReport
  readonly end: () => void
}
