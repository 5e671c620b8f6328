import { COLUMN_GLOSSES } from './glosses.ts'
import type { ownZh } from './ownZh.ts'

export const ownEn: typeof ownZh = {
  opening: {
    title: 'Open data',
    reading: (name, at, of) => `Reading ${name} (${at}/${of})`,
    stop: 'Stop',
    close: 'Close',
    show: (title) => `Show “${title}”`,
    opened: (name, rows) => `${name}: ${rows} rows, open now.`,
    problems: (n) => `${n} places could not be read; the Data page lists them one by one.`,
    leftOut: (n) =>
      `${n} rows (titles, headers, totals, notes) were not taken for data; the Data page lists them.`,
    hidden: (n) => `${n} rows are hidden in the workbook; they were read like the others.`,
    dropped: (name) => `${name}: not opened.`,
    failed: (name) => `${name}: reading failed half-way, nothing was opened.`,
    pasted: 'Pasted table',
  },
  layout: {
    title: (name) => `${name}: what each column holds`,
    why: 'Its column names are not all those of the contract. This is what the board makes of them; correct it, then open. The same header is not asked about again.',
    sheet: 'Sheet',
    records: (n) => `${n} rows`,
    column: (name) => `Column “${name}” holds`,
    unnamed: (at) => `Column ${at}`,
    columnName: (key, name) => `${name} (${COLUMN_GLOSSES[key]})`,
    carried: 'carried along as it is',
    lacking: 'Not in the table, the same in every row',
    lackingHint: { region: 'such as Nanyang', year: 'such as 2024', as_of: 'such as 2024-12-20' },
    undated:
      'Without a date nothing tells whether these are figures of the year’s end: what is below its target is not judged.',
    skipped: (n) => `The first ${n} rows are taken for title and header.`,
    need: 'It takes a column of projects, and at least one of figures or claims.',
    wrong: {
      year: 'A year has four digits, such as 2024.',
      as_of: 'A date is 2024-12-20, 2024-12 or 2024.',
    },
    use: 'Use this table',
    drop: 'Do not open',
  },
}
