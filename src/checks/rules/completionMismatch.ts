import { mismatch } from './mismatch.ts'

/** actual ÷ target cannot print as the completion given. */
export const completionMismatch = mismatch('completion')
