import { percentText } from '../lib/format.ts'
import { absolute, type Rational, sign } from '../lib/rational.ts'
import type { Issue } from '../model/dataSet.ts'
import { percentGone } from '../model/date.ts'
import type { Figure } from '../model/figure.ts'
import type { MovedTarget } from '../model/finding.ts'
import { arithmetic, like, printed, rangeLike, unsigned } from './figures.ts'
import { placesOf, type RulesText } from './rulesZh.ts'

const unitOf = (finding: { row: { cells: { unit: string } } | undefined }) => finding.row?.cells.unit ?? ''
const pct = (value: Rational, places = 1) => `${percentText(value, places)}%`

export const issueText = (issue: Issue): string => {
  const where = issue.column ? ` in column “${issue.column}”` : ''
  switch (issue.kind) {
    case 'unreadable':
      return `“${issue.text}”${where} cannot be read as a number.`
    case 'several':
      return `“${issue.text}”${where} holds more than one number, or words that cannot be read.`
    case 'bad-date':
      return `“${issue.text}”${where} cannot be read as a date; write 2023-12-20, 2023-12 or 2023.`
    case 'no-project':
      return 'This row names no project.'
    case 'no-indicator':
      return 'This row names no indicator.'
    case 'no-figure':
      return 'This row holds neither a figure nor a claim.'
    case 'no-column':
      return `The table has no column “${issue.text}”.`
    case 'broken-quotes':
      return 'The quotation marks of this row do not match.'
    case 'empty':
      return 'The file is empty.'
    case 'extra-cells':
      return `This row has more cells than the header: “${issue.text}”.`
    case 'twice':
      return `Column “${issue.text}” appears twice; the first is used.`
    case 'long-cell':
      return `A cell${where} is too long; only its beginning was kept.`
  }
}

const moved = ({ printed: figure, stands, like: pattern }: MovedTarget, unit: string) =>
  figure ? `printed as ${printed(figure, unit)}` : `implied as ${rangeLike(pattern, stands)}`

const sum = (finding: Parameters<typeof arithmetic>[0]) => arithmetic(finding, ' points')

export const roundingName = {
  'half-up': 'rounding half-up',
  'half-even': 'rounding half to even',
  truncate: 'cutting off decimals',
  up: 'rounding up',
  mixed: 'a mixture of roundings',
}

const mismatch = (f: Parameters<typeof arithmetic>[0] & { facts: { relation: { stated: Figure } } }) =>
  `${sum(f)}, but ${f.facts.relation.stated.text} is printed; rounding, cutting off and rounding up all lead elsewhere.`

export const rules: RulesText = {
  'crosses-target': {
    title: 'Reached or not: contradicted',
    sentence: (f) =>
      `${sum(f)}, but ${f.facts.relation.stated.text} is printed: one says reached, the other does not.`,
  },
  'completion-mismatch': {
    title: 'Completion does not compute',
    sentence: mismatch,
  },
  'excess-mismatch': {
    title: 'Excess does not compute',
    sentence: mismatch,
  },
  'share-mismatch': {
    title: 'Share does not compute',
    sentence: mismatch,
  },
  'growth-mismatch': {
    title: 'Growth does not compute',
    sentence: mismatch,
  },
  'points-not-percent': {
    title: 'Points and percent confused',
    sentence: (f) =>
      f.facts.relation.kind === 'excess'
        ? `${sum(f)}; the printed ${f.facts.relation.stated.text} is percent (${pct(absolute(f.facts.instead), placesOf(f))} ${sign(f.facts.instead) < 0 ? 'below' : 'above'} the target), not points.`
        : `${sum(f)}; the printed ${f.facts.relation.stated.text} is percentage points (a difference of ${percentText(absolute(f.facts.instead), placesOf(f))}), not percent.`,
  },
  'no-whole-target': {
    title: 'No whole target fits',
    sentence: (f) =>
      `${printed(f.facts.actual, unitOf(f))} at ${f.facts.completion.text} needs a target in ${rangeLike(f.facts.actual, f.facts.range)}, which holds no whole number.`,
  },
  'claim-contradicted': {
    title: 'Claim contradicted by figures',
    sentence: (f) =>
      f.facts.projects.length > 0
        ? `“${f.facts.claim}” is claimed, but these missed it: ${f.facts.projects.join(', ')}.`
        : f.facts.coverage
          ? `“${f.facts.claim}” is claimed, but ${printed(f.facts.coverage, '%')} is printed.`
          : `“${f.facts.claim}” is claimed, but the figures miss the target${f.facts.missed ? ` (${f.facts.source === 'figures' ? 'computed from them: ' : ''}${pct(f.facts.missed)})` : ''}.`,
  },
  'unit-differs': {
    title: 'Units cannot be compared',
    sentence: (f) =>
      `The actual is in “${f.facts.actual.unit}”, the ${f.facts.member} in “${f.facts.other.unit}”: they cannot be compared.`,
  },
  unreadable: {
    title: 'Unreadable cell',
    sentence: (f) => `Line ${f.facts.issue.line}: ${issueText(f.facts.issue)}`,
  },
  'below-target': {
    title: 'Below target',
    sentence: (f) => {
      const { completion, excess, actual, target, gone } = f.facts
      const by = f.facts.source === 'figures' ? 'Computed from the figures: ' : ''
      if (gone && completion)
        return `${by}${pct(completion)} of the target, with ${pct(percentGone(gone))} of the year gone by.`
      if (completion && f.row?.lowerIsBetter)
        return `${by}Lower is better, yet it is ${pct(completion)} of the target.`
      if (completion) return `${by}Only ${pct(completion)} of the target.`
      const figures =
        actual && target ? `${printed(actual, unitOf(f))}, target ${printed(target, unitOf(f))}: ` : ''
      return excess
        ? `${figures}${unsigned(excess, unitOf(f))} from the target.`
        : `${figures}the target was not reached.`
    },
  },
  'share-over-100': {
    title: 'A part larger than the whole',
    sentence: (f) =>
      `${printed(f.facts.figure, '%')} is over 100%, and a part is never larger than its whole. How was the denominator counted?`,
  },
  'odd-implied-target': {
    title: 'An unlikely implied target',
    sentence: (f) => {
      const { facts } = f
      const { relation } = facts
      const { actual, stated, implied } = relation
      if (!actual || !stated) return ''
      const unit = unitOf(f)
      const range = rangeLike(actual, implied.interval)
      if (facts.rate) {
        const known = `${printed(actual, '%')}, ${relation.kind === 'excess' ? 'above the target by' : 'as a completion of'} ${stated.text}`
        return `${known}, implies a target of ${range}, which holds no whole percent. What was the target?`
      }
      const target = like(actual, facts.round)
      const places = stated.decimals
      const rounded = `If the target was ${target}: ${printed(actual, unit)} ÷ ${target} = ${pct(facts.gives, places + 1)}, which rounds to ${pct(facts.gives, places)}, but ${stated.text} is printed`
      return facts.before
        ? `${rounded}. That takes an actual such as ${like(actual, facts.before.actual)} before it was rounded (÷ ${target} = ${pct(facts.before.gives, places + 1)}), with its decimals cut off. What was the target?`
        : `${rounded}, as if its decimals were cut off. What was the target?`
    },
  },
  'started-not-finished': {
    title: 'Started is not finished',
    sentence: (f) =>
      `The only evidence is a start rate of ${printed(f.facts.figure, '%')}. Begun, but finished?`,
  },
  'percent-or-points': {
    title: 'Percent or points?',
    sentence: (f) =>
      `A rate said to ${f.facts.growth.value.n < 0n ? 'fall' : 'rise'} by ${unsigned(f.facts.growth)}: by that part of itself, or by so many percentage points?`,
  },
  'capped-at-100': {
    title: 'Completion capped',
    sentence: (f) => `${sum(f)}, yet exactly ${f.facts.relation.stated.text} is printed. Was it capped?`,
  },
  'parts-do-not-sum': {
    title: 'Parts do not add up',
    sentence: (f) => {
      const { whole, amount, parts, sum: added, all } = f.facts
      const total = `The ${parts.length} parts${all ? '' : ' listed'} add up to ${rangeLike(whole, added)}`
      if (amount)
        return `${total} by their percentages, yet that of ${f.row?.cells.region ?? ''} comes to ${rangeLike(whole, amount)}.`
      return `${total}, yet ${printed(whole, unitOf(f))} is printed for ${f.row?.cells.region ?? ''}.`
    },
  },
  'falls-back': {
    title: 'Falls back',
    sentence: (f) =>
      `${printed(f.facts.actual, unitOf(f))} at ${f.row?.cells.as_of ?? ''}, less than the ${printed(f.facts.before, f.facts.earlier.cells.unit)} of ${f.facts.earlier.cells.as_of}. Counted otherwise, or misprinted?`,
  },
  'target-moved': {
    title: 'Target moved',
    sentence: (f) =>
      `The target is ${moved(f.facts.now, unitOf(f))} at ${f.row?.cells.as_of ?? ''}, and ${moved(f.facts.before, f.facts.earlier.cells.unit)} at ${f.facts.earlier.cells.as_of}. Was it changed?`,
  },
  'mixed-rounding': {
    title: 'Roundings mixed',
    sentence: (f) =>
      `${f.facts.explained} of ${f.facts.of} figures here follow ${roundingName[f.facts.usual]}; this one (${sum(f)}, printed as ${f.facts.relation.stated.text}) does not.`,
  },
  'duplicate-row': {
    title: 'Duplicate row',
    sentence: (f) => `The same indicator as line ${f.facts.first.line}.`,
  },
  'project-count': {
    title: 'Number of projects differs',
    sentence: (f) =>
      `${f.facts.stated} ${f.facts.level} projects are stated; the table has ${f.facts.found}.`,
  },
  'claim-unsupported': {
    title: 'Only stated',
    sentence: (f) =>
      f.facts.silent === undefined
        ? `Only “${f.facts.claim}” is stated, without target or percentage.`
        : `“${f.facts.claim}” is stated, but ${f.facts.silent} of ${f.facts.of} projects print no target, completion or gap at all.`,
  },
  'too-coarse': {
    title: 'Too coarse to check',
    sentence: (f) =>
      `${printed(f.facts.actual, unitOf(f))} was rounded and may be anything in ${rangeLike(f.facts.actual, f.facts.stands)}; whether ${f.facts.relation.stated?.text ?? ''} agrees with it cannot be seen.`,
  },
  'other-rounding': {
    title: 'Not rounded half-up',
    sentence: (f) =>
      `${sum(f)}, printed as ${f.facts.relation.stated.text}: that takes ${roundingName[f.facts.rounding]}, not rounding half-up.`,
  },
  'target-too-easy': {
    title: 'Twice the target or more',
    sentence: (f) =>
      `${f.facts.source === 'figures' ? 'Computed from the figures: ' : ''}${f.facts.printed?.text ?? pct(f.facts.completion)} of the target: was it set too low?`,
  },
}
