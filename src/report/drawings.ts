import { type CompletionAxis, DUE_ROOM, ticksBeside } from '../charts/axis.ts'
import { BULLET_HEIGHT, bulletOption } from '../charts/bullet.ts'
import { layoutNumberLine, NUMBER_LINE_HEIGHT, numberLineOption } from '../charts/numberLine.ts'
import type { Mark } from '../charts/rings.ts'
import { DESKTOP, layoutSheet, type SheetMark, type SheetModel, type SheetProject } from '../charts/sheet.ts'
import { sheetOption } from '../charts/sheetShapes.ts'
import { layoutTally, TALLY_HEAD, TALLY_LINE, type TallyGroup } from '../charts/tally.ts'
import { tallyOption } from '../charts/tallyMarks.ts'
import type { Tokens } from '../charts/tokens.ts'
import { captioned, type Drawing, type Hairline, MARGIN, TITLE_HEIGHT, type Word } from '../charts/words.ts'
import { percentText } from '../lib/format.ts'
import { equals, type Rational, toNumber } from '../lib/rational.ts'
import type { Comparison } from '../model/finding.ts'
import type { Words } from '../text/zh.ts'
import type { NamedBullet } from './bullets.ts'
import { countsWords, evidence, lineLabel } from './wording.ts'

/** The charts as drawings of their own: words, title, source and filter inside, as they leave the board. */

const SHEET = { width: 1280, no: 92, name: 104, plot: 410, plotEnd: 960, evidence: 976, ask: 1248 }
const AXIS_HEIGHT = 26

export function sheetDrawing(
  projects: readonly SheetProject[],
  axis: CompletionAxis,
  notes: readonly string[],
  tokens: Tokens,
  words: Words,
  title = words.sheet.title,
): Drawing {
  const model = layoutSheet(projects, DESKTOP, axis)
  const top = TITLE_HEIGHT + AXIS_HEIGHT
  const frame = { left: SHEET.plot, top, right: SHEET.width - SHEET.plotEnd, bottom: 0 }
  const keys = legend(model, top + model.height + 18, words, tokens)
  const foot = 12 + keysHeight(keys)
  const height = AXIS_HEIGHT + model.height + foot
  const bottom = captionHeight(notes.length) + foot
  return captioned({ title, notes }, tokens, {
    width: SHEET.width,
    height,
    option: sheetOption(model, tokens, { ...frame, bottom }, true),
    words: [
      ...axisWords(model, goneIn(projects), words, tokens),
      ...sheetWords(model, projects, top, words, tokens),
      ...keys,
    ],
    lines: sheetLines(model, top, tokens),
  })
}

/** The share of the year that all of them have behind them. */
function goneIn(projects: readonly SheetProject[]): Rational | undefined {
  const [first] = projects
  const isOne = projects.every(({ due }) => due && first?.due && equals(due, first.due))
  return isOne ? first?.due : undefined
}

export const captionHeight = (notes: number) => 28 + notes * 18

/** @param gone percent of the year, where all lines stand at one day before its end */
function axisWords({ axis }: SheetModel, gone: Rational | undefined, words: Words, tokens: Tokens): Word[] {
  const y = TITLE_HEIGHT + 12
  const at = (fraction: number) => SHEET.plot + fraction * (SHEET.plotEnd - SHEET.plot)
  const dueAt = gone && axis.at(toNumber(gone))
  const ticks = ticksBeside(axis, dueAt).map(
    (tick): Word => ({
      x: at(tick.at),
      y,
      text: `${tick.percent}%`,
      size: 11,
      color: tokens.soft,
      align: 'center',
    }),
  )
  const isBefore = dueAt !== undefined && axis.target - dueAt < DUE_ROOM
  const due: Word[] =
    dueAt === undefined || !gone
      ? []
      : [
          {
            x: at(dueAt) + (isBefore ? 6 : 0),
            y,
            text: words.pace.due(`${percentText(gone, 0)}%`),
            size: 11,
            align: isBefore ? 'right' : 'center',
          },
        ]
  return [
    ...due,
    { x: at(axis.start / 2), y, text: words.sheet.aside, size: 11, color: tokens.soft, align: 'center' },
    { x: at(axis.target), y, text: words.sheet.target, size: 13, bold: true, align: 'center' },
    ...ticks,
    { x: SHEET.evidence, y, text: words.sheet.evidence, size: 11, color: tokens.soft },
    { x: SHEET.ask, y, text: words.sheet.ask, size: 11, color: tokens.soft, align: 'right' },
  ]
}

function sheetWords(
  model: SheetModel,
  projects: readonly SheetProject[],
  top: number,
  words: Words,
  tokens: Tokens,
): Word[] {
  let level: string | undefined
  return model.lines.flatMap((line, i) => {
    const project = projects[i]
    if (!project) return []
    const y = top + line.y
    const rows = project.indicators.map(({ row }) => row)
    const count = (mark: Mark) => project.indicators.filter(({ asked }) => asked === mark).length
    const counted = { questions: count('question'), answered: count('answered') }
    const label = lineLabel(line, model.axis.target, rows, words)
    const x = SHEET.plot + label.at * (SHEET.plotEnd - SHEET.plot) + 12
    const first = project.level !== level
    level = project.level
    const figureWidth = textWidth(label.figure, 13)
    return [
      ...(first ? [{ x: MARGIN, y, text: project.level, size: 16, bold: true, serif: true }] : []),
      {
        x: SHEET.no,
        y,
        text: rows[0]?.cells.no ?? '',
        size: 12,
        color: tokens.soft,
        align: 'right' as const,
      },
      { x: SHEET.name, y, text: project.name, size: 13, width: SHEET.plot - SHEET.name - 4 },
      { x, y, text: label.figure, size: 13 },
      {
        x: x + figureWidth + (label.figure ? 6 : 0),
        y,
        text: label.words,
        size: 12,
        color: tokens.soft,
        width: Math.max(SHEET.plotEnd - x - figureWidth - 8, 24),
      },
      { x: SHEET.evidence, y, text: evidence(rows, words), size: 12, width: SHEET.ask - SHEET.evidence - 52 },
      ...askedWords(SHEET.ask, y, counted, words, tokens),
    ]
  })
}

/** The reviewer's mark: so many figures are to be asked about; before it, quieter, so many that were accepted. */
export function askedWords(
  x: number,
  y: number,
  { questions, answered }: { readonly questions: number; readonly answered: number },
  words: Words,
  tokens: Tokens,
): Word[] {
  const text = words.sheet.asked(questions)
  const place = { y, serif: true, align: 'right' } as const
  const behind = questions > 0 ? textWidth(text, 14) + 6 : 0
  return [
    ...(questions > 0 ? [{ ...place, x, text, size: 14, bold: true, color: tokens.vermilion }] : []),
    ...(answered > 0
      ? [{ ...place, x: x - behind, text: words.asked.answered(answered), size: 12, color: tokens.soft }]
      : []),
  ]
}

/** Enough for placing one word behind another: Chinese is as wide as it is high, digits a bit over half. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 1 : 0.58), 0) * size

const PIECES = /[\u2e80-\uffef\u{10000}-\u{3ffff}]|[^\u2e80-\uffef\u{10000}-\u{3ffff}\s]+\s*|\s+/gu

/** A sentence in as many lines as it takes: Chinese breaks anywhere but before a mark, the rest between words. */
export function inLines(text: string, size: number, width: number): string[] {
  const pieces = text.match(PIECES) ?? []
  const lines: string[] = []
  let line = ''
  // Of the line with the blanks at its end; measured anew for each piece, a text of blanks would take its square.
  let taken = 0
  for (const piece of pieces) {
    const isMark = /^[，。、；：？！）”]/.test(piece)
    const inked = piece.trimEnd()
    if (line !== '' && !isMark && inked !== '' && taken + textWidth(inked, size) > width) {
      lines.push(line.trimEnd())
      line = ''
      taken = 0
    }
    line += piece
    taken += textWidth(piece, size)
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

const SAYING_SIZE = 13
export const SAYING_LINE = 20

/** Sentences below a chart, in vermilion where they ask. */
export const sayingWords = (
  sayings: readonly { readonly text: string; readonly isQuestion: boolean }[],
  top: number,
  width: number,
  tokens: Tokens,
): Word[] =>
  sayings
    .flatMap(({ text, isQuestion }) =>
      inLines(text, SAYING_SIZE, width).map((line) => ({
        text: line,
        color: isQuestion ? tokens.vermilion : tokens.soft,
      })),
    )
    .map((line, i) => ({ x: MARGIN, y: top + i * SAYING_LINE, size: SAYING_SIZE, ...line }))

const LEGEND_LINE = 18
const LEGEND_SIZE = 12

/** What the marks of this drawing mean, each as it is drawn, in as many lines as it takes. */
function legend({ axis, lines }: SheetModel, y: number, words: Words, tokens: Tokens): Word[] {
  const l = words.sheet.legend
  const marks = lines.flatMap((line) => line.marks)
  const has = (kind: SheetMark['kind']) => marks.some((mark) => mark.kind === kind)
  const keys = [
    has('met') && { glyph: '●', color: tokens.achieved, text: l.met },
    has('missed') && { glyph: '◇', color: tokens.ink, text: l.missed },
    has('rate') && { glyph: '▶', color: tokens.achieved, text: l.rate },
    has('silent') && { glyph: '○', color: tokens.soft, text: l.silent },
    marks.some(({ asked }) => asked === 'question') && {
      glyph: '○',
      color: tokens.vermilion,
      text: l.question,
    },
    marks.some(({ asked }) => asked === 'answered') && {
      glyph: '◌',
      color: tokens.soft,
      text: words.asked.ring,
    },
    lines.some(({ due }) => due !== undefined) && { glyph: '┊', color: tokens.ink, text: words.pace.legend },
    axis.compressed !== undefined && { glyph: '■', color: tokens.wash, text: l.compressed },
  ].filter((key) => key !== false)
  return keyWords(keys, y, SHEET.width, tokens)
}

/** What a mark of a drawing means, after a glyph that looks like it. */
export interface Key {
  readonly glyph: string
  readonly color: string
  readonly text: string
}

/** Keys one behind the other, in as many lines as they take. */
export function keyWords(keys: readonly Key[], y: number, fullWidth: number, tokens: Tokens): Word[] {
  let x = MARGIN
  let line = 0
  return keys.flatMap(({ glyph, color, text }): Word[] => {
    const width = 18 + textWidth(text, LEGEND_SIZE)
    if (x > MARGIN && x + width > fullWidth - MARGIN) {
      x = MARGIN
      line += 1
    }
    const at = { y: y + line * LEGEND_LINE, size: LEGEND_SIZE }
    const key = [
      { ...at, x, text: glyph, color },
      { ...at, x: x + 18, text, color: tokens.soft },
    ]
    x += width + 20
    return key
  })
}

/** How high they stand. */
export const keysHeight = (keys: readonly Word[]): number =>
  new Set(keys.map(({ y }) => y)).size * LEGEND_LINE

function sheetLines(model: SheetModel, top: number, tokens: Tokens): Hairline[] {
  const x2 = SHEET.ask
  const under = model.lines.map(({ y }): Hairline => {
    const at = top + y + DESKTOP.middle
    return { x1: MARGIN, y1: at, x2, y2: at, color: tokens.hairline, weight: 0.7 }
  })
  return [{ x1: MARGIN, y1: top, x2, y2: top, color: tokens.ink }, ...under]
}

const TALLY = { least: 680, label: MARGIN + 110, end: MARGIN + 110 + 250, counts: MARGIN + 110 + 264 }

export function tallyDrawing(
  groups: readonly TallyGroup[],
  notes: readonly string[],
  tokens: Tokens,
  words: Words,
  title = words.tally.title,
): Drawing {
  const model = layoutTally(groups)
  const key = 30
  const widest = Math.max(0, ...groups.map((group) => textWidth(countsWords(group, words), 12)))
  const width = Math.max(TALLY.least, Math.ceil(TALLY.counts + widest + MARGIN))
  const frame = {
    left: TALLY.label,
    top: TITLE_HEIGHT,
    right: width - TALLY.end,
    bottom: captionHeight(notes.length) + key,
  }
  let y = TITLE_HEIGHT
  let kind: TallyGroup['kind'] | undefined
  const labels = groups.flatMap((group): Word[] => {
    const head: Word[] = []
    if (group.kind !== kind) {
      kind = group.kind
      head.push({ x: MARGIN, y: y + TALLY_HEAD / 2, text: words.tally[kind], size: 12, color: tokens.soft })
      y += TALLY_HEAD
    }
    const middle = y + TALLY_LINE / 2
    y += TALLY_LINE
    return [
      ...head,
      { x: MARGIN, y: middle, text: group.key, width: 104 },
      { x: TALLY.counts, y: middle, text: countsWords(group, words), size: 12, color: tokens.soft },
    ]
  })
  const own = groups.some((group) => group.kind === 'domain') ? [words.tally.domainNote] : []
  return captioned({ title, notes: [...own, ...notes] }, tokens, {
    width,
    height: model.height + key,
    option: tallyOption(model, tokens, { ...frame, bottom: frame.bottom + 18 * own.length }),
    words: labels,
    lines: [],
  })
}

export function bulletDrawing(
  title: string,
  bullets: readonly NamedBullet[],
  notes: readonly string[],
  tokens: Tokens,
  words: Words,
): Drawing {
  const width = 900
  const left = 300
  const frames = bullets.map((_, i) => ({ left, width: 480, top: TITLE_HEIGHT + i * BULLET_HEIGHT }))
  const labels = bullets.flatMap(({ name, stated, questioned, answered }, i): Word[] => {
    const y = TITLE_HEIGHT + i * BULLET_HEIGHT + 20
    const color = questioned === 'stated' ? tokens.vermilion : tokens.ink
    return [
      { x: MARGIN, y, text: name, bold: true, width: left - MARGIN - 16 },
      { x: width - MARGIN, y, text: stated, size: 17, bold: true, color, align: 'right' },
      ...askedWords(
        width - MARGIN,
        stated === '' ? y : y + 22,
        { questions: questioned ? 1 : 0, answered: answered ? 1 : 0 },
        words,
        tokens,
      ),
    ]
  })
  return captioned({ title, notes }, tokens, {
    width,
    height: bullets.length * BULLET_HEIGHT,
    option: bulletOption(
      bullets.map(({ bullet }) => bullet),
      tokens,
      frames,
    ),
    words: labels,
    lines: [],
  })
}

export function numberLineDrawing(
  title: string,
  sentence: string,
  comparison: Comparison,
  labels: { readonly printed: string; readonly allowed: string },
  notes: readonly string[],
  tokens: Tokens,
): Drawing {
  const width = 760
  const frame = { left: MARGIN, top: TITLE_HEIGHT + 28, width: width - 2 * MARGIN }
  return captioned({ title, notes }, tokens, {
    width,
    height: NUMBER_LINE_HEIGHT + 28,
    option: numberLineOption(layoutNumberLine(comparison), labels, tokens, frame),
    words: [{ x: MARGIN, y: TITLE_HEIGHT + 8, text: sentence, size: 13, width: width - 2 * MARGIN }],
    lines: [],
  })
}
