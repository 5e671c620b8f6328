/** A sheet of text cells; the first row is its heading. */
export interface TextSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[]
  /** Blank rows below, of text cells too: what is typed there stays as it is typed. */
  readonly blankRows?: number
}

/**
 * Sheets as .xlsx. Every cell is text: a spreadsheet neither runs it nor makes 100.0% into 1, whose digits would be lost. The
 * writer is loaded with the first of them. @throws where it cannot be fetched
 */
export async function toXlsx(sheets: readonly TextSheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  return write(
    sheets.map(({ name, rows, widths, blankRows = 0 }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        ...rows.map((cells, i) => cells.map((value) => cell(value, i === 0))),
        ...Array.from({ length: blankRows }, () => widths.map(() => cell('', false))),
      ],
    })),
  ).toBlob()
}

/** Characters that XML cannot hold, and what would be taken for one of them, are written `_x0007_`. */
const encoded = (text: string): string =>
  text
    .replace(/_x(?=[\da-f]{4}_)/gi, '_x005F_x')
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (char) => `_x${hex(char)}_`)

const hex = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0')

const cell = (value: string, isHeading: boolean) => ({
  value: encoded(value),
  type: String,
  format: '@',
  alignVertical: 'top' as const,
  wrap: true,
  ...(isHeading && { fontWeight: 'bold' as const }),
})
