import type { RuleId } from './finding.ts'
import type { Status } from './status.ts'

/** What the reader narrowed the board to; '' is no restriction. */
export interface Filter {
  readonly text: string
  /** A region and all that it is made of. */
  readonly region: string
  /** A date as it stands in the file. */
  readonly asOf: string
  readonly level: string
  readonly domain: string
  readonly owner: string
  readonly status: Status | ''
  /** A rule, every question (errors and warnings), or only those that are open or that were accepted. */
  readonly finding: RuleId | AskedFor | ''
}

export const ASKED_FOR = ['question', 'open', 'answered'] as const
export type AskedFor = (typeof ASKED_FOR)[number]
export const isAskedFor = (finding: string): finding is AskedFor =>
  (ASKED_FOR as readonly string[]).includes(finding)

export type FilterKey = keyof Filter
export const FILTER_KEYS: readonly FilterKey[] = [
  'region',
  'asOf',
  'level',
  'domain',
  'owner',
  'status',
  'finding',
  'text',
]
export const NO_FILTER: Filter = {
  text: '',
  region: '',
  asOf: '',
  level: '',
  domain: '',
  owner: '',
  status: '',
  finding: '',
}

export const SORTS = ['printed', 'completion', 'lowest', 'questions', 'name'] as const
export type Sort = (typeof SORTS)[number]

export const activeKeys = (filter: Filter): FilterKey[] => FILTER_KEYS.filter((key) => filter[key] !== '')
