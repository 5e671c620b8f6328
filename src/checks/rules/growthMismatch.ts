import { mismatch } from './mismatch.ts'

/** actual ÷ previous − 1 cannot print as the growth given. */
export const growthMismatch = mismatch('growth')
