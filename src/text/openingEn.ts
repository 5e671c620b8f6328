import type { Refusal } from '../model/refusal.ts'
import type { openingZh } from './openingZh.ts'

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1 << 20))} MB`

const refusal = (why: Refusal): string => {
  switch (why.reason) {
    case 'empty':
      return 'The file is empty: there is not one character in it.'
    case 'picture':
      return `This is a picture (${why.format}), not a table. The board does not read text from pictures; look for the original table.`
    case 'pdf':
      return 'This is a PDF. Look for the original table, or copy the table into Excel or WPS and save it as .xlsx.'
    case 'old-workbook':
      return `This is an .${why.format} workbook. Open it in Excel or WPS, choose “Save as”, Excel workbook (.xlsx), and open that copy.`
    case 'document':
      return `This is a ${why.format} document, not a table. Copy the table into Excel or WPS and save it as .xlsx, or paste it here.`
    case 'markup':
      return 'This is a web page or XML that only goes by a table’s name. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).'
    case 'archive':
      return `This is an archive (${why.format}). Unpack it first and open the table inside.`
    case 'encrypted':
      return 'This workbook is locked with a password. Open it in Excel or WPS and save a copy without one.'
    case 'too-large':
      return `The file is too large: ${megabytes(why.size)}, and at most ${megabytes(why.limit)} are read at once. Save a workbook as CSV, or in parts.`
    case 'too-many-columns':
      return `The table has ${why.columns} columns; at most ${why.limit} are read. Are rows and columns swapped?`
    case 'no-text':
      return 'No text could be read: this is neither text in UTF-8, UTF-16 or GB18030 nor an .xlsx workbook.'
    case 'no-table':
      return 'There is no table in it: at least two columns are needed.'
    case 'no-rows':
      return 'There is only a header, without a single row under it.'
    case 'broken-workbook':
      return 'The workbook is damaged or incomplete. Let Excel or WPS repair it and save a copy, or download it again.'
  }
}

export const openingEn: typeof openingZh = {
  refusal,
  leftOut: {
    title: 'Title',
    header: 'Header',
    section: 'Subheading',
    total: 'Total',
    note: 'Note',
  },
  leftOutTitle: (n) => `${n} rows not taken for data`,
  leftOutMore: (n) => `${n} more`,
  leftOutColumns: { line: 'Line', why: 'Taken for', text: 'Found' },
  guessed: {
    name: 'same name',
    alias: 'a usual name for it',
    cells: 'its cells look like it',
  },
  template: {
    file: 'livelihood-targets-template',
    download: (kind) => `Template (${kind})`,
    sheet: 'Targets',
    notes: 'Notes',
    heads: { column: 'Column', alias: 'English name', about: 'What to write', required: 'Required' },
    required: 'yes',
    requiredFigure: 'a figure or a claim',
    columns: {
      region: 'Area; a part of it behind a slash',
      year: 'The year of the target',
      as_of: 'The date the figures run to: 2023-12-20, 2023-12 or 2023',
      no: 'The project’s number in its list',
      project: 'Name of the project, required',
      level: 'Who set the target: nation, province, city, county',
      domain: 'Policy field',
      owner: 'Lead department; blank where none is named',
      indicator: 'What is counted, required',
      actual: 'The printed figure, as it was printed',
      unit: 'The unit, with its scale word where the figure has none',
      target: 'The printed target; blank where none was printed, never worked out',
      completion: 'Actual ÷ target, as printed: 100% and 100.0% are two statements',
      excess: 'Actual − target, with its sign; percentage points for rates',
      base: 'The whole of which the actual is a part',
      share: 'Actual ÷ base',
      previous: 'The figure of the year or period before',
      growth: 'Actual ÷ previous − 1',
      basis: 'What the percentage speaks of: completed, begun, covered …; blank means completed',
      direction: '+ more is better (as is blank), - less is better',
      claim: 'A claim in words: all completed, ahead of time',
      source: 'Document, date and place in it',
      note: 'Anything else',
    },
  },
}
