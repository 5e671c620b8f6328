/** What a cell of Excel holds at most. */
const LONGEST = 32_767
const SHORT = LONGEST >> 4

/** Repeated, each is what some pattern begins with and never finds the end of. */
const PUMPS = [
  ...[
    '1',
    ' ',
    '\t',
    '，',
    '。',
    ',',
    '.',
    ';',
    ':',
    '(',
    '（',
    '[',
    '/',
    '／',
    '-',
    '+',
    '=',
    '"',
    "'",
    '0',
    '~',
    '\\',
  ],
  ...[
    '字',
    '人',
    '万',
    '余',
    '多',
    '约',
    '市',
    '年',
    '月',
    '第',
    '都',
    '率',
    'A',
    'e\u0301',
    '\u0301\u0323',
    '\ufdfa',
  ],
  ...['１', '，', '％', '<', '&', '\n', '\r', '\u3000', '_x', '\u0600'],
  ...[
    '1 ',
    '1,',
    '1.',
    ',1',
    '1字',
    '字1',
    '字 ',
    '(1',
    '1/',
    'a1',
    '第1',
    '2023年',
    '1月',
    '市县',
    '""',
    ',""',
    '","',
  ],
  ...[
    '完成',
    '完成率',
    '计划',
    '全部',
    '提前',
    '距离',
    '占目标',
    '，完成',
    '123,',
    '1 字',
    '1\t',
    '万亿',
    '<a ',
    '&#1',
    '_x00',
  ],
]
const BEFORE = ['', '1', "='", '字']
const BEHIND = ['', 'x1', '字']

/** Cells as long as Excel holds, or shorter ones of the same kind. */
export const hostile: readonly { readonly name: string; readonly of: (length: number) => string }[] =
  PUMPS.flatMap((pump) =>
    BEFORE.flatMap((before) =>
      BEHIND.map((behind) => ({
        name: JSON.stringify(`${before}(${pump})…${behind}`),
        of: (length: number) => {
          const room = length - before.length - behind.length
          return before + pump.repeat(Math.ceil(room / pump.length)).slice(0, room) + behind
        },
      })),
    ),
  )

/** Of each kind the one that stands alone. */
export const plainlyHostile = hostile.filter((_, i) => i % (BEFORE.length * BEHIND.length) === 0)

/** Milliseconds of the processor; done within these, it has not taken the square of its length: hundreds of millions of steps. */
const AT_ONCE = 30
/** Sixteen times the text: linear work grows by 16, the square by 256. */
const MOST_GROWTH = 64
const TRIES = 4

/** Of the processor, not of a clock: whoever else is busy does not count. */
function took(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Whether work on a text sixteen times as long takes far more than sixteen times as long. Nothing is held against a
 * number of milliseconds: what is not done at once is measured again, the shortest of several tries, since whatever
 * disturbs a measurement adds to it.
 */
export function growsFast(work: (text: string) => unknown, of: (length: number) => string): boolean {
  const long = of(LONGEST)
  let least = took(() => work(long))
  if (least < AT_ONCE) return false
  const short = of(SHORT)
  let few = Infinity
  for (let i = 0; i < TRIES; i++) {
    few = Math.min(
      few,
      took(() => work(short)),
    )
    least = Math.min(
      least,
      took(() => work(long)),
    )
    if (least < AT_ONCE || least / Math.max(few, SHORTEST) < MOST_GROWTH) return false
  }
  return true
}

/** Less is not told by a processor's clock. */
const SHORTEST = 0.1
