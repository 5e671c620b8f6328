import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { formatRoute, HOME } from '../../src/state/route.ts'
import {
  accept,
  addressOf,
  type Browser,
  clearFilters,
  createBoard,
  fetchRelated,
  followAddress,
  followLanguage,
  followRelated,
  go,
  narrow,
  readRoute,
  type Store,
  savedAccepted,
  savedTheme,
  setTheme,
  toggle,
  wordsOf,
} from '../../src/state/store.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { filter, nanyang, nanyangRelated } from '../shipped.ts'

/** A browser of one tab: its history is a list of addresses. */
class StandIn implements Browser {
  readonly location = { hash: '', pathname: '/board/index.html', search: '?v=1' }
  readonly entries: string[]
  at = 0
  private readonly listeners: (() => void)[] = []
  readonly history = {
    pushState: (_state: unknown, _title: string, url?: string | URL | null) => {
      this.entries.splice(this.at + 1)
      this.entries.push(String(url))
      this.at += 1
      this.show()
    },
    replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
      this.entries[this.at] = String(url)
      this.show()
    },
  }

  constructor(hash = '') {
    this.entries = [`/board/index.html?v=1${hash}`]
    this.show()
  }

  addEventListener(_type: string, listener: () => void) {
    this.listeners.push(listener)
  }

  /** Back (-1) or Forward (1); the browser tells it twice, by popstate and by hashchange. */
  move(steps: number) {
    this.at += steps
    this.show()
    for (const listener of this.listeners) listener()
  }

  private show() {
    this.location.hash = /#.*$/.exec(this.entries[this.at] ?? '')?.[0] ?? ''
  }
}

function open(hash = ''): { store: Store; browser: StandIn; route: () => string } {
  const browser = new StandIn(hash)
  const store = createBoard(nanyang, { route: readRoute(browser.location.hash) })
  followAddress(store, browser)
  return { store, browser, route: () => formatRoute(store.getState().route) }
}

test('a value chosen twice is taken back, whatever a view still shows', () => {
  const store = createBoard(nanyang)
  toggle(store, 'level', '省定')
  toggle(store, 'domain', '教育')
  expect(store.getState().route.filter).toMatchObject({ level: '省定', domain: '教育' })
  toggle(store, 'level', '省定')
  toggle(store, 'domain', '就业')
  expect(store.getState().route.filter).toMatchObject({ level: '', domain: '就业' })
})

describe('the address follows', () => {
  it('every step, keeping the page’s own path and query', () => {
    const { store, browser } = open()
    go(store, { view: 'checks' })
    narrow(store, { level: '省定' })
    go(store, { view: 'project', project: '9', line: 27 })
    expect(browser.entries).toEqual([
      '/board/index.html?v=1',
      '/board/index.html?v=1#/checks',
      '/board/index.html?v=1#/checks?level=%E7%9C%81%E5%AE%9A',
      '/board/index.html?v=1#/project/9/27?level=%E7%9C%81%E5%AE%9A',
    ])
  })

  it('not at all where nothing changed', () => {
    const { store, browser } = open('#/checks?level=省定')
    narrow(store, { level: '省定' })
    go(store, {})
    store.setState({ theme: 'dark' })
    expect(browser.entries).toHaveLength(1)
  })

  it('typing as one step: the first letter makes it, the others change it', () => {
    const { store, browser, route } = open()
    for (const text of ['供', '供热', '供热管', '供热']) narrow(store, { text })
    expect(browser.entries).toHaveLength(2)
    expect(browser.entries[1]).toContain(encodeURIComponent('供热'))
    browser.move(-1)
    expect(route()).toBe('')
  })

  it('another filter after typing is a step of its own', () => {
    const { store, browser } = open()
    narrow(store, { text: '供热' })
    narrow(store, { level: '市定' })
    expect(browser.entries).toHaveLength(3)
    go(store, { view: 'checks' })
    expect(browser.entries).toHaveLength(4)
  })

  it('clearing all filters is a step, so that Back brings them back', () => {
    const { store, browser, route } = open()
    narrow(store, { level: '市定' })
    narrow(store, { text: '供热' })
    const before = route()
    clearFilters(store)
    expect(route()).toBe('')
    browser.move(-1)
    expect(route()).toBe(before)
  })

  describe('with what can wait put off until the picture is painted', () => {
    function openLazy() {
      const browser = new StandIn()
      const store = createBoard(nanyang, { route: readRoute(browser.location.hash) })
      const waiting: (() => void)[] = []
      followAddress(store, browser, (work) => waiting.push(work))
      const paint = () => {
        for (const work of waiting.splice(0)) work()
      }
      return { browser, store, paint }
    }

    it('a filter is told afterwards, each once and in order', () => {
      const { browser, store, paint } = openLazy()
      narrow(store, { level: '省定' })
      narrow(store, { domain: '教育' })
      expect(browser.entries).toHaveLength(1)
      paint()
      expect(browser.entries.slice(1).map(decodeURIComponent)).toEqual([
        '/board/index.html?v=1#/?level=省定',
        '/board/index.html?v=1#/?level=省定&domain=教育',
      ])
    })

    it('another page is told at once, after the filter that still waited', () => {
      const { browser, store, paint } = openLazy()
      narrow(store, { level: '省定' })
      go(store, { view: 'checks' })
      expect(browser.entries).toHaveLength(3)
      expect(browser.entries[2]).toContain('#/checks')
      paint()
      expect(browser.entries).toHaveLength(3)
    })

    it('Back takes back what was not told yet', () => {
      const { browser, store, paint } = openLazy()
      go(store, { view: 'checks' })
      narrow(store, { level: '省定' })
      browser.move(-1)
      paint()
      expect(formatRoute(store.getState().route)).toBe('')
      expect(browser.entries).toHaveLength(2)
      expect(browser.location.hash).toBe('')
    })
  })

  it('going elsewhere while a text is searched for is a step', () => {
    const { store, browser } = open('#/?text=a')
    go(store, { view: 'data', filter: filter({ text: 'b' }) })
    expect(browser.entries).toHaveLength(2)
  })
})

describe('the board follows', () => {
  it('Back and Forward', () => {
    const { store, browser, route } = open()
    go(store, { view: 'checks' })
    go(store, { view: 'data', lang: 'en' })
    browser.move(-1)
    expect(route()).toBe('#/checks')
    browser.move(-1)
    expect(route()).toBe('')
    browser.move(2)
    expect(route()).toBe('#/data?lang=en')
    // Being told where it is, it takes no step.
    expect(browser.entries).toHaveLength(3)
  })

  it('a step after Back replaces what lay ahead', () => {
    const { store, browser, route } = open()
    go(store, { view: 'checks' })
    browser.move(-1)
    go(store, { view: 'method' })
    expect(browser.entries).toHaveLength(2)
    expect(route()).toBe('#/method')
  })

  it('an address that means the same changes nothing', () => {
    const { store, browser } = open('#/checks')
    const before = store.getState()
    browser.entries.push('/board/index.html?v=1#checks?status=rubbish')
    browser.move(1)
    expect(store.getState()).toBe(before)
  })

  it('the address it was opened with', () => {
    expect(open('#/checks?level=省定&lang=en').store.getState().route).toEqual({
      ...HOME,
      view: 'checks',
      filter: filter({ level: '省定' }),
      lang: 'en',
    })
  })
})

describe('going and narrowing', () => {
  it('keep language, sort and filters, and forget the line', () => {
    const start = { ...HOME, lang: 'en', sort: 'name', filter: filter({ level: '省定' }), line: 3 } as const
    const store = createBoard(nanyang, { route: start })
    go(store, { view: 'checks' })
    expect(store.getState().route).toEqual({ ...start, view: 'checks', line: undefined })
    narrow(store, { status: 'claimed' })
    expect(store.getState().route.filter).toEqual(filter({ level: '省定', status: 'claimed' }))
    clearFilters(store)
    expect(store.getState().route.filter).toEqual(filter({}))
    expect(store.getState().route.lang).toBe('en')
  })

  test.each([
    [{ view: 'checks' } as const, '#/checks?level=%E7%9C%81%E5%AE%9A'],
    [{ filter: filter({}) }, '#/'],
    [{ view: 'project', project: '9', line: 4, filter: filter({}) } as const, '#/project/9/4'],
  ])('the address of %j from here', (change, address) => {
    expect(addressOf({ ...HOME, line: 7, filter: filter({ level: '省定' }) }, change)).toBe(address)
  })
})

describe('the language', () => {
  it('follows the address, once its words are there', async () => {
    const store = createBoard(nanyang)
    followLanguage(store)
    expect(store.getState().words).toBe(zh)
    go(store, { lang: 'en' })
    await vi.dynamicImportSettled()
    expect(store.getState().words).toBe(en)
    go(store, { lang: 'zh' })
    await vi.dynamicImportSettled()
    expect(store.getState().words).toBe(zh)
  })

  it('words that come too late are not used', async () => {
    const store = createBoard(nanyang)
    followLanguage(store)
    go(store, { lang: 'en' })
    go(store, { lang: 'zh' })
    await vi.dynamicImportSettled()
    expect(store.getState().words).toBe(zh)
  })

  it('has words', async () => {
    expect([await wordsOf('zh'), await wordsOf('en')]).toEqual([zh, en])
  })
})

describe('the theme', () => {
  afterEach(() => vi.unstubAllGlobals())

  const withStorage = (kept: Map<string, string>) => {
    const dataset: Record<string, string> = {}
    vi.stubGlobal('document', { documentElement: { dataset } })
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    })
    return dataset
  }

  it('is kept for the next visit, and shown', () => {
    const dataset = withStorage(new Map())
    const store = createBoard(nanyang)
    expect(savedTheme()).toBe('auto')
    setTheme(store, 'dark')
    expect([savedTheme(), store.getState().theme, dataset.theme]).toEqual(['dark', 'dark', 'dark'])
    setTheme(store, 'auto')
    expect(savedTheme()).toBe('auto')
  })

  it('that nobody knows is the system’s', () => {
    withStorage(new Map([['board-theme', 'purple']]))
    expect(savedTheme()).toBe('auto')
  })

  it('can be chosen where the browser keeps nothing', () => {
    const dataset = withStorage(new Map())
    const refuse = () => {
      throw new Error('refused')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    expect(savedTheme()).toBe('auto')
    const store = createBoard(nanyang)
    setTheme(store, 'light')
    expect([store.getState().theme, dataset.theme]).toEqual(['light', 'light'])
  })
})

describe('accepted findings', () => {
  const storage = new Map<string, string>()
  const stub = () =>
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
    })
  afterEach(() => {
    storage.clear()
    vi.unstubAllGlobals()
  })

  it('are kept with their reasons, and taken back', () => {
    stub()
    const store = createBoard(nanyang)
    accept(store, ['a'], ' 口径不同 ')
    accept(store, ['b'], '已核对')
    expect(store.getState().accepted).toEqual({ a: '口径不同', b: '已核对' })
    expect(savedAccepted()).toEqual({ a: '口径不同', b: '已核对' })
    accept(store, ['a'], ' ')
    expect(store.getState().accepted).toEqual({ b: '已核对' })
    expect(savedAccepted()).toEqual({ b: '已核对' })
  })

  it.each([['null'], ['no JSON'], ['[1]'], ['{"a":5,"b":""}'], ['"text"']])(
    'what is kept as %s is none',
    (text) => {
      stub()
      storage.set('board-accepted', text)
      expect(Object.keys(savedAccepted()).filter((key) => Number.isNaN(Number(key)))).toEqual([])
    },
  )

  it('a browser that keeps nothing accepts for as long as the page lasts', () => {
    vi.stubGlobal('localStorage', undefined)
    const store = createBoard(nanyang)
    accept(store, ['a'], '口径不同')
    expect(store.getState().accepted).toEqual({ a: '口径不同' })
    expect(savedAccepted()).toEqual({})
  })
})

describe('what other documents say', () => {
  const settled = () => new Promise((done) => setTimeout(done))

  it('is fetched once, by whoever comes first', async () => {
    const store = createBoard(nanyang)
    const fetchSet = vi.fn(async () => nanyangRelated)
    followRelated(store, fetchSet)
    expect(fetchSet).not.toHaveBeenCalled()
    narrow(store, { level: '省定' })
    expect(fetchSet).not.toHaveBeenCalled()
    go(store, { view: 'project', project: '1' })
    expect(store.getState().related).toBe('loading')
    go(store, { view: 'checks' })
    fetchRelated(store, fetchSet)
    await settled()
    expect(store.getState().related).toBe(nanyangRelated)
    go(store, { view: 'project', project: '2' })
    expect(fetchSet.mock.calls).toEqual([[nanyang.entry.related]])
  })

  it('is fetched at once where the address asks for it, and again after it failed', async () => {
    const store = createBoard(nanyang, { route: { ...HOME, view: 'checks' } })
    const fetchSet = vi.fn(async () => nanyangRelated).mockRejectedValueOnce(new Error('no network'))
    followRelated(store, fetchSet)
    await settled()
    expect(store.getState().related).toBe('failed')
    go(store, { view: 'project', project: '1' })
    await settled()
    expect(store.getState().related).toBe(nanyangRelated)
  })

  it('is not asked for where the catalogue names none', () => {
    const store = createBoard({ ...nanyang, entry: { ...nanyang.entry, related: undefined } as never })
    const fetchSet = vi.fn(async () => nanyangRelated)
    fetchRelated(store, fetchSet)
    expect(fetchSet).not.toHaveBeenCalled()
    expect(store.getState().related).toBe('waiting')
  })
})
