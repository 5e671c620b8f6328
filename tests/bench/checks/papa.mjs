// PapaParse alone: text in pieces, rows as arrays, none kept.
import Papa from 'papaparse'

/** Takes pieces of text; `rows()` tells how many there were. Cells of the archive hold no line breaks. */
export function startPapa() {
  let held = ''
  let rows = 0
  const parse = (text) => {
    if (text !== '')
      rows += Papa.parse(text, { delimiter: ',', newline: '\n', skipEmptyLines: true }).data.length
  }
  return {
    take(piece) {
      const text = held + piece
      const end = text.lastIndexOf('\n') + 1
      held = text.slice(end)
      parse(text.slice(0, end))
    },
    rows() {
      parse(held)
      held = ''
      // Without the header.
      return rows - 1
    },
  }
}
