import type { AcceptWords, ChecksWords } from './checksZh.ts'
import { plural } from './plural.ts'
import { roundingName } from './rulesEn.ts'

export const checksEn: ChecksWords = {
  title: 'Checks: which figures to question before quoting',
  summary: (open, errors) =>
    `${open} to question (${plural(errors, 'error')}, ${plural(open - errors, 'question')})`,
  notes: (n) => plural(n, 'note'),
  ofOverview: (n) => `${n} to question on the list that the overview shows`,
  unreadCount: (n) => `${n} unread`,
  byRule: 'By rule',
  ruleColumn: 'Rule',
  severityColumn: 'Severity',
  wholeList: 'The whole list',
  held: 'Checked, and held',
  heldAbout: (n) => `${plural(n, 'row')} with all three figures printed: recomputed, they agree.`,
  heldNone: (checked) =>
    checked === 0
      ? 'No percentage is printed with both figures it is made of.'
      : `Of the ${checked} that can be recomputed, none holds.`,
  unverifiable: 'Percentages that cannot be checked',
  implied: (n) => `${n} are printed with two figures; the third follows from them.`,
  countOk: (level, n) => `${n} ${level} projects are stated, and the table has ${n}.`,
  rounding: 'Which rounding this document follows',
  roundingAbout: (of, best, n) => `Of ${of} figures that can tell, ${n} agree with ${best}.`,
  roundingTie: ' They agree with every rounding alike, so it cannot be told which was used.',
  roundingNone: 'No figure can tell.',
  roundingName,
  wholes: 'Whole-number targets (implied)',
  wholesNone: 'No count has a completion printed without its target.',
  wholesSome: (n) => `${plural(n, 'count')} without a printed target, with the only whole targets that fit:`,
  wholesCannotTell: (n) =>
    `${plural(n, 'count')} where any percentage would fit some whole target: this test cannot tell.`,
  nothing: 'No finding meets these conditions.',
  lineOf: (n) => `line ${n}`,
  open: 'The arithmetic of this figure',
  allowedMark: 'Worked out from the other figures',
  numberLine: (what) => `${what}: printed and worked out`,
}

export const acceptEn: AcceptWords = {
  ask: 'Accept this, with a reason',
  reason: 'Reason',
  save: 'Accept',
  cancel: 'Leave it',
  undo: 'Take back',
  count: (n) => `${n} explained`,
  about:
    'The reason stays in this browser and goes along in the CSV; the finding stays on the list. Once a figure changes, it no longer counts as accepted.',
  reasonColumn: 'Accepted because',
  keyColumn: 'Key',
}
