import { type Figure, isPercent } from './figure.ts'
import { dimensionOf, isCounted } from './unit.ts'

/**
 * Whether a figure counts things one by one, so that what is worked out of it is a whole number. A blank unit may hide
 * a measure, and half a kilometre is a target; 1.3 of a thing that is counted one by one is no count.
 */
export const isCount = (figure: Figure): boolean =>
  !isPercent(figure) &&
  isCounted(figure.unit) &&
  dimensionOf(figure.unit) !== 'unknown' &&
  figure.decimals <= figure.exponent
