import type { ColumnKey } from '../model/dataSet.ts'

/** English for the words that stand in the data: units, levels, 口径 and hedges. The data stay as they are. */

const SCALES: Readonly<Record<string, string>> = {
  十: '×10',
  百: '×100',
  千: '×1,000',
  万: '×10,000',
  亿: '×100 million',
}

const UNITS: Readonly<Record<string, string>> = {
  个百分点: 'percentage points',
  百分点: 'percentage points',
  元: 'yuan',
  公里: 'kilometres',
  千米: 'kilometres',
  米: 'metres',
  延米: 'metres of length',
  里: 'li, half kilometres',
  平方米: 'square metres',
  '㎡': 'square metres',
  平方公里: 'square kilometres',
  公顷: 'hectares',
  亩: 'mu, fifteenths of a hectare',
  立方米: 'cubic metres',
  吨: 'tonnes',
  公斤: 'kilograms',
  千克: 'kilograms',
  千瓦: 'kilowatts',
  千瓦时: 'kilowatt hours',
  度: 'kilowatt hours',
  人: 'people',
  名: 'people',
  位: 'people',
  人次: 'visits, attendances',
  户: 'households',
  户次: 'visits to households',
  例: 'cases',
  台次: 'operations',
  次: 'times',
  场: 'events',
  场次: 'events',
  期: 'courses',
  个: 'items',
  件: 'items',
  项: 'items',
  条: 'items',
  处: 'places',
  座: 'facilities',
  家: 'institutions',
  所: 'schools, clinics',
  间: 'rooms',
  套: 'flats or sets',
  栋: 'buildings',
  幢: 'buildings',
  台: 'machines',
  辆: 'vehicles',
  张: 'cards, beds',
  床: 'beds',
  份: 'copies',
  部: 'pieces: lifts, telephones',
  盏: 'lamps',
  棵: 'trees',
  株: 'plants',
  对: 'pairs',
  起: 'incidents',
  宗: 'cases',
  批: 'batches',
  村: 'villages',
  天: 'days',
  小时: 'hours',
}

/** Behind a slash: 元/人 is for each of them. */
const EACH: Readonly<Record<string, string>> = {
  人: 'person',
  户: 'household',
  次: 'time',
  例: 'case',
  年: 'year',
  月: 'month',
  日: 'day',
  天: 'day',
  亩: 'mu',
  平方米: 'square metre',
}

/** Of a whole cell: who set a target, and what a percentage speaks of. */
const WORDS: Readonly<Record<string, string>> = {
  国定: 'set by the state',
  省定: 'set by the province',
  市定: 'set by the city',
  县定: 'set by the county',
  完成: 'completed',
  开工: 'begun',
  完工: 'finished',
  覆盖: 'covered',
  开工率: 'share begun',
  完工率: 'share finished',
  覆盖率: 'share covered',
  签约: 'signed up',
  筛查: 'screened',
  普查: 'surveyed',
}

const HEDGES: Readonly<Record<string, string>> = {
  约: 'about',
  近: 'nearly',
  超: 'over',
  超过: 'over',
  逾: 'over',
  不少于: 'at least',
  不低于: 'at least',
  至少: 'at least',
  不超过: 'at most',
  余: 'and some more',
  多: 'and some more',
  以上: 'or more',
  左右: 'or so',
}

/** What the contract's columns are called. */
export const COLUMN_GLOSSES: Readonly<Record<ColumnKey, string>> = {
  region: 'region',
  year: 'year',
  as_of: 'as of',
  no: 'number',
  project: 'project',
  level: 'level',
  domain: 'field',
  owner: 'department',
  indicator: 'indicator',
  actual: 'actual',
  unit: 'unit',
  target: 'target',
  completion: 'completion',
  excess: 'above target',
  base: 'base',
  share: 'share of base',
  previous: 'earlier figure',
  growth: 'growth',
  basis: 'what the % is of',
  direction: 'better when',
  claim: 'claim',
  source: 'source',
  note: 'note',
}

/** A stretch of a text; one that is a word of the data has its English. */
export interface Stretch {
  readonly text: string
  readonly gloss?: string
}

const alternatives = (words: Readonly<Record<string, string>>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** 千米 and 百分点 are units, not thousands and hundreds. */
const SCALE = '((?:(?![千百](?:米|克|瓦|分点))[十百千万亿]){0,2})'
/** A figure with what is written around it: 约 58.85 万 人次, 12 万余 个, 5000 元 /月. */
const FIGURE = new RegExp(
  `(${alternatives(HEDGES)})?([\\d０-９][\\d０-９.,]*)([余多])?${SCALE}([余多])?(${alternatives(UNITS)})?(/(?:${alternatives(EACH)}))?(以上|左右)?`,
  'gu',
)
const UNIT_CELL = new RegExp(`^${SCALE}(${alternatives(UNITS)})(/(?:${alternatives(EACH)}))?$`, 'u')

/** A text cut where a word of the data begins or ends. Levels, 口径 and units count where they are the whole of it. */
export function glossed(text: string): Stretch[] {
  const cell = cellStretches(text)
  if (cell) return cell
  const stretches: Stretch[] = []
  let at = 0
  const put = (part: string | undefined, gloss?: string) => {
    if (!part) return
    const last = stretches.at(-1)
    if (gloss !== undefined) stretches.push({ text: part, gloss })
    else if (last && last.gloss === undefined) stretches[stretches.length - 1] = { text: last.text + part }
    else stretches.push({ text: part })
  }
  for (const match of text.matchAll(FIGURE)) {
    const [all, hedge, digits, more, scale, moreBehind, unit, per, end] = match
    put(text.slice(at, match.index))
    put(hedge, HEDGES[hedge ?? ''])
    put(digits)
    put(more, HEDGES[more ?? ''])
    put(scale, scaleGloss(scale))
    put(moreBehind, HEDGES[moreBehind ?? ''])
    put(unit, UNITS[unit ?? ''])
    if (per) put(per, `per ${EACH[per.slice(1)]}`)
    put(end, HEDGES[end ?? ''])
    at = match.index + all.length
  }
  put(text.slice(at))
  return stretches
}

const scaleGloss = (scale = ''): string | undefined =>
  scale === '' ? undefined : [...scale].map((one) => SCALES[one]).join(' ')

/** A cell of 单位, 层级 or 口径 by itself: 万|人次, 元|/月, 省定. Undefined for any other text. */
function cellStretches(text: string): Stretch[] | undefined {
  const known = WORDS[text] ?? UNITS[text] ?? HEDGES[text]
  if (known !== undefined) return [{ text, gloss: known }]
  const [, scale = '', unit = '', per] = UNIT_CELL.exec(text) ?? []
  if (unit === '') return undefined
  const stretches = [
    { text: scale, gloss: scaleGloss(scale) },
    { text: unit, gloss: UNITS[unit] },
    { text: per ?? '', gloss: per && `per ${EACH[per.slice(1)]}` },
  ]
  return stretches.flatMap(({ text, gloss }) => (gloss ? [{ text, gloss }] : []))
}

/** The words of the data that stand in some texts, each once, with their English: for what is read without a pointer. */
export function glossesIn(texts: Iterable<string>): readonly (readonly [string, string])[] {
  const found = new Map<string, string>()
  for (const text of texts)
    for (const stretch of glossed(text)) if (stretch.gloss) found.set(stretch.text, stretch.gloss)
  return [...found]
}

/** So many words stand in a line under a picture. */
const A_LINE = 5

/** The same as lines under an export; none where no such word stands in it. */
export function glossLines(texts: Iterable<string>): string[] {
  const told = glossesIn(texts).map(([word, gloss]) => `${word} = ${gloss}`)
  return Array.from({ length: Math.ceil(told.length / A_LINE) }, (_, i) =>
    told.slice(i * A_LINE, (i + 1) * A_LINE).join('; '),
  )
}
