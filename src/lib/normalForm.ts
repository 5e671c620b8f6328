/**
 * A text in the form that full-width and other variants of a character share (NFKC). To sort the marks over one letter
 * takes the square of their number, and a cell may hold 32,000: of those the thirty-first begins anew, as in Unicode's
 * stream-safe text.
 */
export const normalForm = (text: string): string =>
  (text.length > LONG ? text.replace(MANY_MARKS, '$1\u034f') : text).normalize('NFKC')

const LONG = 1000
const MANY_MARKS = /(\p{M}{30})(?=\p{M})/gu
