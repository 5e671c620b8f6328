import { describe, expect, it, test } from 'vitest'
import { RULES } from '../../src/checks/rules/registry.ts'
import type { RuleId } from '../../src/model/finding.ts'
import type { Refusal } from '../../src/model/refusal.ts'
import { archiveWords } from '../../src/text/archive.ts'
import { checksEn } from '../../src/text/checksEn.ts'
import { compareEn } from '../../src/text/compareEn.ts'
import { compareZh } from '../../src/text/compareZh.ts'
import { courseWords } from '../../src/text/course.ts'
import { en } from '../../src/text/en.ts'
import { kept } from '../../src/text/kept.ts'
import { methodEn } from '../../src/text/methodEn.ts'
import { methodZh } from '../../src/text/methodZh.ts'
import { OPENING } from '../../src/text/opening.ts'
import { own } from '../../src/text/own.ts'
import { regions } from '../../src/text/regions.ts'
import { relatedEn } from '../../src/text/relatedEn.ts'
import { relatedZh } from '../../src/text/relatedZh.ts'
import { zh } from '../../src/text/zh.ts'

/** Stand-ins for whatever a sentence is made of: a number that no sentence has by itself. */
const MARKS = ['7001', '7002', '7003', '7004', '7005']

interface Leaf {
  readonly path: string
  readonly text: string
  /** How many arguments it takes. */
  readonly takes: number
}

/** Every text of a catalogue; functions are called with stand-ins. Sentences of findings have their own tests. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value, takes: 0 }]
  if (typeof value === 'function') {
    if (/\.sentence$|^\.issue$|\.refusal$|^\.gloss\.|\.columnName$/.test(path)) return []
    return [{ path, text: String(value(...MARKS)), takes: value.length }]
  }
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

/** Those that come with the code that needs them stand under names of their own. */
const zhLeaves = leaves({
  ...zh,
  method: methodZh,
  opening: OPENING.zh,
  own: own.zh,
  kept: kept.zh,
  archive: archiveWords.zh,
  compare: compareZh,
  regions: regions.zh,
  course: courseWords.zh,
  related: relatedZh,
})
const enLeaves = leaves({
  ...en,
  method: methodEn,
  opening: OPENING.en,
  own: own.en,
  kept: kept.en,
  archive: archiveWords.en,
  compare: compareEn,
  regions: regions.en,
  course: courseWords.en,
  related: relatedEn,
})

it('both languages say the same things', () => {
  expect(zhLeaves.length).toBeGreaterThan(250)
  expect(enLeaves.map(({ path, takes }) => `${path}/${takes}`)).toEqual(
    zhLeaves.map(({ path, takes }) => `${path}/${takes}`),
  )
})

describe.each([
  ['zh', zhLeaves],
  ['en', enLeaves],
] as const)('%s', (_, texts) => {
  it('has no text that is empty or broken', () => {
    for (const { path, text } of texts) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/undefined|NaN|\[object|\$\{/)
    }
  })

  it('uses all that it is given', () => {
    // Whether a candidate is round decides its words, and is not one of them.
    const silent = texts
      .filter(({ path }) => path !== '.steps.candidate')
      .flatMap(({ path, text, takes }) =>
        MARKS.slice(0, takes).flatMap((mark) => (text.includes(mark) ? [] : [`${path} ${mark}`])),
      )
    expect(silent).toEqual([])
  })
})

/** Words of the data and of the trade that stand in English as they are, quoted or as terms. */
const DATA_WORDS =
  /朱批|民生实事看板|开工率|全部完成|提前完成|全覆盖|序时进度|7001率|[\dx.]+ ?万|[\dx] ?余|(?<=[(/ ])[人户所个场次]+(?=[) ])|(?:约|近|超) ?x|x余|x多|(?<=, )约(?= )|约(?= stands)/g

test('English has no Chinese but the words of the data', () => {
  const chinese = enLeaves
    .filter(({ path }) => !/^\.language\./.test(path))
    .map(({ path, text }) => ({ path, text: text.replace(DATA_WORDS, '') }))
    .filter(({ text }) => /[\p{Script=Han}，。、；：？！（）]/u.test(text))
  expect(chinese).toEqual([])
})

test('Chinese has no English but formats, signs, and the way to English', () => {
  const english = zhLeaves
    .filter(({ path }) => !/^\.language\.|^\.lang$/.test(path))
    .map(({ path, text }) => ({
      path,
      text: text.replace(
        /PNG|SVG|CSV|Excel|Dice|originals|manifest\.json|board\.zip|N(?=%)|(?<![A-Za-z])x(?![A-Za-z])/g,
        '',
      ),
    }))
    .filter(({ text }) => /[A-Za-z]/.test(text))
  expect(english).toEqual([])
})

test('each names the other in the other’s own words', () => {
  expect([zh.lang, zh.language.to, en.lang, en.language.to]).toEqual(['zh-CN', 'English', 'en', '中文'])
})

describe('English counts', () => {
  test.each<[string, string]>([
    [en.headline.counts(1, 1, 1), '1 project, 1 indicator: '],
    [en.headline.counts(2, 2, 3), '2 projects, 3 indicators: '],
    [en.headline.counts(1, 22, 1), '1 of 22 projects, 1 indicator: '],
    [en.headline.questions(1), '1 place is worth a question before quoting'],
    [en.headline.questions(2), '2 places are worth a question before quoting'],
    [en.sheet.asked(1), 'Ask'],
    [en.sheet.asked(2), 'Ask 2'],
    [en.sheet.askedLong(1), '1 place to question'],
    [en.filters.clear(1), 'Clear 1 filter'],
    [regions.en.children(1), '1 part: how many projects each reached'],
    [regions.en.indicators(2), '2 indicators'],
    [courseWords.en.month(12), 'Dec'],
    [checksEn.summary(3, 1), '3 to question (1 error, 2 questions)'],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted)
  })
})

test.each([
  ['4.3%', '+4.3%'],
  ['+4.3%', '+4.3%'],
  ['-92.3%', '−92.3%'],
])('a change of %s is written %s', (text, wanted) => {
  expect([zh.sheet.change(text), en.sheet.change(text)]).toEqual([wanted, wanted])
})

describe('the rules', () => {
  test.each(RULES.map(({ id }) => id))('%s has a title and an explanation of its own', (id: RuleId) => {
    for (const [words, method] of [
      [zh, methodZh],
      [en, methodEn],
    ] as const) {
      const { title } = words.rules[id]
      const about = method.ofRules[id]
      expect(about.length).toBeGreaterThan(title.length)
      expect(about).toMatch(/[。.?]$/)
      expect(title).not.toMatch(/[。.]$/)
    }
  })

  it('no two share a title', () => {
    for (const words of [zh, en]) {
      const titles = RULES.map(({ id }) => words.rules[id].title)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })

  it('are all in both languages, and no others', () => {
    const ids = RULES.map(({ id }) => id).sort()
    expect(Object.keys(zh.rules).sort()).toEqual(ids)
    expect(Object.keys(en.rules).sort()).toEqual(ids)
  })
})

describe('what cannot be opened', () => {
  const refusals: readonly Refusal[] = [
    { reason: 'empty' },
    { reason: 'picture', format: 'png' },
    { reason: 'pdf' },
    { reason: 'old-workbook', format: 'et' },
    { reason: 'document', format: 'docx' },
    { reason: 'markup' },
    { reason: 'archive', format: 'rar' },
    { reason: 'encrypted' },
    { reason: 'too-large', size: 300_000_001, limit: 1 << 26 },
    { reason: 'too-many-columns', columns: 10_000, limit: 1000 },
    { reason: 'no-text' },
    { reason: 'no-table' },
    { reason: 'no-rows' },
    { reason: 'broken-workbook' },
  ]
  const said = (lang: 'zh' | 'en') => refusals.map(OPENING[lang].refusal)

  it('is told in sentences of its own', () => {
    for (const sentences of [said('zh'), said('en')]) {
      expect(new Set(sentences).size).toBe(refusals.length)
      for (const sentence of sentences) expect(sentence).toMatch(/[。.?]$/)
    }
    expect(said('en').join('')).not.toMatch(/\p{Script=Han}/u)
  })

  it('with its figures and formats', () => {
    expect(said('zh').slice(8, 10)).toEqual([
      '文件太大：287 MB，一次最多读 64 MB。工作簿请另存为 CSV，或分成几份。',
      '表有 10000 列，最多读 1000 列。看看行和列是不是颠倒了。',
    ])
    for (const sentences of [said('zh'), said('en')]) {
      expect(sentences[1]).toContain('png')
      expect(sentences[3]).toMatch(/\.et.*\.xlsx/)
      expect(sentences[4]).toContain('docx')
      expect(sentences[6]).toContain('rar')
    }
  })
})
