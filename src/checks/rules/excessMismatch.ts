import { mismatch } from './mismatch.ts'

/** actual − target cannot print as the gap given. */
export const excessMismatch = mismatch('excess')
