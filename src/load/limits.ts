/** So many bytes of a text are read in one piece; longer ones go the archive's way, piece by piece. */
export const LARGEST_TEXT = 1 << 25
/** So many bytes of a workbook are taken, and so many that it unpacks to: a few kB may unpack to gigabytes. */
export const LARGEST_WORKBOOK = 1 << 26
export const LARGEST_UNPACKED = 1 << 28
/** More columns than this are no table of indicators. */
export const MOST_COLUMNS = 1000
/** What a cell of Excel holds at most. */
export const LONGEST_CELL = 32_767
