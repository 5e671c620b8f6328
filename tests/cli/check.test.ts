import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { review } from '../../src/checks/check.ts'
import { toCsv } from '../../src/exports/csv.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { findingKey } from '../../src/model/accepted.ts'
import { findingTable } from '../../src/report/findingTable.ts'
import { CLI_WORDS } from '../../src/text/cli.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { entry } from '../build.ts'
import { type Ran, ran } from './ran.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const bytes = (text: string) => new TextEncoder().encode(text)
const shipped = (name: string) => readFileSync(join(ROOT, 'data', name))

const HEADER = '项目,指标,完成值,单位,目标值,完成率'
const GOOD = `${HEADER}\n培训,人数,736,人,4000,18.4%\n`
const WRONG = `${HEADER}\n老旧小区改造,改造户数,1078,户,8166,2.89%\n道路,座数,12,座,10,120%\n`

const FILES: Readonly<Record<string, Uint8Array>> = {
  'good.csv': bytes(GOOD),
  'wrong.csv': bytes(WRONG),
  '-': bytes(WRONG),
  'picture.csv': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
  'empty.csv': new Uint8Array(),
  'other.csv': bytes('名称,数量\n甲,1\n'),
  'bad-cell.csv': bytes(`${HEADER}\n培训,人数,甲乙,人,,\n`),
  'data/nanyang-2023.csv': shipped('nanyang-2023.csv'),
}

function run(args: readonly string[], isColoured = false): Promise<Ran> {
  return ran(args, (file) => FILES[file], {
    isColoured,
    catalogue: (file) => (file.startsWith('data/') ? shipped('catalogue.json').toString('utf8') : undefined),
  })
}
const json = async (...args: string[]) => JSON.parse((await run(['--json', ...args])).out)

describe('the exit code', () => {
  test.each([
    [['good.csv'], 0],
    [['data/nanyang-2023.csv'], 0],
    [['wrong.csv'], 1],
    [['good.csv', 'wrong.csv', 'good.csv'], 1],
    [['-'], 1],
    [['bad-cell.csv'], 1],
    [['missing.csv'], 2],
    [['picture.csv'], 2],
    [['empty.csv'], 2],
    [['other.csv'], 2],
    [['missing.csv', 'wrong.csv'], 2],
    [['wrong.csv', 'missing.csv'], 2],
    [[], 2],
    [['--colour', 'good.csv'], 2],
    [['--lang', 'fr', 'good.csv'], 2],
  ])('of %j is %i', async (args, code) => {
    expect((await run(args)).code).toBe(code)
    expect((await run([...args, '--json'])).code).toBe(code)
  })
})

describe('--json', async () => {
  const nanyang = (await json('data/nanyang-2023.csv')).files[0]

  it('counts rows and projects, and lists every row with its relations', async () => {
    expect([nanyang.file, nanyang.rows, nanyang.projects]).toEqual(['data/nanyang-2023.csv', 52, 22])
    expect(nanyang.indicators).toHaveLength(52)
    expect(nanyang.indicators[0]).toEqual({
      line: 2,
      project: '开展职业技能培训和评价取证',
      indicator: '职业技能培训',
      relations: [
        {
          relation: 'completion',
          verdict: 'implied',
          implied: { member: 'target', low: 279548.69, high: 280930.79, candidate: 280000 },
        },
      ],
    })
  })

  it('has the page’s findings, those about the whole list without a line', async () => {
    const rules = nanyang.findings.map(({ rule }: { rule: string }) => rule)
    expect(rules.filter((rule: string) => rule === 'share-over-100')).toHaveLength(3)
    expect(nanyang.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([])
    const whole = nanyang.findings.filter((finding: object) => !('line' in finding))
    expect(whole).toMatchObject([{ rule: 'claim-unsupported', severity: 'info' }])
    expect('project' in whole[0]).toBe(false)
  })

  it('tells a wrong percentage with what was printed and what the figures give, outward to eight digits', async () => {
    expect((await json('wrong.csv')).files[0].findings).toEqual([
      {
        rule: 'completion-mismatch',
        severity: 'error',
        line: 2,
        project: '老旧小区改造',
        indicator: '改造户数',
        message: expect.stringContaining('1078户 ÷ 8166户 = 13.20%'),
        stated: '2.89%',
        computed: { low: 13.201077, high: 13.201078 },
      },
    ])
    // Whether it is below its target is not told of a date that nobody gave.
    addFile('dated.csv', `截至,${HEADER}\n2023-12,老旧小区改造,改造户数,1078,户,8166,13.2%\n`)
    expect((await json('dated.csv')).files[0].findings).toMatchObject([{ rule: 'below-target', line: 2 }])
    expect((await json('wrong.csv')).files[0].indicators[1].relations).toEqual([
      { relation: 'completion', verdict: 'exact' },
    ])
  })

  it('names another rounding, the line of a bad cell, and speaks English when asked', async () => {
    addFile('truncated.csv', `${HEADER}\n培训,人数,37,人,180,20.5%\n`)
    expect((await json('truncated.csv')).files[0].indicators[0].relations).toEqual([
      { relation: 'completion', verdict: 'other-rounding', rounding: 'truncate' },
    ])
    expect((await json('bad-cell.csv')).files[0].findings).toMatchObject([{ rule: 'unreadable', line: 2 }])
    const [finding] = (await json('wrong.csv', '--lang', 'en')).files[0].findings
    expect(finding.message).toMatch(/^[^\u4e00-\u9fff]*1078户 ÷ 8166户 = 13\.20%/)
  })

  it('leaves out what could not be read, and says so beside', async () => {
    const ran = await run(['--json', 'missing.csv', 'good.csv'])
    expect(JSON.parse(ran.out).files.map(({ file }: { file: string }) => file)).toEqual(['good.csv'])
    expect(ran.complaints).toBe(CLI_WORDS.zh.notFound('missing.csv'))
    expect((await json('-')).files[0].file).toBe('-')
  })
})

test('a target that differs between two documents of one date is told, as on the page', async () => {
  const rows = `项目,指标,完成值,单位,目标值,截至,出处\n甲,乙,5,个,100,2023-12-20,文件甲\n甲,乙,5,个,120,2023-12-20,文件乙\n`
  addFile('moved.csv', rows)
  const { out } = await run(['moved.csv'])
  expect(out).toContain('截至 2023-12-20 的目标公布为 120个，截至 2023-12-20 的公布为 100个。目标调整过吗？')
})

describe('--accepted', async () => {
  const [, line] = (await run(['wrong.csv'])).out.split('\n')
  const list = (reason: string, words = zh) => {
    const { findings } = review(loadDataSet(WRONG, entry({ file: 'wrong.csv', asOf: '' })))
    const wrong = findings.filter(({ severity }) => severity === 'error')
    const reasons = Object.fromEntries(wrong.map((finding) => [findingKey(finding), reason]))
    addFile('list.csv', toCsv(findingTable(findings, words, reasons), ['来源：某处']))
    return ['--accepted', 'list.csv']
  }

  it('takes an error along that was accepted, and says why', async () => {
    expect(line).toContain('错误')
    const ran = await run([...list('口径不同'), 'wrong.csv'])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('[已说明：口径不同]')
    expect(ran.out).toContain(CLI_WORDS.zh.accepted(1))
    expect(ran.out).toContain('错误 1')
    const found = (await json(...list('口径不同', en), 'wrong.csv')).files[0].findings[0]
    expect([found.rule, found.accepted]).toEqual(['completion-mismatch', '口径不同'])
  })

  it('without a reason, or for other figures, accepts nothing', async () => {
    expect((await run([...list(''), 'wrong.csv'])).code).toBe(1)
    addFile('later.csv', WRONG.replace('2.89%', '2.98%'))
    expect((await run([...list('口径不同'), 'later.csv'])).code).toBe(1)
  })

  it('that is no such list ends with 2', async () => {
    expect((await run(['--accepted', 'nowhere.csv', 'good.csv'])).code).toBe(2)
    const ran = await run(['--accepted', 'good.csv', 'good.csv'])
    expect([ran.code, ran.out, ran.complaints]).toEqual([2, '', CLI_WORDS.zh.notAccepted('good.csv')])
  })
})

function addFile(name: string, text: string): void {
  Object.assign(FILES, { [name]: bytes(text) })
}

describe('for people', () => {
  it('says how it stands in one line, then each finding, columns aligned', async () => {
    const { out } = await run(['data/nanyang-2023.csv'])
    const [head, ...lines] = out.split('\n')
    expect(head).toBe(
      'data/nanyang-2023.csv · 52 行，22 件实事 · 可以验算的 4 处，4 处成立 · 错误 0 · 要问 9 · 备考 8',
    )
    expect(lines).toHaveLength(17)
    const width = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2000 ? 2 : 1), 0)
    const starts = lines.map((line) => width(/^ {2}\S+ {2}(?:第 \d+ 行|整份清单) +/.exec(line)?.[0] ?? ''))
    expect(new Set(starts.filter((_, i) => !lines[i]?.includes('整份清单')))).toEqual(new Set([starts[0]]))
  })

  it('tells files apart, and what cannot be read', async () => {
    expect((await run(['good.csv', 'wrong.csv'])).out).toMatch(
      /^good\.csv .*错误 0.*\n(?: .*\n)*wrong\.csv .*错误 1/,
    )
    expect((await run(['picture.csv'])).complaints).toBe(
      'picture.csv：这是一张图片（png），不是表格。看板不识别图里的字，请找原来的表格文件。',
    )
    expect((await run(['other.csv'])).complaints).toBe(CLI_WORDS.zh.notEnough('other.csv', 'A=名称 B=数量'))
    expect((await run(['-'])).out).toContain(CLI_WORDS.zh.standardInput)
  })

  it('is coloured only where it is asked to be', async () => {
    expect((await run(['wrong.csv'])).out).not.toContain('\u001b[')
    expect((await run(['wrong.csv'], true)).out).toContain('\u001b[31m错误\u001b[39m')
  })

  it('explains its use, in the language asked for', async () => {
    expect((await run([])).complaints).toBe(CLI_WORDS.zh.usage)
    expect((await run(['--lang', 'en'])).complaints).toBe(CLI_WORDS.en.usage)
    expect((await run(['--colour', 'x.csv'])).complaints).toBe(
      `${CLI_WORDS.zh.unknownOption('--colour')}\n${CLI_WORDS.zh.usage}`,
    )
    expect((await run(['--accepted'])).complaints).toBe(`${CLI_WORDS.zh.noList}\n${CLI_WORDS.zh.usage}`)
    for (const option of ['--help', '-h'])
      expect(await run([option])).toEqual({ code: 0, out: CLI_WORDS.zh.usage, complaints: '' })
    expect((await run(['--help', '--lang', 'en'])).out).toBe(CLI_WORDS.en.usage)
  })
})

test('npm run -s check finds a file from where the user stands, and ends with its code', () => {
  const env = { ...process.env, INIT_CWD: join(ROOT, 'data') }
  const call = (args: string[], input?: string) => {
    try {
      const options = { cwd: ROOT, env, encoding: 'utf8', input: input ?? '', stdio: 'pipe' } as const
      return { code: 0, out: execFileSync(process.execPath, ['.ci/check.mjs', ...args], options) }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string }
      return { code: status, out: stdout }
    }
  }
  expect(JSON.parse(call(['--json', 'nanyang-2023.csv']).out).files[0].rows).toBe(52)
  expect(call(['nanyang-2023.csv']).code).toBe(0)
  expect(call(['-'], WRONG)).toMatchObject({ code: 1, out: expect.stringContaining('13.20%') })
  expect(call(['nowhere.csv']).code).toBe(2)
})
