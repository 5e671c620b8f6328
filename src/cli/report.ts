import type { Proven } from '../archive/screen.ts'
import type { Finding } from '../model/finding.ts'
import type { Relation } from '../model/relation.ts'

/** A relation as it was worked out, or as it was proven to hold without that. */
export type Told = Relation | Proven

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
  /** Undefined where single rows are not told of. @param sheet that the line is of, where several are read together; else '' */
  readonly row:
    | ((line: number, project: string, indicator: string, relations: readonly Told[], sheet?: string) => void)
    | undefined
  readonly end: (outcome: Outcome) => void
}

/** Tells of several files one after another. */
export interface Report {
  readonly file: (name: string) => FileReport
  readonly end: () => void
}
