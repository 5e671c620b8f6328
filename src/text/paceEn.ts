import type { paceZh } from './paceZh.ts'

export const paceEn: typeof paceZh = {
  byFigures: (figure, printed) => `${figure} (computed from the figures; printed as ${printed})`,
  sentence: (p) =>
    `Against the calendar (序时进度): ${p.gone} of the year gone by, ${p.completion} completed, ${p.ofDue} of it: ${p.pace.toLowerCase()} (from ${p.normal} on pace, from ${p.slow} slow)`,
  underway: (asOf, gone) => `As of ${asOf} (${gone} of the year gone), `,
  tally: 'On pace or reached, by level and field',
  due: (gone) => `${gone} of year`,
  lowest: (text) => `lowest ${text}`,
  alsoHere: (indicator) => `also here: ${indicator}`,
  legend: 'Share of the year gone by',
  askFirst: (indicator, rule) => `Ask first: ${indicator} (${rule})`,
  undated:
    'No date says whether these are figures of the year’s end: what is below its target is not judged.',
  undatedOf: (n) =>
    `${n === 1 ? '1 indicator has' : `${n} indicators have`} no date that says whether it is the year’s end: what is below its target there is not judged.`,
}
