import { roundingName } from './rulesZh.ts'

/** Words of the page 核验, and of what a reader accepts there. */
export const checks = {
  title: '核验：哪些数字引用前要先问一句',
  summary: (open: number, errors: number, infos: number) =>
    `待问 ${open} 处（错误 ${errors}，要问 ${open - errors}） · 备考 ${infos} 处`,
  /** Where the overview lists a part of what this page goes through. */
  ofOverview: (n: number) => `总览所列的一份里待问 ${n} 处`,
  unread: '未读懂',
  unreadCount: (n: number) => `没有读懂 ${n} 处`,
  byRule: '按规则',
  ruleColumn: '规则',
  severityColumn: '轻重',
  wholeList: '整份清单',
  held: '核过、成立的',
  heldAbout: (n: number) => `这 ${n} 处三个数都印全了，重新算过，对得上。`,
  heldNone: '没有一处三个数都印全。',
  unverifiable: '印了百分比、无从核对的',
  implied: (n: number) => `${n} 处印了两个数，第三个由此推算。`,
  countOk: (level: string, n: number) => `${level}实事称 ${n} 件，表里也是 ${n} 件。`,
  rounding: '这份文件怎样取舍',
  roundingAbout: (of: number, best: string, n: number) => `能看出取舍办法的 ${of} 处里，${n} 处合于${best}。`,
  roundingTie: '这几处哪一种取舍都合，分不出是哪一种。',
  roundingNone: '没有一处能看出来。',
  roundingName,
  wholes: '整数目标（推算）',
  wholesNone: '没有一处印了计数和完成率、没有印目标。',
  wholesSome: (n: number) => `${n} 处没有印目标的计数，按完成率说得通的整数目标只有：`,
  wholesCannotTell: (n: number) => `${n} 处任何百分比都凑得出整数目标，这一条看不出对错。`,
  nothing: '没有发现符合这些条件。',
  lineOf: (n: number) => `第 ${n} 行`,
  open: '看这一项的算术',
  allowedMark: '其他数字算出的',
  numberLine: (what: string) => `${what}：印出的与算出的`,
}

export const accept = {
  ask: '接受这一条，写明理由',
  reason: '理由',
  save: '接受',
  cancel: '取消',
  done: '已接受',
  undo: '撤回',
  count: (n: number) => `已接受 ${n}`,
  about: '理由只存在这个浏览器里，随 CSV 一起导出；这一条仍留在清单上。数字改了，接受就不算了。',
  reasonColumn: '接受理由',
  keyColumn: '标识',
}
