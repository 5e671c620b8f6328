import { expect, test } from 'vitest'
import { normalForm } from '../../src/lib/normalForm.ts'
import { trimmed, trimmedEnd } from '../../src/lib/trimmed.ts'

const isDot = (char: string) => char === '.'

test.each([
  ['..a.b..', 'a.b', '..a.b'],
  ['a', 'a', 'a'],
  ['...', '', ''],
  ['', '', ''],
])('%j without dots at its ends: %j', (text, both, end) => {
  expect([trimmed(text, isDot), trimmedEnd(text, isDot)]).toEqual([both, end])
})

test('variants of a character share a form, in a long text as in a short one', () => {
  expect(normalForm('１２㎡ｅ\u0301')).toBe('12m2é')
  const long = 'ｅ\u0301㎡'.repeat(1000)
  expect(normalForm(long)).toBe('ém2'.repeat(1000))
})
