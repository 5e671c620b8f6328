import 'fake-indexeddb/auto'
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reader } from '../../src/load/reader.ts'
import { withCorrection } from '../../src/model/correction.ts'
import { type Asking, type Outcome, openAll } from '../../src/state/opening.ts'
import { correct, forget, held, keptHere, originalOf } from '../../src/state/own.ts'
import { ownId } from '../../src/state/sets.ts'
import { createBoard } from '../../src/state/store.ts'
import { csv, dataSet } from '../build.ts'
import { readerHere } from '../load/readerHere.ts'
import { asGuessed, nothingKept, openHere as open } from './openHere.ts'

vi.mock('../../src/load/reader.ts', async (original) => ({
  ...(await original<object>()),
  startReader: () => readerHere,
}))

const file = (name: string, text: string) => new File([text], name)
const LIST = csv([
  {
    地区: '甲市',
    年度: '2024',
    截至: '2024-12',
    项目: '修路',
    指标: '公路',
    完成值: '12',
    单位: '公里',
    目标值: '10',
    完成率: '120%',
  },
  { 地区: '甲市', 年度: '2024', 截至: '2024-12', 项目: '修桥', 指标: '桥', 完成值: '五', 单位: '座' },
])
const WIDE = '某县2024年民生实事\n序号,项目,单位,目标任务,完成情况,完成率\n1,建公园,个,50,52,104%\n'

beforeEach(nothingKept)

describe('a file by the contract', () => {
  it('opens without a question, is kept and listed', async () => {
    const { store, outcomes, asked } = await open([file('甲市.csv', LIST)])
    expect(asked).toEqual([])
    expect(outcomes).toMatchObject([
      { kind: 'opened', name: '甲市.csv', rows: 2, problems: 1, notKept: undefined },
    ])
    expect(store.getState().own.map(({ title }) => title)).toEqual(['甲市'])
    const id = store.getState().own[0]?.id ?? ''
    const one = await held(id)
    expect(one?.info).toMatchObject({
      file: '甲市.csv',
      region: '甲市',
      year: '2024',
      asOf: '2024-12',
      kind: 'csv',
    })
    expect(one?.info.layout).toBeUndefined()
    expect(one?.set.rows.map(({ line, cells }) => [line, cells.project])).toEqual([
      [2, '修路'],
      [3, '修桥'],
    ])
    const original = await originalOf(id)
    expect(original?.name).toBe('甲市.csv')
    expect(await original?.content.text()).toBe(LIST)
  })

  it('opened again is the one that is there', async () => {
    const { outcomes } = await open([file('甲市.csv', LIST), file('又一次.csv', LIST)])
    expect(outcomes.map((one) => one.kind === 'opened' && one.id)).toHaveLength(2)
    const [a, b] = outcomes
    expect(a?.kind === 'opened' && b?.kind === 'opened' && a.id === b.id).toBe(true)
    const list = await (await keptHere()).list()
    expect(list.ok && list.value).toHaveLength(1)
  })
})

describe('a table of another make', () => {
  it('is asked about once, and read as answered', async () => {
    const { outcomes, asked, store } = await open([file('某县2024.csv', WIDE)], asGuessed)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.guesses[0]?.lacking.map(({ key, suggested }) => [key, suggested])).toContainEqual([
      'year',
      '2024',
    ])
    expect(outcomes).toMatchObject([{ kind: 'opened', rows: 1 }])
    const one = await held(store.getState().own[0]?.id ?? '')
    expect(one?.set.rows[0]?.cells).toMatchObject({
      project: '建公园',
      actual: '52',
      target: '50',
      completion: '104%',
    })
  })

  it('is not asked about again for the same header, where it says its year itself', async () => {
    const answer = (asking: Asking) => {
      const one = asGuessed(asking)
      return one && { ...one, layout: { ...one.layout, constants: { region: '某县', year: '2024' } } }
    }
    await open([file('某县2024.csv', WIDE)], answer)
    const next = WIDE.replace('2024', '2025').replace('52', '53')
    const { asked, outcomes, store } = await open([file('名单.csv', next)])
    expect(asked).toEqual([])
    expect(outcomes).toMatchObject([{ kind: 'opened', rows: 1 }])
    const one = await held(store.getState().own[0]?.id ?? '')
    expect(one?.set.rows[0]?.cells).toMatchObject({ region: '某县', year: '2025', actual: '53' })
  })

  it('is asked about again where it does not say what was said then: the place stays, the date is not suggested', async () => {
    const undated = WIDE.split('\n').slice(1).join('\n')
    await open([file('名单.csv', undated)], (asking) => {
      const one = asGuessed(asking)
      return one && { ...one, layout: { ...one.layout, constants: { region: '某县', as_of: '2024-12' } } }
    })
    const { asked } = await open([file('另一份.csv', undated.replace('52', '53'))])
    expect(asked).toHaveLength(1)
    expect(asked[0]?.guesses[0]?.layout.constants).toEqual({ region: '某县' })
  })

  it('opened again with other columns is another list, and a header of the contract is read as answered too', async () => {
    await open([file('某县2024.csv', WIDE)], asGuessed)
    await (await keptHere()).set('layouts', {})
    const { outcomes } = await open([file('某县2024.csv', WIDE)], (asking) => {
      const one = asGuessed(asking)
      return (
        one && { ...one, layout: { ...one.layout, places: { ...one.layout.places, actual: 3, target: 4 } } }
      )
    })
    const id = outcomes[0]?.kind === 'opened' ? outcomes[0].id : ''
    expect((await held(id))?.set.rows[0]?.cells).toMatchObject({ actual: '50', target: '52' })
    const list = await (await keptHere()).list()
    expect(list.ok && list.value).toHaveLength(2)
  })

  it('of a dropped file the ones before are listed, and the ones behind not read', async () => {
    const stop = new AbortController()
    const store = createBoard(dataSet([{ 完成值: '1' }]))
    const outcomes: Outcome[] = []
    const talk = {
      reading: () => {},
      ask: async () => {
        stop.abort()
        return undefined
      },
      done: (one: Outcome) => outcomes.push(one),
      progress: () => {},
      signal: stop.signal,
    }
    const files = [
      file('甲市.csv', LIST),
      file('某县.csv', WIDE),
      file('乙市.csv', LIST.replaceAll('甲市', '乙市')),
    ]
    await openAll(store, { files, pasted: '' }, readerHere, talk, '')
    expect(outcomes.map(({ kind }) => kind)).toEqual(['opened', 'dropped'])
    expect(store.getState().own.map(({ title }) => title)).toEqual(['甲市'])
  })

  it('dates a list by its latest day, whatever they look like as text', async () => {
    const dated = ['2024/9', '2024/12', '待定'].map((as_of) => ({
      截至: as_of,
      项目: as_of,
      指标: '乙',
      完成值: '1',
    }))
    await open([file('日期.csv', csv(dated))])
    const list = await (await keptHere()).list()
    expect(list.ok && list.value[0]?.asOf).toBe('2024/12')
  })

  it('is not opened where its reader would rather not', async () => {
    const { outcomes, store } = await open([file('某县2024.csv', WIDE)])
    expect(outcomes).toEqual([{ kind: 'dropped', name: '某县2024.csv' }])
    expect(store.getState().own).toEqual([])
  })
})

describe('several at once', () => {
  it('each comes to its own end; one that cannot be read takes none with it', async () => {
    const { outcomes } = await open([
      file('空.csv', ''),
      new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], '图.csv'),
      file('甲市.csv', LIST),
    ])
    expect(outcomes).toMatchObject([
      { kind: 'refused', why: { reason: 'empty' } },
      { kind: 'refused', why: { reason: 'picture' } },
      { kind: 'opened', rows: 2 },
    ])
  })

  it('a reader that comes to an end is said, and nothing is kept', async () => {
    const store = createBoard(dataSet([{ 完成值: '1' }]))
    const outcomes: Outcome[] = []
    const broken: Reader = { ...readerHere, read: () => Promise.reject(new Error('out of memory')) }
    const talk = {
      reading: () => {},
      ask: async () => undefined,
      done: (one: Outcome) => outcomes.push(one),
      progress: () => {},
      signal: new AbortController().signal,
    }
    await openAll(store, { files: [file('甲.csv', LIST)], pasted: '' }, broken, talk, '')
    expect(outcomes).toEqual([{ kind: 'failed', name: '甲.csv' }])
    expect(store.getState().own).toEqual([])
  })
})

it('a header without rows is told as that, pasted or in a file', async () => {
  const { outcomes } = await open(
    [file('空表.csv', '项目,指标,完成值\n')],
    () => undefined,
    '项目\t指标\t完成值\n',
  )
  expect(outcomes).toMatchObject([
    { kind: 'refused', why: { reason: 'no-rows' } },
    { kind: 'refused', why: { reason: 'no-rows' } },
  ])
})

it('cells pasted from a spreadsheet are a table by another way', async () => {
  const { outcomes, store } = await open([], () => undefined, '项目\t指标\t完成值\n修路\t公路\t12\n')
  expect(outcomes).toMatchObject([{ kind: 'opened', name: '粘贴的表格', rows: 1 }])
  const one = await held(store.getState().own[0]?.id ?? '')
  expect(one?.info).toMatchObject({ kind: 'paste', file: '' })
})

it('a corrected cell is checked at once, keeps what was printed, and can be taken back', async () => {
  const { store } = await open([file('甲市.csv', LIST)])
  const id = store.getState().own[0]?.id ?? ''
  const before = await held(id)
  store.setState({ set: before?.set ?? store.getState().set, shown: id })
  const put = (to: string) =>
    correct(store, id, (list) => withCorrection(list, { line: 3, column: 'actual', from: '五', to, at: '' }))
  expect(await put('5')).toMatchObject({ ok: true })
  const { set } = store.getState()
  expect(set.issues).toEqual([])
  expect(set.rows[1]?.cells.actual).toBe('5')
  expect((await held(id))?.corrected.printedAt(3, 'actual')).toBe('五')
  const kept = await (await keptHere()).corrections(before?.info.id ?? '')
  expect(kept.ok && kept.value.map(({ line, to }) => [line, to])).toEqual([[3, '5']])
  await put('五')
  expect(store.getState().set.rows[1]?.cells.actual).toBe('五')
  expect(await correct(store, ownId({ id: 'gone' }), (list) => list)).toEqual({
    ok: false,
    problem: { kind: 'gone' },
  })
})

describe('where the browser has no room', () => {
  const full = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError')
    })
  afterEach(() => void vi.restoreAllMocks())

  it('a file opens, says why it is not kept, and is corrected like any other', async () => {
    full()
    const { store, outcomes } = await open([file('甲市.csv', LIST)])
    expect(outcomes).toMatchObject([{ kind: 'opened', rows: 2, notKept: { kind: 'full' } }])
    const id = store.getState().own[0]?.id ?? ''
    const one = await held(id)
    store.setState({ set: one?.set ?? store.getState().set, shown: id })
    const saved = await correct(store, id, (list) =>
      withCorrection(list, { line: 3, column: 'actual', from: '五', to: '5', at: '' }),
    )
    expect(saved).toMatchObject({ ok: true, notKept: { kind: 'full' } })
    expect(store.getState().set.rows[1]?.cells.actual).toBe('5')
    forget(id)
    expect((await held(id))?.set.rows[1]?.cells.actual).toBe('5')
    expect(await (await originalOf(id))?.content.text()).toBe(LIST)
  })

  it('opened again when there is room, it is kept, and stands there once', async () => {
    full()
    await open([file('甲市.csv', LIST)])
    vi.restoreAllMocks()
    const { store, outcomes } = await open([file('甲市.csv', LIST)])
    expect(outcomes).toMatchObject([{ kind: 'opened', notKept: undefined }])
    expect(store.getState().own).toHaveLength(1)
    const [info] = await (await keptHere()).list().then((list) => (list.ok ? list.value : []))
    expect((await keptHere()).notKept(info?.id ?? '')).toBeUndefined()
  })
})
