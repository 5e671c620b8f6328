import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TextBytes } from '../../src/archive/bytes.ts'
import { finderOf } from '../../src/archive/finder.ts'

const letters = fc.constantFrom(...'aABb12(（）：aＡｂ１年月％')
const text = (most: number, least = 0) =>
  fc.array(letters, { minLength: least, maxLength: most }).map((all) => all.join(''))
const plain = (one: string) => one.normalize('NFKC').toLowerCase()

it('finds a text wherever it stands, in whatever width and case, and nowhere else', () => {
  fc.assert(
    fc.property(text(30), text(4, 1), (whole, wanted) => {
      const held = new TextBytes(8)
      held.add(whole)
      const next = finderOf(held.bytes, plain(wanted), held.wide())
      const rest = (from: number) => plain(held.text(from, held.length))
      let from = 0
      for (;;) {
        const at = next(from, held.length)
        expect(at >= 0).toBe(rest(from).includes(plain(wanted)))
        if (at < 0) return
        // It may tell any byte of what it found; the next search begins behind the letter of that one.
        from = at + 1
        while (((held.bytes[from] ?? 0) & 0xc0) === 0x80) from += 1
      }
    }),
    { numRuns: 2000 },
  )
})
