import { roundingName } from './rulesZh.ts'

/** Words of the page 核验, and of what a reader accepts there. */
export const checksZh = {
  title: '核验：哪些数字引用前要先问一句',
  summary: (open: number, errors: number) => `待问 ${open} 处（错误 ${errors}，要问 ${open - errors}）`,
  notes: (n: number) => `备考 ${n} 处`,
  /** Where the overview lists a part of what this page goes through. */
  ofOverview: (n: number) => `总览所列的一份里待问 ${n} 处`,
  unreadCount: (n: number) => `没有读懂 ${n} 处`,
  byRule: '按规则',
  ruleColumn: '规则',
  severityColumn: '轻重',
  wholeList: '整份清单',
  held: '核验过、成立的',
  heldAbout: (n: number) =>
    `这 ${n} 处的完成值、目标值（或基数、上期值）和百分比都公布了，重新计算，对得上。`,
  heldNone: (checked: number) =>
    checked === 0
      ? '没有一处同时公布了完成值、目标值（或基数、上期值）和百分比。'
      : `可以验算的 ${checked} 处，没有一处成立。`,
  unverifiable: '公布了百分比、无从核对的',
  implied: (n: number) => `${n} 处公布了两个数，由此得出第三个。`,
  countOk: (level: string, n: number) => `${level}实事公布的是 ${n} 件，表里也是 ${n} 件。`,
  rounding: '这份文件怎样取舍尾数',
  roundingAbout: (of: number, best: string, n: number) => `能看出取舍办法的 ${of} 处中，${n} 处符合${best}。`,
  roundingTie: '不过这几处用哪一种办法都对得上，分不出用的是哪一种。',
  roundingNone: '没有一处能看出来。',
  roundingName,
  wholes: '整数目标（推算）',
  wholesNone: '没有这样的指标：公布了计数和完成率，没有公布目标。',
  wholesSome: (n: number) => `没有公布目标的计数中，有 ${n} 项的目标若是整数，按完成率推算只能是：`,
  wholesCannotTell: (n: number) => `有 ${n} 项数目大，完成率不论是多少都有整数目标对得上，看不出对错。`,
  nothing: '没有发现符合这些条件。',
  lineOf: (n: number) => `第 ${n} 行`,
  open: '看这一项的算术',
  allowedMark: '由其他数字算出',
  numberLine: (what: string) => `${what}：公布的与计算的`,
}

export const acceptZh = {
  ask: '接受这一处，写明理由',
  reason: '理由',
  save: '接受',
  cancel: '取消',
  undo: '撤回',
  count: (n: number) => `已说明 ${n} 处`,
  about: '理由只存在这个浏览器里，随 CSV 一起导出；这一条仍留在清单上。数字改了，接受就不算了。',
  reasonColumn: '接受理由',
  keyColumn: '标识',
}

export type ChecksWords = typeof checksZh
export type AcceptWords = typeof acceptZh
