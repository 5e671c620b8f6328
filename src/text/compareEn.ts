import type { CompareWords } from './compareZh.ts'

const parts = (sure: number, proposed: number) =>
  `${sure} matched${proposed > 0 ? `, ${proposed} of similar name for you to confirm` : ''}`

export const compareEn: CompareWords = {
  title: 'Compare: one indicator, then and now',
  with: 'Compare with',
  shown: 'Shown',
  asOf: (date) => `as of ${date}`,
  wholeYear: (year) => `all of ${year}`,
  choose: 'Choose one or more data sets to compare with.',
  suggesting: 'Looking for the most useful one to compare with…',
  suggested: {
    same: (title) =>
      `None chosen yet: compared with ${title}, of the same region the nearest in date. Tick others above, several at once if you like.`,
    other: (title) =>
      `None chosen yet, and no other list of this region: compared with ${title}, the nearest in date. Tick others above, several at once if you like.`,
  },
  none: 'There is no other data set to compare with.',
  large:
    'This data set is too long to be compared line by line, and nothing was looked for. Narrow it on the overview, draw that part, then compare.',
  loading: (title) => `Fetching ${title} …`,
  failed: (title) => `${title} could not be fetched.`,
  unknown: (id) => `There is no such data set: ${id}.`,
  summary: (all, sure, proposed, only) =>
    `Of ${all} indicators shown, ${parts(sure, proposed)}, ${only} in no other list.`,
  summaryOther: (title, all, sure, proposed, only) =>
    `Of ${all} indicators of ${title}, ${parts(sure, proposed)}, ${only} not in the list shown.`,
  wholeLists: 'The whole lists are given below, whatever the filter.',
  nothing:
    'The lists have no indicator in common, nor any of similar name. You can pair them yourself below.',
  spans: (before, after) =>
    `Different parts of their years (${before}; ${after}): both figures are shown, no change is computed.`,
  regions: (before, after) =>
    `${before} and ${after} are different regions: both figures are shown, no change is computed.`,
  tooLong:
    'Too many indicators were left over to hold their names against one another; those spelt alike are paired.',
  slope: {
    title: 'Percent of the target in each list, then and now',
    short: 'compare',
    target: 'target',
    left: (n) => `${n} more without two completions to compare: see the table.`,
    none: 'No indicator has a completion in both lists; the figures are in the table below.',
    before: (dates) => `small dot: then (${dates})`,
    after: (dates) => `large dot: now (${dates})`,
    earlier: 'small dots: the indicator’s earlier dates',
    latest: 'large dot: its latest date',
    order: (dates) => `from top to bottom in order of time: ${dates}`,
    span: 'dotted, without an arrow: different spans, side by side only',
    implied: 'hollow and dotted: not printed, computed',
    proposed: 'dashed: similar names, not confirmed yet',
    question: 'red ring: ask before quoting',
    compressed: 'compressed right of the dashed rule',
  },
  table: 'Indicator by indicator',
  columns: {
    indicator: 'Project and indicator',
    list: 'Compared list',
    other: 'Also named',
    how: 'How matched',
    before: 'Then',
    after: 'Now',
    dates: 'Then / now',
    asOf: 'as of',
    change: 'Change',
    completion: 'Completion',
    target: 'Target',
    checked: 'Checks',
  },
  to: ' → ',
  beside: ' | ',
  left: '…',
  absent: '—',
  otherName: (name) => `also: ${name}`,
  excess: (text) => `above target by ${text}`,
  unchanged: 'unchanged',
  noChange: {
    silent: 'one side has no figure',
    region: 'different regions',
    span: 'different spans',
    basis: 'different measure',
    unit: 'units not comparable',
    zero: 'may have been zero',
  },
  asked: (date, title) => `${date}: ${title}`,
  how: { same: 'spelt alike', proposed: 'similar names, to confirm', chosen: 'confirmed' },
  toConfirm: 'to confirm',
  alike: (percent) => `likeness ${percent}`,
  proposals: (n) => `Similar names: the same indicator? (${n})`,
  proposalsAbout:
    'The names differ: are these the same indicator? Answers stay in this browser and hold for other years too. Likeness is the Dice coefficient of neighbouring characters in the names, with project, unit, level and measure counted in.',
  accept: 'The same',
  acceptAll: (n) => `Confirm all ${n} pairs as the same`,
  refuse: 'Not the same',
  takeBack: 'Take back',
  another: 'Another',
  pick: 'Choose …',
  pickFor: (name) => `${name}: which one is it`,
  matched: (n) => `Matched (${n})`,
  refused: (n) => `Said not to be the same (${n})`,
  onlyHere: (n) => `Only in the list shown (${n})`,
  onlyThere: (title, n) => `Only in ${title} (${n})`,
  and: ', ',
}
