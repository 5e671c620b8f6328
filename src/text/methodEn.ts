import type { RuleId } from '../model/finding.ts'
import type { methodZh } from './methodZh.ts'

export const methodEn: typeof methodZh = {
  title: 'Method: how figures are read and checked',
  rulesTitle: 'What is looked for',
  rulesAbout:
    'Red marks errors and questions, and nothing else. Error: the printed figures cannot all be true. Question: possible, but ask before you publish. Note: worth knowing.',
  /** What each rule looks for. */
  ofRules: {
    'crosses-target':
      'The printed completion and the printed figures lie on different sides of 100%, and no rounding brings them together.',
    'completion-mismatch': 'actual ÷ target cannot print as this completion: rounded, cut off or rounded up.',
    'excess-mismatch': 'actual − target cannot print as this gap in any rounding.',
    'share-mismatch': 'actual ÷ base cannot print as this share in any rounding.',
    'growth-mismatch': 'actual ÷ previous − 1 cannot print as this growth in any rounding.',
    'points-not-percent':
      'A gap printed in points holds only in percent, or a change printed in percent holds only in points.',
    'no-whole-target':
      'For things counted one by one the target is a whole number; none prints as this completion.',
    'claim-contradicted': '全部完成, 提前完成 or 全覆盖 is claimed beside figures that miss the target.',
    'unit-differs':
      'Actual and target, base, earlier figure or gap are in units that cannot be divided or subtracted.',
    unreadable: 'A cell holds no figure, or several, where one belongs; the rest of its row is used.',
    'below-target':
      'Completion under 100% at the year’s end; before it, clearly under the share of the year gone by (序时进度).',
    'share-over-100': 'A coverage, pass, start or finish rate, a part of a whole, is over 100%.',
    'odd-implied-target':
      'Worked back from actual and completion, the target is no round number such as 18万 or 1.3万 unless the completion was cut off, not rounded; or the implied target of a rate is no whole percent.',
    'started-not-finished': 'The only evidence of completion is a start rate (开工率).',
    'percent-or-points':
      'A rate rose or fell by N% without both rates printed: a relative change, or percentage points?',
    'capped-at-100':
      'The actual is above the target, yet completion is printed as exactly 100%; some offices cap it.',
    'parts-do-not-sum':
      'The parts of a region printed beside it cannot add up to its figure under any rounding; less than the whole counts only where the same parts do add up elsewhere. Percentages are added where what they are of is printed.',
    'falls-back': 'A cumulative figure lower than at an earlier date of the same year.',
    'target-moved':
      'One level’s target for the same indicator of a year, printed or implied, differs between dates or documents.',
    'mixed-rounding': 'Rows of one document need different rounding rules.',
    'duplicate-row': 'The same region, year, date, level, project and indicator twice.',
    'project-count': 'The catalogue says the list has N projects, and the table has another number.',
    'claim-unsupported':
      'Completion is claimed in words, with no target and no percentage; a claim over the whole list counts too.',
    'too-coarse':
      'The actual is rounded so coarsely (5% or more is open) that nothing can be said of the completion.',
    'other-rounding': 'Holds only if decimals were cut off, rounded up, or rounded half to even.',
    'target-too-easy': 'Completion at or over 200%: the target may have been set low.',
  } satisfies Record<RuleId, string>,
  statusTitle: 'The status of a project',
  sections: [
    {
      title: 'What a printed number stands for',
      body: [
        'Most printed numbers were rounded. Rounded half-up to x, the number lay within half a unit of the last place: 58.85万 stands for 58.845万 to 58.855万, 117% for 116.5% to 117.5%, the lower end included, the upper not.',
        'A whole number of things counted one by one (人 户 所 个 场 次) is exactly itself. Kilometres, square metres, tonnes and yuan are measured, and read as rounded.',
        'A printed target is a decision and exactly itself, unless 约 stands before it.',
        '约 x is read one step wider each way and is never an error on its own; 近 x lies within one step below, x余, x多 and 超x within one step above.',
        '100% and 100.0%, 2万 and 20000 are different statements; the board keeps every printed digit.',
      ],
    },
    {
      title: 'The four relations',
      body: [
        'Completion = actual ÷ target; excess = actual − target; share = actual ÷ base; growth = actual ÷ previous − 1.',
        'Where all three are printed, they are computed again. Holds: rounded half-up, they print the stated number. Holds within rounding: because the printed figures were rounded themselves. Holds under another rounding: truncated, rounded up, or half to even. Does not hold: under no rounding at all.',
        'Where two are printed, the third is worked out as a range, in italics and marked as implied, its roundest number being the likeliest. Example: 58.85万 ÷ 210% ⇒ target between 27.954万 and 28.094万, most likely 28万.',
        'A figure in doubt is not computed with: where a printed completion cannot be that of the actual and the target, its place in pictures, its order and its pace go by actual ÷ target, named as computed; the printed one stands beside it, and is questioned. Where they agree, the printed one is told.',
        'Everything is computed in exact fractions, never in floating point, so a figure right on an edge is judged rightly.',
      ],
    },
    {
      title: 'What other documents say',
      body: [
        'Figures of other documents that bear on a project stand on its page, with date and source; they do not say how far the project got.',
        'Where several documents speak of one quantity, or of a whole and its part, the board says whether both can be true: figures that agree; figures of different dates, which may change; a part not more than its whole. Only what no rounding reconciles cannot be true together.',
      ],
    },
    {
      title: 'What the board does not do',
      body: [
        'It supplies no target for anyone: what the source did not print stays blank. An implied figure is only implied.',
        'It never averages percentages. Totals count projects and indicators.',
        '“Stated as done” is not “done”: without target or percentage it reads “only stated” or “cannot be told”.',
        'The checks see whether figures agree with one another, not whether they are true. Figures that agree may still be wrong.',
        'The policy fields are the board’s own classification, not the publisher’s.',
      ],
    },
    {
      title: 'How the picture is drawn',
      body: [
        'The axis is completion, the vertical rule the target. A dot is an indicator with a printed completion, a diamond one below target, a triangle a rate printed only as so many points above target, a hollow circle one without a target. A red ring is a figure to question.',
        'Beyond 200% the axis is compressed, and shaded to say so. Where nothing is below target, the axis begins at the target.',
      ],
    },
  ],
}
