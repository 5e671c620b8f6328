import type { keptZh } from './keptZh.ts'

const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`

export const keptEn: typeof keptZh = {
  title: 'Kept in this browser',
  privacy:
    'Files you open, corrections and accepted findings stay in this browser on this machine. Nothing is uploaded anywhere.',
  empty: 'No file has been opened yet.',
  columns: {
    name: 'Name',
    file: 'File',
    region: 'Region',
    year: 'Year',
    asOf: 'As of',
    rows: 'Rows',
    size: 'Size',
    openedAt: 'Opened',
  },
  pasted: 'Pasted table',
  counts: (sets) => many(sets, 'data set'),
  open: 'Open',
  rename: 'Rename',
  newName: (name) => `New name of “${name}”`,
  remove: 'Remove',
  cancel: 'Keep it',
  removeSure: (name) => `Remove “${name}” with its original file and its corrections?`,
  removed: (name) => `“${name}” was removed.`,
  original: 'Download the original file',

  problems: {
    unavailable:
      'This browser window cannot keep data (most likely a private window, or a setting forbids it). To keep it, open it in an ordinary window.',
    full: 'The browser has no room left for this page. Remove some data sets or free disk space, then keep it once more.',
    blocked:
      'Another tab still runs an older version of the board, so this page cannot keep anything yet. Close the other tabs, reload and open it again.',
    newer:
      'What this browser keeps was written by a newer version of the board. This one cannot read it and leaves it alone; please open it with the newer one.',
    closed:
      'The connection to the browser’s database was closed (another tab may have changed to a newer version). Reload and open it again.',
    silent: 'The browser’s database does not answer. Close the other tabs, reload and open it again.',
    missing:
      'This part of the board could not be fetched: no network, or the board has just been updated. Reload with a network and try again.',
    gone: 'This data set is no longer here; it may have been removed in another tab.',
    failed: 'The browser could not keep it.',
  },
  failedBecause: (message) => ` In the browser’s words: ${message}.`,
  onlyHere: (why) =>
    `Not kept: it is on this page only, and gone when the page is closed or reloaded. ${why} To take it along, save everything to one file on the Data page.`,
  notLasting: 'Not kept',
  keepAgain: 'Keep it once more',
  keptNow: (name) => `“${name}” is kept now.`,

  backup: {
    save: 'Save everything to one file',
    saveAbout:
      'Original files, corrections, accepted findings and settings, as one zip archive, to be restored on another machine.',
    fileName: (date) => `livelihood-board-backup-${date}.board.zip`,
    inside:
      'This is a backup of the livelihood-targets board. originals/ holds the opened files, unchanged; manifest.json their names, corrections, accepted findings and settings. To restore it, choose “Restore from a backup” on the board; there is no need to unpack it.',
    restore: 'Restore from a backup',
    restoreAbout: 'Restoring adds and replaces nothing: data and corrections that are here stay as they are.',
    added: (sets) => `${many(sets, 'data set')} restored.`,
    already: (sets) =>
      `${many(sets, 'data set')} already here: not added twice, names and corrections left as they are.`,
    failed: (sets) => `${many(sets, 'data set')} could not be restored:`,
    nothing: 'The backup holds no data set.',
    settingsLost: 'The settings could not be restored.',
    problems: {
      'not-a-backup': 'This is not a backup of the board.',
      newer: 'This backup was saved by a newer version of the board and cannot be read here.',
      damaged: 'The backup is damaged, or was not downloaded completely.',
      'too-large': 'The backup is too large to be read.',
      unreadable: 'The file cannot be read; it may have been moved, changed or deleted.',
      missing:
        'This part of the board could not be fetched: no network, or the board has just been updated. Reload with a network and try again.',
    },
    reasons: {
      damaged: 'its content is not what was saved',
      missing: 'its original file is not in the backup',
      'too-large': 'too large',
      full: 'no room left',
      'not-kept': 'the browser could not keep it',
    },
    notRestored: (name, reason) => `${name}: ${reason}`,
  },

  correction: {
    correct: 'Correct',
    correctCell: (column, line) => `Correct ${column} on line ${line}`,
    printed: 'Printed',
    printedAs: (text) => `Printed as ${text}`,
    corrected: 'Corrected',
    blank: 'blank',
    takeBack: 'Take the correction back',
    takeBackAll: 'Take all corrections back',
    count: (cells) => many(cells, 'correction'),
    save: 'Download the corrected table',
    saveWithPrinted: 'Download with what was printed',
    fileName: (title) => `${title}_corrected`,
    fileNameTold: (title) => `${title}_corrected_with_printed`,
    line: 'Line',
    columnOf: 'Column',
    withPrinted: 'With a column that says what was printed before',
    stale: (cells) =>
      `${many(cells, 'correction was', 'corrections were')} not applied: the file no longer says there what it said then.`,
    staleCell: (line, column, from, to) => `Line ${line}, ${column}: was ${from}, corrected to ${to}`,
    column: 'Before correction',
    was: (column, text) => `${column}: ${text}`,
    and: '; ',
  },

  versions: {
    title: 'Compared with the version before',
    newer: (name) => `This file looks like a newer version of “${name}”.`,
    show: 'See what changed',
    replace: 'Replace it',
    keepBoth: 'Keep both',
    older: 'Compared with',
    choose: '(none)',
    save: 'Download the changes (CSV)',
    none: 'The two versions agree in every cell.',
    counts: (cells, added, removed) =>
      `${many(cells, 'cell')} changed, ${many(added, 'row')} added, ${many(removed, 'row')} removed.`,
    kinds: { cell: 'Changed', added: 'Added', removed: 'Removed' },
    columns: {
      kind: 'Change',
      region: 'Region',
      asOf: 'As of',
      level: 'Level',
      project: 'Project',
      indicator: 'Indicator',
      column: 'Column',
      before: 'Before',
      after: 'After',
      lineBefore: 'Line before',
      lineAfter: 'Line after',
    },
  },
}
