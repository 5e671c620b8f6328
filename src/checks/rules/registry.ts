import type { Rule } from '../rule.ts'
import { belowTarget } from './belowTarget.ts'
import { cappedAt100 } from './cappedAt100.ts'
import { claimContradicted } from './claimContradicted.ts'
import { claimUnsupported } from './claimUnsupported.ts'
import { completionMismatch } from './completionMismatch.ts'
import { crossesTarget } from './crossesTarget.ts'
import { duplicateRow } from './duplicateRow.ts'
import { excessMismatch } from './excessMismatch.ts'
import { fallsBack } from './fallsBack.ts'
import { growthMismatch } from './growthMismatch.ts'
import { mixedRounding } from './mixedRounding.ts'
import { noWholeTarget } from './noWholeTarget.ts'
import { oddImpliedTarget } from './oddImpliedTarget.ts'
import { otherRounding } from './otherRounding.ts'
import { partsDoNotSum } from './partsDoNotSum.ts'
import { percentOrPoints } from './percentOrPoints.ts'
import { pointsNotPercent } from './pointsNotPercent.ts'
import { projectCount } from './projectCount.ts'
import { shareMismatch } from './shareMismatch.ts'
import { shareOver100 } from './shareOver100.ts'
import { startedNotFinished } from './startedNotFinished.ts'
import { targetMoved } from './targetMoved.ts'
import { targetTooEasy } from './targetTooEasy.ts'
import { tooCoarse } from './tooCoarse.ts'
import { unitDiffers } from './unitDiffers.ts'
import { unreadable } from './unreadable.ts'

/** Every rule, in the order in which findings are listed: worst first. */
export const RULES: readonly Rule[] = [
  crossesTarget,
  completionMismatch,
  excessMismatch,
  shareMismatch,
  growthMismatch,
  pointsNotPercent,
  noWholeTarget,
  partsDoNotSum,
  claimContradicted,
  unitDiffers,
  unreadable,
  belowTarget,
  shareOver100,
  oddImpliedTarget,
  startedNotFinished,
  percentOrPoints,
  cappedAt100,
  fallsBack,
  targetMoved,
  mixedRounding,
  duplicateRow,
  projectCount,
  claimUnsupported,
  tooCoarse,
  otherRounding,
  targetTooEasy,
]
