import { showsPercent, showsTarget } from '../checks/reach.ts'
import { relationsOf } from '../checks/relate.ts'
import type { FoundBy, Rule } from '../checks/rule.ts'
import { byLayout } from '../load/byLayout.ts'
import { escapeCell } from '../load/cell.ts'
import { ownCopy } from '../load/compact.ts'
import { LONGEST_CELL } from '../load/limits.ts'
import { startRows } from '../load/readTable.ts'
import { byContract, byHeader } from '../load/startPlaced.ts'
import { startSheet } from '../load/tableText.ts'
import { COLUMNS, type Issue, type Row } from '../model/dataSet.ts'
import type { Layout, LeftOut } from '../model/layout.ts'
import type { Relation } from '../model/relation.ts'
import { TextBytes } from './bytes.ts'
import { makeProjects, makeRows, PROJECT, type Projects, ROW, type Rows } from './columns.ts'
import { Courses, type Dated } from './courses.ts'
import { Dictionary } from './dictionary.ts'
import { type Frame, needsPlacing } from './frame.ts'
import { type List, Lists } from './lists.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { Pairs } from './pairs.ts'
import { Cells, startRecords } from './records.ts'
import { Remarks } from './remarks.ts'
import { NO_RULES, RuleSets } from './ruleSets.ts'
import {
  ABSENT,
  ACTUAL,
  asksRows,
  BASE,
  COMPLETION,
  EXCESS,
  FIGURES,
  GROWTH,
  type Proven,
  Screen,
  SHARE,
  TARGET,
} from './screen.ts'
import { Shapes, UNKNOWN } from './shapes.ts'
import { SEPARATOR, startMoved, startTranscript } from './takers.ts'
import type { Source } from './text.ts'
import { RowWords } from './words.ts'

/** All that is known of an archive once its rows were read, each checked for itself. */
export interface Index {
  readonly bytes: TextBytes
  /** Where each row begins in them; undefined where its line tells it. */
  readonly starts: Uint32Array | undefined
  /** What stands between cells there. */
  readonly between: string
  readonly hasQuotes: boolean
  /** Whether anything stands there that belongs to no column. */
  readonly hasStray: boolean
  readonly frame: Frame
  /** Of the file. */
  readonly delimiter: string
  readonly issues: Issue[]
  readonly leftOut: readonly LeftOut[]
  readonly sets: RuleSets
  readonly rows: Rows
  readonly projects: Projects
  readonly lists: Lists
  readonly names: Readonly<
    Record<'no' | 'project' | 'level' | 'domain' | 'owner' | 'indicator' | 'unit', Dictionary>
  >
  readonly remarks: Remarks
  /** Project and indicator of an item. */
  readonly items: Pairs
  readonly courses: Courses
  readonly shapes: Shapes
  /** How many indicators there are: rows that differ in their level only are one. */
  readonly groups: number
}

const RATES = (1 << COMPLETION) | (1 << SHARE) | (1 << GROWTH)

/** A reader is taken anew when it has listed so many issues. */
const MOST_READ = 1000

/** Told of every row as it comes, with its relations as far as they are proven, or as they were worked out. */
export type SeeRow = (
  line: number,
  project: string,
  indicator: string,
  relations: readonly (Proven | Relation)[],
) => void

/** Reads a source's text as it comes into an index. */
export function startIndex(
  layout: Layout | undefined,
  { size, merges }: Source,
  rules: readonly Rule[],
  see?: SeeRow,
) {
  const sets = new RuleSets(rules)
  const isAsked = asksRows(rules)
  const placesBy = (by: FoundBy) =>
    rules.flatMap((rule, place) => (rule.scope === 'list' && rule.foundBy === by ? [place] : []))
  const [duplicates, unreadables] = [placesBy('indicators'), placesBy('issues')]
  const bytes = new TextBytes(size)
  const shape = layout ? byLayout(layout) : byContract()
  const isTranscribed = merges !== undefined || (layout !== undefined && needsPlacing(layout))
  const taker = isTranscribed
    ? startTranscript(shape, merges ?? [], bytes, addRow)
    : startMoved(shape, layout === undefined, bytes, addRow)
  const { issues } = taker
  const [rows, projects, lists] = [makeRows(), makeProjects(), new Lists()]
  const names = {
    no: new Dictionary(),
    project: new Dictionary(),
    level: new Dictionary(),
    domain: new Dictionary(),
    owner: new Dictionary(),
    indicator: new Dictionary(),
    unit: new Dictionary(),
  }
  const words = new RowWords(names.indicator)
  const remarks = new Remarks(words.basis.dictionary, words.claim.dictionary, names.unit)
  const shapes = new Shapes(names.unit)
  const screen = new Screen(shapes, sets)
  const courses = new Courses(shapes)
  const [items, groups, extraLevels] = [new Pairs(), new Pairs(), new Pairs()]
  const [numbered, projectNumbers] = [new Pairs(), new Pairs()]
  /** Level of the first row of a group. */
  const groupLevels: number[] = []
  const dated: Dated = {
    day: 0,
    actual: 0,
    actualDecimals: 0,
    actualShape: ABSENT,
    target: 0,
    targetDecimals: 0,
    targetShape: ABSENT,
    impliesTarget: false,
    lowerIsBetter: false,
  }
  /** Of a record that holds more than its columns, or a cell too long for a spreadsheet. */
  const shortened = new Cells()
  let hasStray = false
  let reader: ReturnType<typeof startRows> | undefined
  let expected = 0

  function addRow(line: number, printed: Cells, frame: Frame): void {
    const { places } = frame
    const known = issues.length
    let exact: Row | undefined
    let cells = printed
    const length = (cells.bounds[cells.count] ?? 0) - (cells.bounds[0] ?? 0)
    if (cells.count > frame.width || length > LONGEST_CELL) {
      hasStray ||= cells.count > frame.width
      exact = readAgain(line, cells.list(), frame)
      cells = cellsAsRead(exact, cells.list(), frame)
    }
    const { text, bounds } = cells
    const code = (dictionary: Dictionary, place: number) =>
      dictionary.codeIn(text, bounds[place] ?? 0, (bounds[place + 1] ?? 0) - 1)
    const listNumber = lists.numberOf(
      code(lists.regions, places.region),
      code(lists.years, places.year),
      code(lists.dates, places.as_of),
    )
    const list = lists.all[listNumber] as List
    const project = code(names.project, places.project)
    const level = code(names.level, places.level)
    words.read(
      code(names.indicator, places.indicator),
      code(words.basis.dictionary, places.basis),
      code(words.direction.dictionary, places.direction),
      code(words.claim.dictionary, places.claim),
    )
    words.isYearEnd = list.isYearEnd
    words.gone = list.gone
    words.days = list.days
    const unit = code(names.unit, places.unit)
    readFigures(cells, frame.figures, unit)
    const isWhole =
      !exact &&
      !list.isBadDate &&
      (screen.filled !== 0 || words.hasClaim) &&
      names.project.values[project] !== '' &&
      words.indicator.text !== ''
    const row = rows.add(expected)
    const own = rows.at
    own.line[row] = line
    const place = projectOf(listNumber, code(names.no, places.no), project, row)
    own.project[row] = place
    const item = items.numberOf(project, words.indicator.code)
    own.item[row] = item
    own.level[row] = level
    own.remark[row] = remarks.numberOf(
      words.basis.code,
      words.claim.code,
      unit,
      remarks.isFull ? 0 : code(remarks.sources, places.source),
      remarks.isFull ? 0 : code(remarks.notes, places.note),
    )
    describe(place, level, code(names.domain, places.domain), code(names.owner, places.owner))
    let outcome: Outcome = screen
    let flags = words.isNoSum ? 0 : adds()
    if (!isWhole || isAsked || !screen.proves(words)) {
      exact ??= readAgain(line, cells.list(), frame)
      outcome = outcomeOf(exact, sets)
      if (issues.length > known) flags |= ROW.bad
    }
    if (see) {
      const proven = exact ? undefined : screen.relations()
      const relations = proven ?? relationsOf(exact ?? readAgain(line, cells.list(), frame))
      see(line, names.project.values[project] ?? '', words.indicator.text, relations)
    }
    note(place, outcome, list, exact)
    if (outcome.reach === 'reached') flags |= ROW.reached
    own.flags[row] = flags
    own.findings[row] = outcome.findings
    if (flags & ROW.bad) mark(row, unreadables)
    if (isDuplicate(row, listNumber, item, level)) mark(row, duplicates)
    own.fits[row] = outcome.fits
    own.actual[row] = screen.mantissa[ACTUAL] ?? 0
    own.decimals[row] = screen.decimals[ACTUAL] ?? 0
    own.shape[row] = screen.shape[ACTUAL] ?? ABSENT
    const course = courses.numberOf(list.place, level, item)
    own.course[row] = course
    own.before[row] = courses.see(course, row, datedOf(list, exact?.lowerIsBetter ?? false))
  }

  function mark(row: number, places: readonly number[]): void {
    const { findings } = rows.at
    findings[row] = places.reduce((set, place) => sets.with(set, place), findings[row] ?? NO_RULES)
  }

  function readFigures({ text, bounds }: Cells, figures: readonly number[], unit: number): void {
    screen.clear()
    for (let column = 0; column < FIGURES; column++) {
      const place = figures[column] ?? 0
      const from = bounds[place] ?? 0
      const to = (bounds[place + 1] ?? 0) - 1
      if (from === to) continue
      const isRate = (RATES & (1 << column)) !== 0
      const shape = isRate ? shapes.readPercent(text, from, to) : shapes.read(text, from, to, unit)
      screen.set(column, shape, shapes.mantissa, shapes.decimals)
    }
  }

  /** The row by the reader of every other file, with its issues. */
  function readAgain(line: number, cells: readonly string[], { header }: Frame): Row {
    reader ??= startRows(byHeader(header))
    const known = reader.issues.length
    const [row] = reader.take({ records: [{ line, cells }], brokenQuotes: [] })
    // Cut from long pieces of text, their texts would keep those.
    for (const issue of reader.issues.slice(known)) issues.push({ ...issue, text: ownCopy(issue.text) })
    if (reader.issues.length > MOST_READ) reader = undefined
    return row as Row
  }

  /** A record's columns, each cell as it was read. */
  function cellsAsRead(row: Row, printed: readonly string[], { places, width }: Frame): Cells {
    const all = printed.slice(0, width)
    for (const [key] of COLUMNS) if (places[key] < all.length) all[places[key]] = escapeCell(row.cells[key])
    shortened.widen(width)
    shortened.set(all)
    return shortened
  }

  function projectOf(list: number, no: number, name: number, row: number): number {
    const known = projectNumbers.size
    const number = projectNumbers.numberOf(list, numbered.numberOf(no, name))
    if (number < known) return number
    const place = projects.add(Math.ceil((known / Math.max(row, 1)) * expected))
    const own = projects.at
    own.list[place] = list
    own.no[place] = no
    own.name[place] = name
    return place
  }

  /** Level, field and office of a project are those of the first row that has one. */
  function describe(place: number, level: number, domain: number, owner: number): void {
    const own = projects.at
    const count = own.rows[place] ?? 0
    own.rows[place] = count + 1
    let flags = own.flags[place] ?? 0
    if (count > 0 && own.level[place] !== level) flags |= PROJECT.mixed
    if (count > 0 && (own.domain[place] !== domain || own.owner[place] !== owner)) flags |= PROJECT.differs
    if (count === 0 || (flags & PROJECT.lacks) !== 0) {
      const isBlank = (column: 'level' | 'domain' | 'owner') =>
        names[column].values[own[column][place] ?? 0] === ''
      if (count === 0 || isBlank('level')) own.level[place] = level
      if (count === 0 || isBlank('domain')) own.domain[place] = domain
      if (count === 0 || isBlank('owner')) own.owner[place] = owner
      const lacks = isBlank('level') || isBlank('domain') || isBlank('owner')
      flags = lacks ? flags | PROJECT.lacks : flags & ~PROJECT.lacks
    }
    own.flags[place] = flags
  }

  /** Adds to the project what was found in one of its rows. */
  function note(place: number, outcome: Outcome, list: List, exact: Row | undefined): void {
    const own = projects.at
    let flags = own.flags[place] ?? 0
    if (outcome.reach === 'reached') flags |= PROJECT.reached
    if (outcome.reach === 'missed')
      flags |= list.isYearEnd ? PROJECT.missed | PROJECT.missedAtEnd : PROJECT.missed
    if (outcome.pace) flags |= PROJECT[outcome.pace]
    if (words.hasClaim) flags |= PROJECT.claims
    const target = exact
      ? showsTarget(exact)
      : screen.has(TARGET) || screen.has(COMPLETION) || screen.has(EXCESS)
    const percent = exact
      ? showsPercent(exact)
      : screen.has(COMPLETION) ||
        screen.has(SHARE) ||
        shapes.all[screen.shape[ACTUAL] ?? UNKNOWN]?.unit === '%'
    if (target) flags |= PROJECT.shows | PROJECT.showsTarget
    if (percent) flags |= PROJECT.shows
    own.flags[place] = flags
    own.checked[place] = (own.checked[place] ?? 0) + outcome.checked
    own.held[place] = (own.held[place] ?? 0) + outcome.held
  }

  function isDuplicate(row: number, list: number, item: number, level: number): boolean {
    const known = groups.size
    const group = groups.numberOf(list, item)
    rows.at.group[row] = group
    if (group === known) {
      groupLevels[group] = level
      return false
    }
    if (groupLevels[group] === level) return true
    const levels = extraLevels.size
    return extraLevels.numberOf(group, level) < levels
  }

  /** Whether the row's figure may be part of a sum over regions; see checks/rules/partsDoNotSum.ts. */
  function adds(): number {
    const actual = screen.shape[ACTUAL] ?? ABSENT
    const shape = shapes.all[actual]
    if (shape && !shape.isPercent) {
      if (!shape.isAdded) return 0
      return shape.qualifier === undefined && !shape.isNegative ? ROW.adds : ROW.mayAdd
    }
    const isPart = (actual !== ABSENT || screen.has(SHARE)) && screen.has(BASE)
    const isOfTarget = actual === ABSENT && screen.has(COMPLETION) && screen.has(TARGET)
    return actual === UNKNOWN || isPart || isOfTarget ? ROW.mayAdd : 0
  }

  function datedOf(list: List, lowerIsBetter: boolean): Dated {
    const { mantissa, decimals, shape } = screen
    dated.day = list.day
    dated.actual = mantissa[ACTUAL] ?? 0
    dated.actualDecimals = decimals[ACTUAL] ?? 0
    dated.actualShape = shape[ACTUAL] ?? ABSENT
    dated.target = mantissa[TARGET] ?? 0
    dated.targetDecimals = decimals[TARGET] ?? 0
    dated.targetShape = shape[TARGET] ?? ABSENT
    dated.impliesTarget = screen.has(ACTUAL) && (screen.has(COMPLETION) || screen.has(EXCESS))
    dated.lowerIsBetter = lowerIsBetter
    return dated
  }

  /** Columns without a name, or records between the rows that are none. */
  const hasMore = ({ header, width }: Frame): boolean =>
    header.at.size + header.extra.length < width || (taker.leftOut.at(-1)?.line ?? 0) > (rows.at.line[0] ?? 0)

  const plain = new Cells()
  const records = startRecords(plain, taker)
  const sheet = startSheet()

  return {
    /**
     * @param share of the file that was read, 0 to 1
     * @param piece the bytes of the text, where they are there in UTF-8
     */
    take(text: string, share: number, piece?: Uint8Array): void {
      if (share > 0) expected = Math.ceil((rows.size / share) * 1.02) + 1000
      taker.keep(text, piece)
      if (merges === undefined) records.take(text)
      else taker.table({ records: sheet.take(text), brokenQuotes: [] }, plain)
    },
    end(): Index | undefined {
      records.end()
      bytes.end()
      const frame = taker.frame()
      return (
        frame && {
          ...{ bytes, frame, issues, rows, projects, lists, names, remarks, items, courses, shapes, sets },
          leftOut: taker.leftOut,
          starts: taker.starts(),
          between: isTranscribed ? SEPARATOR : (records.delimiter() ?? ','),
          delimiter: records.delimiter() ?? ',',
          hasQuotes: !isTranscribed && records.hasQuotes(),
          hasStray: hasStray || (!isTranscribed && hasMore(frame)),
          groups: groups.size,
        }
      )
    },
    issues: issues as readonly Issue[],
    rows: (): number => rows.size,
  }
}
