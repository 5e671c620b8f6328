import { normalForm } from './normalForm.ts'

/** A text as a search takes it: full-width letters and digits are found by their plain ones, and the other way round. */
export const folded = (text: string): string => normalForm(text).toLowerCase()
