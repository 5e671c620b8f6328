import { mismatch } from './mismatch.ts'

/** actual ÷ base cannot print as the share given. */
export const shareMismatch = mismatch('share')
